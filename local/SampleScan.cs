using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace WelWee3D.Local;

/// <summary>An egg in the size of a body, in millimetres: closed, and of nobody.</summary>
public static class SampleScan
{
    private const int Around = 48;
    private const int Upwards = 24;
    private const int HeaderLength = 80;
    private const int TriangleLength = 50;

    private static readonly Vector3 Radii = new(160, 190, 280);

    /// <summary>As binary STL.</summary>
    /// <param name="size">Times that of the sample: two bodies are never the same file.</param>
    public static byte[] Binary(float size = 1) => Binary([.. Triangles().Select(corners => Array.ConvertAll(corners, corner => corner * size))]);

    internal static byte[] Binary(IReadOnlyList<Vector3[]> triangles)
    {
        var file = new byte[HeaderLength + sizeof(uint) + triangles.Count * TriangleLength];
        Encoding.ASCII.GetBytes("A sample for Wel & Wee 3D, in millimetres").CopyTo(file, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(HeaderLength), (uint)triangles.Count);
        var at = HeaderLength + sizeof(uint);
        foreach (var corners in triangles)
        {
            foreach (var (corner, index) in corners.Prepend(Normal(corners)).Select((corner, index) => (corner, index)))
                Write(file.AsSpan(at + index * 3 * sizeof(float)), corner);
            at += TriangleLength;
        }
        return file;
    }

    private static IEnumerable<Vector3[]> Triangles() => Triangles(Around, Upwards, Point);

    /// <summary>Of a closed surface whose first and last ring are one point each.</summary>
    /// <param name="point">Of a ring, counted upwards, and a place on it.</param>
    internal static IEnumerable<Vector3[]> Triangles(int aroundIt, int upwards, Func<int, int, Vector3> point)
    {
        for (var up = 0; up < upwards; up++)
            for (var around = 0; around < aroundIt; around++)
            {
                var (a, b, c, d) = (point(up, around), point(up, around + 1), point(up + 1, around + 1), point(up + 1, around));
                if (up > 0)
                    yield return [a, b, c];
                if (up < upwards - 1)
                    yield return [a, c, d];
            }
    }

    private static Vector3 Point(int up, int around)
    {
        // The poles and the seam are one point each, or the egg would have cracks.
        var (polar, turn) = (MathF.PI * up / Upwards, 2 * MathF.PI * (around % Around) / Around);
        var ring = up is 0 or Upwards ? 0 : MathF.Sin(polar);
        return Radii * new Vector3(ring * MathF.Cos(turn), ring * MathF.Sin(turn), -MathF.Cos(polar)) + new Vector3(0, 0, Radii.Z);
    }

    private static Vector3 Normal(Vector3[] corners) =>
        Vector3.Normalize(Vector3.Cross(corners[1] - corners[0], corners[2] - corners[0]));

    private static void Write(Span<byte> to, Vector3 point)
    {
        BinaryPrimitives.WriteSingleLittleEndian(to, point.X);
        BinaryPrimitives.WriteSingleLittleEndian(to[4..], point.Y);
        BinaryPrimitives.WriteSingleLittleEndian(to[8..], point.Z);
    }
}
