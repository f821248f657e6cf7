using System.Diagnostics;
using WelWee3D.Formats;
using WelWee3D.Tests.Formats;

namespace WelWee3D.Benchmarks;

/// <summary>How fast a scan is read: hashed, recognised and measured.</summary>
internal static class ScanReadingSpeed
{
    private const long Bytes = 512 * 1024 * 1024;
    private const int Rounds = 3;

    public static async Task Run()
    {
        var table = new Report("format", "MB", "MB/s", "triangles", "peak MB");
        for (var round = 0; round < Rounds; round++)
        {
            await Read(table, "binary", StlFiles.Huge((Bytes - StlFiles.HeaderSize) / StlFiles.FacetSize));
            await Read(table, "ascii", StlFiles.HugeAscii(Bytes));
        }
    }

    private static async Task Read(Report table, string format, Stream stream)
    {
        var watch = Stopwatch.StartNew();
        var facts = await ScanReading.Read(() => stream, stream.Length, default);
        var seconds = watch.Elapsed.TotalSeconds;
        if (facts.Rejected is { } reason)
            throw new InvalidOperationException(reason);
        var megabytes = facts.Bytes / (1024.0 * 1024);
        table.Add(format, megabytes, megabytes / seconds, facts.Triangles, Memory.PeakMegabytes());
    }
}
