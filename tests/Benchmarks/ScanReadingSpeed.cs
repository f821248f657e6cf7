using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WelWee3D.Formats;
using WelWee3D.Tests.Formats;

namespace WelWee3D.Benchmarks;

/// <summary>How fast a scan is read: hashed, recognised and measured; beside it the hash alone, of the same bytes in the same run.</summary>
internal static class ScanReadingSpeed
{
    private const long Bytes = 256 * 1024 * 1024;
    private const int Rounds = 5;

    private static readonly StlFiles.Triangle[] Sphere = StlFiles.Sphere(2000, radius: 300);

    /// <summary>Each of about so many bytes, made while it is read.</summary>
    public static IReadOnlyList<(string Format, Func<long, Stream> Open)> Files { get; } =
    [
        ("binary STL", bytes => StlFiles.Huge((bytes - StlFiles.HeaderSize) / StlFiles.FacetSize)),
        ("ASCII STL", StlFiles.HugeAscii),
        ("OBJ", HugeObj),
        ("ASCII PLY", HugePly),
    ];

    public static async Task Run()
    {
        var table = new Report("format", "MB/s", "hash MB/s", "ratio", "lowest", "highest", "peak MB");
        foreach (var (format, open) in Files)
        {
            var rounds = new List<(double Ours, double Hash)>();
            for (var round = 0; round < Rounds; round++)
                rounds.Add((await Time(async stream => await Read(stream)), await Time(async stream => await SHA256.HashDataAsync(stream))));
            var ratios = rounds.Select(each => each.Ours / each.Hash).Order().ToList();
            table.Add(format, Median(rounds.Select(each => each.Ours)), Median(rounds.Select(each => each.Hash)), Told(Median(ratios)), Told(ratios[0]), Told(ratios[^1]), Memory.PeakMegabytes());

            async Task<double> Time(Func<Stream, Task> read)
            {
                await using var stream = open(Bytes);
                var watch = Stopwatch.StartNew();
                await read(stream);
                return stream.Length / (1024.0 * 1024) / watch.Elapsed.TotalSeconds;
            }
        }
    }

    private static async Task Read(Stream stream)
    {
        var facts = await ScanReading.Read(() => stream, stream.Length, default);
        if (facts.Rejected is { } reason)
            throw new InvalidOperationException(reason);
    }

    /// <summary>The same vertices and faces again and again, each face by the vertices just before it.</summary>
    private static RepeatedStream HugeObj(long bytes)
    {
        var corners = Enumerable.Range(0, Sphere.Length).Select(i => $"f {(3 * i) - (3 * Sphere.Length)} {(3 * i) + 1 - (3 * Sphere.Length)} {(3 * i) + 2 - (3 * Sphere.Length)}\n");
        var part = Encoding.ASCII.GetBytes(string.Concat(Vertices().Select(each => $"v {each}")) + string.Concat(corners));
        return new([], part, bytes / part.Length, []);
    }

    /// <summary>All vertices, and then the faces.</summary>
    private static RepeatedStream HugePly(long bytes)
    {
        var (vertices, faces) = (Encoding.ASCII.GetBytes(string.Concat(Vertices())), Encoding.ASCII.GetBytes("3 0 1 2\n"));
        var times = bytes / vertices.Length;
        return new(
            Encoding.ASCII.GetBytes(
                $"ply\nformat ascii 1.0\nelement vertex {times * 3 * Sphere.Length}\nproperty float x\nproperty float y\nproperty float z\n"
                + "element face 1\nproperty list uchar int vertex_indices\nend_header\n"),
            vertices, times, faces);
    }

    private static IEnumerable<string> Vertices() => Sphere.SelectMany(each => new[] { each.A, each.B, each.C })
        .Select(at => string.Create(CultureInfo.InvariantCulture, $"{at.X} {at.Y} {at.Z}\n"));

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static string Told(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);
}
