using System.Buffers.Binary;
using System.Numerics;

namespace WelWee3D.Tests.Formats;

/// <summary>STL files made on the spot. Sizes are in the unit of the file, millimetres as a rule.</summary>
internal static class StlFiles
{
    public const int HeaderSize = 84;
    public const int FacetSize = 50;

    internal readonly record struct Triangle(Vector3 A, Vector3 B, Vector3 C);

    /// <summary>Twelve triangles, with one corner at the origin.</summary>
    public static byte[] BinaryBox(float width, float depth, float height) => Binary(Box(width, depth, height));

    public static byte[] AsciiBox(float width, float depth, float height, string name = "box", string newLine = "\n") =>
        Encoding.UTF8.GetBytes(Ascii(Box(width, depth, height), name, newLine));

    /// <summary>A body-sized sphere around the origin, 600 mm across, of exactly this even number of triangles.</summary>
    public static byte[] BinarySphere(int triangles) => Binary(Sphere(triangles, radius: 300));

    /// <summary>A binary file of any size, made while it is read. Its facets repeat; it is 600 mm tall.</summary>
    public static Stream Huge(long triangles)
    {
        var sphere = BinarySphere(2000);
        BinaryPrimitives.WriteUInt32LittleEndian(sphere.AsSpan(80), (uint)triangles);
        var rest = HeaderSize + (int)(triangles % 2000) * FacetSize;
        return new RepeatedStream(sphere[..HeaderSize], sphere[HeaderSize..], triangles / 2000, sphere[HeaderSize..rest]);
    }

    /// <summary>A text file of about so many bytes, of which the same holds.</summary>
    public static Stream HugeAscii(long bytes)
    {
        var lines = Ascii(Sphere(2000, radius: 300)).Split('\n')[1..^2];
        var facets = Encoding.ASCII.GetBytes(string.Join('\n', lines) + '\n');
        return new RepeatedStream("solid scan\n"u8.ToArray(), facets, bytes / facets.Length, "endsolid scan\n"u8.ToArray());
    }

    public static byte[] Binary(IReadOnlyList<Triangle> triangles, string header = "made by a test")
    {
        var file = new byte[HeaderSize + triangles.Count * FacetSize];
        Encoding.ASCII.GetBytes(header, file.AsSpan(0, 80));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(80), (uint)triangles.Count);
        for (var i = 0; i < triangles.Count; i++)
            WriteFacet(file.AsSpan(HeaderSize + i * FacetSize), triangles[i]);
        return file;
    }

    public static string Ascii(IEnumerable<Triangle> triangles, string name = "made by a test", string newLine = "\n")
    {
        // Written as doubles, so that reading the text gives exactly what reading the floats gives.
        static string Corner(Vector3 at) =>
            string.Create(CultureInfo.InvariantCulture, $"{(double)at.X:R} {(double)at.Y:R} {(double)at.Z:R}");

        var lines = triangles.SelectMany(triangle => new[]
        {
            $"  facet normal {Corner(Normal(triangle))}",
            "    outer loop",
            $"      vertex {Corner(triangle.A)}",
            $"      vertex {Corner(triangle.B)}",
            $"      vertex {Corner(triangle.C)}",
            "    endloop",
            "  endfacet",
        });
        return string.Concat(lines.Prepend($"solid {name}").Append($"endsolid {name}").Select(line => line + newLine));
    }

    public static Triangle[] Box(float width, float depth, float height)
    {
        var size = new Vector3(width, depth, height);
        Vector3 Corner(int bits) => size * new Vector3(bits & 1, (bits >> 1) & 1, (bits >> 2) & 1);
        int[][] sides = [[0, 2, 3, 1], [4, 5, 7, 6], [0, 1, 5, 4], [2, 6, 7, 3], [0, 4, 6, 2], [1, 3, 7, 5]];
        return
        [
            .. sides.SelectMany(side => new[]
            {
                new Triangle(Corner(side[0]), Corner(side[1]), Corner(side[2])),
                new Triangle(Corner(side[0]), Corner(side[2]), Corner(side[3])),
            }),
        ];
    }

    public static Triangle[] Sphere(int triangles, float radius)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(triangles % 2, 0, nameof(triangles));
        ArgumentOutOfRangeException.ThrowIfLessThan(triangles, 6);

        // Between the poles lie `rings` rings of `around` points: two caps and rings - 1 bands of squares.
        var rings = Enumerable.Range(1, triangles / 2).Last(n => n * n <= triangles / 2 && triangles / 2 % n == 0);
        var around = triangles / 2 / rings;
        Vector3 At(int ring, int turn)
        {
            var (polar, azimuth) = (MathF.PI * ring / (rings + 1), MathF.Tau * (turn % around) / around);
            var (sin, cos) = MathF.SinCos(polar);
            return radius * new Vector3(sin * MathF.Cos(azimuth), sin * MathF.Sin(azimuth), cos);
        }

        var mesh = new List<Triangle>(triangles);
        for (var turn = 0; turn < around; turn++)
        {
            mesh.Add(new(new(0, 0, radius), At(1, turn), At(1, turn + 1)));
            for (var ring = 1; ring < rings; ring++)
            {
                mesh.Add(new(At(ring, turn), At(ring + 1, turn), At(ring + 1, turn + 1)));
                mesh.Add(new(At(ring, turn), At(ring + 1, turn + 1), At(ring, turn + 1)));
            }

            mesh.Add(new(At(rings, turn + 1), At(rings, turn), new(0, 0, -radius)));
        }

        return [.. mesh];
    }

    private static void WriteFacet(Span<byte> facet, Triangle triangle)
    {
        ReadOnlySpan<Vector3> corners = [Normal(triangle), triangle.A, triangle.B, triangle.C];
        for (var i = 0; i < corners.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(facet[(12 * i)..], corners[i].X);
            BinaryPrimitives.WriteSingleLittleEndian(facet[(12 * i + 4)..], corners[i].Y);
            BinaryPrimitives.WriteSingleLittleEndian(facet[(12 * i + 8)..], corners[i].Z);
        }
    }

    private static Vector3 Normal(Triangle triangle)
    {
        var across = Vector3.Cross(triangle.B - triangle.A, triangle.C - triangle.A);
        return across == Vector3.Zero ? across : Vector3.Normalize(across);
    }
}
