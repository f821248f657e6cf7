using System.Diagnostics;
using System.Text;
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
            await Read(table, "ascii", new HugeAsciiStl(Bytes));
        }
    }

    private static async Task Read(Report table, string format, Stream stream)
    {
        var watch = Stopwatch.StartNew();
        var facts = await ScanReading.Read(stream, stream.Length, default);
        var seconds = watch.Elapsed.TotalSeconds;
        if (facts.Rejected is { } reason)
            throw new InvalidOperationException(reason);
        var megabytes = facts.Bytes / (1024.0 * 1024);
        table.Add(format, megabytes, megabytes / seconds, facts.Triangles, Memory.PeakMegabytes());
    }

    /// <summary>ASCII STL of about any size: a first line, the same facets again and again, a last line.</summary>
    private sealed class HugeAsciiStl : ReadOnlyTestStream
    {
        private readonly byte[] first = Encoding.ASCII.GetBytes("solid scan\n");
        private readonly byte[] last = Encoding.ASCII.GetBytes("endsolid scan\n");
        private readonly byte[] facets;
        private readonly long lastAt;
        private long position;

        public HugeAsciiStl(long bytes)
        {
            var lines = StlFiles.Ascii(StlFiles.Sphere(2000, radius: 300)).Split('\n')[1..^2];
            facets = Encoding.ASCII.GetBytes(string.Join('\n', lines) + '\n');
            lastAt = first.Length + bytes / facets.Length * facets.Length;
        }

        public override long Length => lastAt + last.Length;

        protected override int Fill(Span<byte> buffer)
        {
            var rest = position < first.Length ? first.AsSpan((int)position)
                : position >= lastAt ? last.AsSpan((int)(position - lastAt))
                : facets.AsSpan((int)((position - first.Length) % facets.Length));
            var count = Math.Min(rest.Length, buffer.Length);
            rest[..count].CopyTo(buffer);
            position += count;
            return count;
        }
    }
}
