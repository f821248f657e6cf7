using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Exports;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Tests.Formats;

namespace WelWee3D.Benchmarks;

/// <summary>An access package of 1 GiB of scans, against a bare copy of the same blobs through this process.</summary>
internal static class PackageRows
{
    private const int Scans = 4;
    private const int Bytes = 256 << 20;
    private const double Megabyte = 1 << 20;

    public static async Task Add(Table table)
    {
        await using var running = await Running.Start();
        var order = await running.OpenOrder();
        for (var scan = 0; scan < Scans; scan++)
            await Upload(running, order);
        // Once: the emulator keeps in memory whatever was written to it.
        var (ours, bare) = (await Packed(running), await Copied(running, order));
        table.Add(Contest.Of("access package of 1 GiB, once", "MiB/s", "bare copy of the same blobs", 0.8, [ours], [bare]));
    }

    private static async Task Upload(Running running, string order)
    {
        var facets = StlFiles.Huge((Bytes - StlFiles.HeaderSize) / StlFiles.FacetSize);
        var scan = new byte[facets.Length];
        await facets.ReadExactlyAsync(scan);
        var upload = await running.Begin(order, scan.Length);
        await running.Send(upload, 0, scan.Length, (offset, length) => scan.AsMemory((int)offset, length));
        await running.Recorded(order, upload);
    }

    private static async Task<double> Packed(Running running)
    {
        var (writer, packages) = (running.Services.GetRequiredService<PackageWriter>(), running.Services.GetRequiredService<ExportPackages>());
        var subjects = running.Services.GetRequiredService<SubjectKeys>().AllOfEmail(Running.Email);
        var package = new ExportPackage(Id.New(running.Services.GetRequiredService<TimeProvider>().GetUtcNow()), subjects, await writer.Contents(subjects, default), "");
        return await Running.PerSecond(Scans * Bytes / Megabyte, async () =>
        {
            await packages.Begin(package, default);
            if (!await packages.Fill(package, (stream, cancellation) => writer.Write(package, stream, cancellation), default))
                throw new InvalidOperationException("The package was taken away.");
        });
    }

    private static Task<double> Copied(Running running, string order) => Running.PerSecond(Scans * Bytes / Megabyte, async () =>
    {
        var scans = running.Container("scans");
        await foreach (var blob in scans.GetBlobsAsync(default, default, $"{order}/", default))
        {
            using var got = (await scans.GetBlobClient(blob.Name).DownloadStreamingAsync()).Value;
            await running.Container("exports").GetBlobClient($"bare/{blob.Name}").UploadAsync(got.Content, overwrite: true);
        }
    });
}
