using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using WelWee3D.Formats;
using WelWee3D.Storage;
using WelWee3D.Tests.Formats;

namespace WelWee3D.Benchmarks;

/// <summary>Scans as they are read, in memory and from storage, against what no reader can do without: the bytes, and their hash.</summary>
internal static class ReadingRows
{
    private const int Bytes = 128 << 20;
    private const int Triangles = 400_000;
    private const double Megabyte = 1 << 20;
    private const string Hash = "SHA-256 alone";

    public static async Task Add(Table table)
    {
        var binary = new byte[StlFiles.HeaderSize + (Bytes - StlFiles.HeaderSize) / StlFiles.FacetSize * StlFiles.FacetSize];
        await StlFiles.Huge((binary.Length - StlFiles.HeaderSize) / StlFiles.FacetSize).ReadExactlyAsync(binary);
        table.Add(await Contest.Run("binary STL in memory, hash and facts", "MiB/s", Hash, 0.95, () => Read(binary), () => Hashed(binary)));
        foreach (var (format, text) in Texts(Triangles))
            table.Add(await Contest.Run($"{format} in memory, hash and facts", "MiB/s", Hash, 0.75, () => Read(text), () => Hashed(text)));

        await using var running = await Running.Start();
        var blob = running.Container("scans").GetBlobClient("bare/scan.stl");
        await blob.UploadAsync(new MemoryStream(binary));
        var get = await Contest.Run("", "", "", 0, () => Got(blob), () => Hashed(binary));
        var (slower, against) = get.Ratio!.Median < 1 ? ((Func<Task<double>>)(() => Got(blob)), "bare GET of the same blob") : (() => Hashed(binary), Hash);
        table.Add(await Contest.Run("binary STL from its blob, hash and facts", "MiB/s", against, 0.95, () => Recorded(blob), slower));
    }

    public static IEnumerable<(string Format, byte[] Text)> Texts(int triangles) =>
        [("ASCII STL", ScanTexts.AsciiStl(triangles)), ("OBJ", ScanTexts.Obj(triangles)), ("ASCII PLY", ScanTexts.Ply(triangles))];

    private static Task<double> Read(byte[] file) => Running.PerSecond(file.Length / Megabyte, async () =>
    {
        var facts = await ScanReading.Read(() => new MemoryStream(file), file.Length, default);
        if (facts.Rejected is { } reason)
            throw new InvalidOperationException(reason);
    });

    private static Task<double> Hashed(byte[] file) => Running.PerSecond(file.Length / Megabyte, async () => await SHA256.HashDataAsync(new MemoryStream(file)));

    private static Task<double> Got(BlobClient blob) => Running.PerSecond(Bytes / Megabyte, async () =>
    {
        using var got = (await blob.DownloadStreamingAsync()).Value;
        await got.Content.CopyToAsync(Stream.Null);
    });

    /// <summary>As the app opens it.</summary>
    private static Task<double> Recorded(BlobClient blob) => Running.PerSecond(Bytes / Megabyte, async () =>
    {
        BlobProperties stored = await blob.GetPropertiesAsync();
        await ScanReading.Read(() => new BlobStream(blob, stored.ETag, stored.ContentLength), stored.ContentLength, default);
    });
}
