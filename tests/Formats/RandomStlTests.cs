using System.Numerics;
using static WelWee3D.Tests.Formats.Reading;

namespace WelWee3D.Tests.Formats;

/// <summary>Many files from many seeds; a failure names its seed, which makes the same file again.</summary>
public class RandomStlTests
{
    private static IEnumerable<int> Seeds => Enumerable.Range(1, 300);

    [Fact]
    public async Task Text_and_bytes_of_one_mesh_give_the_same_facts()
    {
        foreach (var seed in Seeds)
        {
            var random = new Random(seed);
            var mesh = Mesh(random);
            var binary = await Read(StlFiles.Binary(mesh));
            var ascii = await Read(StlFiles.Ascii(mesh, newLine: random.Next(2) == 0 ? "\n" : "\r\n"));

            Assert.True(binary.Rejected is null, $"seed {seed}: {binary.Rejected}");
            Assert.True(binary.Triangles == mesh.Length, $"seed {seed}: {binary.Triangles} triangles");
            Assert.True(binary.Bounds == Around(mesh), $"seed {seed}: {binary.Bounds}");
            Assert.True(Content(binary) == Content(ascii), $"seed {seed}: {binary} but {ascii}");
            Assert.True(binary.Warnings.SequenceEqual(ascii.Warnings), $"seed {seed}: warnings differ");
        }
    }

    [Fact]
    public async Task A_damaged_file_is_never_more_than_rejected()
    {
        foreach (var seed in Seeds)
        {
            var random = new Random(seed);
            var mesh = Mesh(random);
            var file = Damage(random, random.Next(2) == 0 ? StlFiles.Binary(mesh) : Encoding.ASCII.GetBytes(StlFiles.Ascii(mesh)));
            try
            {
                var facts = await Read(file);
                AssertSame(facts, await ReadSlowly(file, atATime: random.Next(1, 200)));

                Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), facts.Sha256);
                Assert.Equal(file.Length, facts.Bytes);
                Assert.Equal(facts.Rejected is null, facts.Bounds is not null);
                Assert.Equal(facts.Rejected is null, facts.Triangles > 0);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"seed {seed}", exception);
            }
        }
    }

    [Fact]
    public async Task Bytes_without_meaning_are_not_recognised()
    {
        foreach (var seed in Seeds)
        {
            var random = new Random(seed);
            var file = new byte[random.Next(1, 10_000)];
            random.NextBytes(file);

            var facts = await Read(file);
            Assert.True(facts is { Format: null, Rejected: not null }, $"seed {seed}: {facts}");
        }
    }

    private static (long, long, Bounds?, string?) Content(ScanFacts facts) =>
        (facts.Triangles, facts.Vertices, facts.Bounds, facts.Rejected);

    /// <summary>Triangles without order, of any size that a scanner might give them.</summary>
    private static StlFiles.Triangle[] Mesh(Random random)
    {
        var scale = MathF.Pow(10, random.Next(-3, 5));
        float Coordinate() => (random.NextSingle() - 0.5f) * scale;
        Vector3 Corner() => new(Coordinate(), Coordinate(), Coordinate());
        return [.. Enumerable.Range(0, random.Next(1, 80)).Select(_ => new StlFiles.Triangle(Corner(), Corner(), Corner()))];
    }

    private static Bounds Around(StlFiles.Triangle[] mesh)
    {
        var corners = mesh.SelectMany(triangle => new[] { triangle.A, triangle.B, triangle.C }).ToList();
        return new Bounds(
            Shortest(corners.Min(at => at.X), corners.Min(at => at.Y), corners.Min(at => at.Z)),
            Shortest(corners.Max(at => at.X), corners.Max(at => at.Y), corners.Max(at => at.Z)));
    }

    private static Point Shortest(float x, float y, float z)
    {
        static double Of(float value) => double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return new(Of(x), Of(y), Of(z));
    }

    internal static byte[] Damage(Random random, byte[] file)
    {
        for (var times = random.Next(1, 5); times > 0 && file.Length > 0; times--)
        {
            var at = random.Next(file.Length);
            var run = new byte[random.Next(1, 60)];
            random.NextBytes(run);
            file = random.Next(5) switch
            {
                0 => file[..at],
                1 => [.. file[..at], .. file[Math.Min(file.Length, at + run.Length)..]],
                2 => [.. file[..at], .. run, .. file[at..]],
                3 => [.. file, .. run],
                _ => [.. file[..at], (byte)(file[at] ^ (1 << random.Next(8))), .. file[(at + 1)..]],
            };
        }

        return file;
    }
}
