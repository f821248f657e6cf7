using System.Globalization;
using System.Numerics;
using System.Text;
using WelWee3D.Tests.Formats;

namespace WelWee3D.Benchmarks;

/// <summary>A sphere as text, each triangle with three corners of its own.</summary>
internal static class ScanTexts
{
    public static byte[] AsciiStl(int triangles) => Encoding.ASCII.GetBytes(StlFiles.Ascii(Sphere(triangles)));

    public static byte[] Obj(int triangles) => Text(
        triangles, "", Corners(triangles).Select(at => $"v {at}"), Enumerable.Range(0, triangles).Select(i => $"f {(3 * i) + 1} {(3 * i) + 2} {(3 * i) + 3}"));

    public static byte[] Ply(int triangles) => Text(
        triangles,
        $"ply\nformat ascii 1.0\nelement vertex {3 * triangles}\nproperty float x\nproperty float y\nproperty float z\n"
            + $"element face {triangles}\nproperty list uchar int vertex_indices\nend_header\n",
        Corners(triangles), Enumerable.Range(0, triangles).Select(i => $"3 {3 * i} {(3 * i) + 1} {(3 * i) + 2}"));

    private static byte[] Text(int triangles, string header, IEnumerable<string> corners, IEnumerable<string> faces)
    {
        var text = new StringBuilder(header, header.Length + (triangles * 130));
        foreach (var line in corners.Concat(faces))
            text.Append(line).Append('\n');
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static IEnumerable<string> Corners(int triangles) => Sphere(triangles).SelectMany(each => (Vector3[])[each.A, each.B, each.C])
        .Select(at => string.Create(CultureInfo.InvariantCulture, $"{at.X:F6} {at.Y:F6} {at.Z:F6}"));

    private static StlFiles.Triangle[] Sphere(int triangles) => StlFiles.Sphere(triangles, radius: 300);
}
