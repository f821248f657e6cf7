namespace WelWee3D.Tests.Formats;

/// <summary>glTF 2 files made on the spot. The JSON is said as text, so that each test shows what is special about its own.</summary>
internal static class GlbFiles
{
    /// <summary>A mesh in metres at one node.</summary>
    public static byte[] Of(IndexedMesh mesh, string node = """{"mesh":0}""") => File(Json(mesh, node), Buffer(mesh));

    public static string Json(IndexedMesh mesh, string node = """{"mesh":0}""") => $$"""
        {"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],"nodes":[{{node}}],
        "meshes":[{"primitives":[{"attributes":{"POSITION":0},"indices":1}]}],
        "accessors":[{"bufferView":0,"componentType":5126,"count":{{mesh.Vertices.Length}},"type":"VEC3"},
          {"bufferView":1,"componentType":5125,"count":{{3 * mesh.Faces.Length}},"type":"SCALAR"}],
        "bufferViews":[{"buffer":0,"byteLength":{{12 * mesh.Vertices.Length}}},
          {"buffer":0,"byteOffset":{{12 * mesh.Vertices.Length}},"byteLength":{{12 * mesh.Faces.Length}}}],
        "buffers":[{"byteLength":{{Buffer(mesh).Length}}}]}
        """;

    /// <summary>The positions, and then the corners of triangles.</summary>
    public static byte[] Buffer(IndexedMesh mesh) =>
    [
        .. mesh.Vertices.SelectMany(at => new[] { at.X, at.Y, at.Z }).SelectMany(BitConverter.GetBytes),
        .. mesh.Faces.SelectMany(face => face).SelectMany(BitConverter.GetBytes),
    ];

    public static byte[] File(string json, byte[] buffer, uint version = 2)
    {
        var text = Padded(Encoding.UTF8.GetBytes(json), (byte)' ');
        var content = Padded(buffer, 0);
        return
        [
            .. "glTF"u8, .. BitConverter.GetBytes(version), .. BitConverter.GetBytes(20 + text.Length + 8 + content.Length),
            .. BitConverter.GetBytes(text.Length), .. "JSON"u8, .. text,
            .. BitConverter.GetBytes(content.Length), .. "BIN\0"u8, .. content,
        ];
    }

    private static byte[] Padded(byte[] bytes, byte with) => [.. bytes, .. Enumerable.Repeat(with, -bytes.Length & 3)];
}
