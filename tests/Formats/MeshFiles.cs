using System.Numerics;

namespace WelWee3D.Tests.Formats;

/// <summary>A mesh by its vertices and the numbers of the corners of its faces, from 0.</summary>
internal sealed record IndexedMesh(Vector3[] Vertices, int[][] Faces)
{
    public static IndexedMesh Of(IEnumerable<StlFiles.Triangle> triangles)
    {
        var numbers = new Dictionary<Vector3, int>();
        int Number(Vector3 at) => numbers.TryGetValue(at, out var known) ? known : numbers[at] = numbers.Count;
        int[][] faces = [.. triangles.Select(each => new[] { Number(each.A), Number(each.B), Number(each.C) })];
        return new([.. numbers.OrderBy(each => each.Value).Select(each => each.Key)], faces);
    }

    /// <summary>As the faces are cut into triangles.</summary>
    public StlFiles.Triangle[] Triangles() =>
    [
        .. Faces.SelectMany(face => Enumerable.Range(1, Math.Max(0, face.Length - 2))
            .Select(i => new StlFiles.Triangle(Vertices[face[0]], Vertices[face[i]], Vertices[face[i + 1]]))),
    ];
}

/// <summary>OBJ and PLY files made on the spot.</summary>
internal static class MeshFiles
{
    public static readonly IndexedMesh Box = IndexedMesh.Of(StlFiles.Box(400, 300, 700));

    public static string Obj(IndexedMesh mesh) => string.Concat(
        mesh.Vertices.Select(at => $"v {Decimal(at.X)} {Decimal(at.Y)} {Decimal(at.Z)}\n")
            .Concat(mesh.Faces.Select(face => $"f {string.Join(' ', face.Select(index => index + 1))}\n")));

    public static string AsciiPly(IndexedMesh mesh) => Header("ascii", mesh) + string.Concat(
        mesh.Vertices.Select(at => $"{Decimal(at.X)} {Decimal(at.Y)} {Decimal(at.Z)}\n")
            .Concat(mesh.Faces.Select(face => $"{face.Length} {string.Join(' ', face)}\n")));

    public static byte[] BinaryPly(IndexedMesh mesh, bool isBig)
    {
        var file = new MemoryStream();
        file.Write(Encoding.ASCII.GetBytes(Header(isBig ? "binary_big_endian" : "binary_little_endian", mesh)));
        foreach (var at in mesh.Vertices)
            foreach (var value in (float[])[at.X, at.Y, at.Z])
                file.Write(Ordered(BitConverter.GetBytes(value), isBig));
        foreach (var face in mesh.Faces)
        {
            file.WriteByte((byte)face.Length);
            foreach (var index in face)
                file.Write(Ordered(BitConverter.GetBytes(index), isBig));
        }
        return file.ToArray();
    }

    public static byte[] Ordered(byte[] value, bool isBig) => isBig ? [.. value.Reverse()] : value;

    public static string Decimal(float value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Header(string encoding, IndexedMesh mesh) =>
        $"ply\nformat {encoding} 1.0\ncomment made by a test\nelement vertex {mesh.Vertices.Length}\nproperty float x\nproperty float y\nproperty float z\n"
        + $"element face {mesh.Faces.Length}\nproperty list uchar int vertex_indices\nend_header\n";
}
