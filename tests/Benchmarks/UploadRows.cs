using System.Diagnostics;
using System.Globalization;
using System.Text;
using Azure.Storage.Blobs.Specialized;
using WelWee3D.Local;
using WelWee3D.Tests.Formats;

namespace WelWee3D.Benchmarks;

/// <summary>Uploads by tus, against the same bytes put bare into blocks, four at a time, as the app does.</summary>
internal static class UploadRows
{
    private const int Block = 4 << 20;
    private const int InFlight = 4;
    private const double Megabyte = 1 << 20;
    private const string Bare = "bare Put Block";

    private static int puts;

    public static async Task Add(Table table)
    {
        await AddMemory(table);
        await using (var running = await Running.Start())
            await AddOneAtATime(table, running, await Scan(256 << 20));
        await using (var running = await Running.Start())
            await AddFourAtOnce(table, running, await Scan(64 << 20));
        await using (var running = await Running.Start())
            await AddPeer(table, running, 64 << 20);
    }

    /// <summary>First, while this process has had nothing large in memory yet: client and app share it.</summary>
    private static async Task AddMemory(Table table)
    {
        await using var running = await Running.Start();
        var (order, piece) = (await running.OpenOrder(), new byte[16 << 20]);
        // The first two pay for compilation.
        for (var time = 0; time < 3; time++)
            await Upload(50L << 20);
        var small = Memory.PeakMegabytes();
        await Upload(2L << 30);
        var growth = Figures.Of([Memory.PeakMegabytes() - small]);
        table.Add(new("memory, from an upload of 50 MiB to one of 2 GiB", "MiB more", growth, "", null, null, "≤ 32", growth.Median <= 32));

        // All but the last byte: nobody is to read it.
        async Task Upload(long bytes) => await running.Send(await running.Begin(order, bytes), 0, bytes - 1, (_, length) => piece.AsMemory(0, length));
    }

    private static async Task AddOneAtATime(Table table, Running running, byte[] scan)
    {
        var (sent, recorded, bare) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -1; round < Contest.Rounds; round++)
        {
            var order = await running.OpenOrder();
            var first = round % 2 == 0 ? default : await PutBare(running, scan);
            var watch = Stopwatch.StartNew();
            var upload = await Upload(running, order, scan);
            var sending = watch.Elapsed;
            await running.Recorded(order, upload);
            var recording = watch.Elapsed;
            var put = round % 2 == 0 ? await PutBare(running, scan) : first;
            if (round < 0)
                continue;
            sent.Add(scan.Length / Megabyte / sending.TotalSeconds);
            recorded.Add(scan.Length / Megabyte / recording.TotalSeconds);
            bare.Add(put);
        }
        table.Add(Contest.Of("tus upload of 256 MiB, to the last 204", "MiB/s", Bare, 0.95, sent, bare));
        table.Add(Contest.Of("the same, until it is recorded", "MiB/s", Bare, 0.60, recorded, bare));
    }

    private static async Task AddFourAtOnce(Table table, Running running, byte[] scan)
    {
        var orders = new[] { await running.OpenOrder(), await running.OpenOrder(), await running.OpenOrder(), await running.OpenOrder() };
        table.Add(await Contest.Run(
            "four uploads of 64 MiB at once", "MiB/s", $"four times {Bare}", 0.95,
            () => Running.PerSecond(4 * scan.Length / Megabyte, () => Task.WhenAll(orders.Select(order => Upload(running, order, scan)))),
            () => Running.PerSecond(4 * scan.Length / Megabyte, () => Task.WhenAll(orders.Select(_ => PutBare(running, scan))))));
    }

    /// <summary>The client of browsers, sending to either server in pieces of 8 MiB.</summary>
    private static async Task AddPeer(Table table, Running running, int bytes)
    {
        var packages = new NodePackages(typeof(UploadRows).Assembly);
        await packages.Install(default);
        await running.Container("peer").CreateIfNotExistsAsync();
        using var server = NodePackages.Run(Script(packages, "tus-server.mjs", ("STORAGE", running.Azurite.ConnectionString)));
        try
        {
            var peer = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await server.StandardError.ReadToEndAsync());
            var order = await running.OpenOrder();
            table.Add(await Contest.Run(
                "tus-js-client, 64 MiB in pieces of 8 MiB", "MiB/s", "@tus/server with @tus/azure-store", 2,
                () => Send(new Uri(running.Staff.BaseAddress!, "/api/uploads").ToString()), () => Send(peer)));

            async Task<double> Send(string endpoint)
            {
                using var client = NodePackages.Run(Script(
                    packages, "tus-upload.mjs", ("ENDPOINT", endpoint), ("TOKEN", running.Token), ("ORDER", order), ("BYTES", $"{bytes}")));
                var milliseconds = await client.StandardOutput.ReadToEndAsync();
                await client.WaitForExitAsync();
                return client.ExitCode == 0
                    ? bytes / Megabyte / (double.Parse(milliseconds, CultureInfo.InvariantCulture) / 1000)
                    : throw new InvalidOperationException(await client.StandardError.ReadToEndAsync());
            }
        }
        finally
        {
            server.Kill();
        }
    }

    private static ProcessStartInfo Script(NodePackages packages, string name, params (string Name, string Value)[] environment)
    {
        var command = packages.Command("node", [name]);
        foreach (var (key, value) in environment)
            command.Environment[key] = value;
        return command;
    }

    private static async Task<Uri> Upload(Running running, string order, byte[] scan)
    {
        var upload = await running.Begin(order, scan.Length);
        await running.Send(upload, 0, scan.Length, (offset, length) => scan.AsMemory((int)offset, length));
        return upload;
    }

    private static Task<double> PutBare(Running running, byte[] scan) => Running.PerSecond(scan.Length / Megabyte, async () =>
    {
        var blob = running.Container("scans").GetBlockBlobClient($"bare/{Interlocked.Increment(ref puts)}");
        var ids = Enumerable.Range(0, (scan.Length + Block - 1) / Block).Select(number => Convert.ToBase64String(Encoding.ASCII.GetBytes($"{number:D6}"))).ToList();
        await Parallel.ForEachAsync(
            ids.Index(), new ParallelOptions { MaxDegreeOfParallelism = InFlight },
            async (block, cancellation) =>
            {
                var start = block.Index * Block;
                using var content = new MemoryStream(scan, start, Math.Min(Block, scan.Length - start), writable: false);
                await blob.StageBlockAsync(block.Item, content, cancellationToken: cancellation);
            });
        // Never committed: an upload that is not whole is not either, and nobody reads it.
    });

    private static async Task<byte[]> Scan(int bytes)
    {
        var facets = StlFiles.Huge((bytes - StlFiles.HeaderSize) / StlFiles.FacetSize);
        var scan = new byte[facets.Length];
        await facets.ReadExactlyAsync(scan);
        return scan;
    }
}
