using WelWee3D.Formats;
using WelWee3D.Tests.Formats;

namespace WelWee3D.Benchmarks;

/// <summary>
/// How much memory a scan of 2 GiB takes more than one of 50 MiB of the same format, read as it is recorded and written as it is
/// printed at once. The files are made while they are read, and the copies go nowhere.
/// </summary>
internal static class ScanReadingMemory
{
    private const long Small = 50L << 20;
    private const long Large = 2L << 30;

    public static async Task Run()
    {
        var table = new Report("format", "triangles", "peak MB after 50 MiB", "after 2 GiB", "more");
        foreach (var (format, open) in ScanReadingSpeed.Files)
        {
            await Copy(open(Small));
            var before = Memory.PeakMegabytes();
            var triangles = await Copy(open(Large));
            var after = Memory.PeakMegabytes();
            table.Add(format, triangles, before, after, after - before);
        }
    }

    private static async Task<long> Copy(Stream file)
    {
        await using var scan = file;
        using var copy = new StlWriter(Stream.Null, uint.MaxValue, factor: 0.2);
        var facts = await ScanReading.Copy(() => scan, scan.Length, copy, default);
        return facts.Rejected is { } reason ? throw new InvalidOperationException(reason) : facts.Triangles;
    }
}
