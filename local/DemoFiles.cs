using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Numerics;
using System.Text;

namespace WelWee3D.Local;

/// <summary>One surface in each format that scans come in, as scanners write it: millimetres where the format has no unit, metres with the height along y in GLB, inches in 3MF.</summary>
internal static class DemoFiles
{
    /// <param name="kind">What the name of the file ends in.</param>
    public static byte[] Of(string kind, IReadOnlyList<Vector3[]> triangles) => kind switch
    {
        "stl" => SampleScan.Binary(triangles),
        "obj" => Obj(triangles),
        "ply" => Ply(triangles),
        "glb" => Glb(triangles),
        "3mf" => ThreeMf(triangles),
        "zip" => Zip(("scan.obj", Obj(triangles)), ("scan.mtl", Encoding.ASCII.GetBytes("newmtl huid\nKd 0.8 0.7 0.6\n"))),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static byte[] Obj(IReadOnlyList<Vector3[]> triangles)
    {
        var text = new StringBuilder();
        foreach (var corner in triangles.SelectMany(corners => corners))
            text.Append(CultureInfo.InvariantCulture, $"v {corner.X:0.###} {corner.Y:0.###} {corner.Z:0.###}\n");
        for (var at = 0; at < triangles.Count; at++)
            text.Append(CultureInfo.InvariantCulture, $"f {3 * at + 1} {3 * at + 2} {3 * at + 3}\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static byte[] Ply(IReadOnlyList<Vector3[]> triangles)
    {
        using var file = new MemoryStream();
        file.Write(Encoding.ASCII.GetBytes(
            $"ply\nformat binary_little_endian 1.0\nelement vertex {3 * triangles.Count}\nproperty float x\nproperty float y\nproperty float z\nelement face {triangles.Count}\nproperty list uchar int vertex_indices\nend_header\n"));
        file.Write(Corners(triangles, corner => corner));
        for (var at = 0; at < triangles.Count; at++)
        {
            file.WriteByte(3);
            for (var corner = 0; corner < 3; corner++)
                file.Write(BitConverter.GetBytes(3 * at + corner));
        }
        return file.ToArray();
    }

    private static byte[] Glb(IReadOnlyList<Vector3[]> triangles)
    {
        var body = Corners(triangles, corner => new Vector3(corner.X, corner.Z, -corner.Y) / 1000);
        var corners = triangles.SelectMany(each => each).Select(corner => new Vector3(corner.X, corner.Z, -corner.Y) / 1000).ToList();
        var (least, most) = (corners.Aggregate(Vector3.Min), corners.Aggregate(Vector3.Max));
        var json = string.Create(CultureInfo.InvariantCulture, $$$"""
            {"asset":{"version":"2.0"},"scene":0,"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],"meshes":[{"primitives":[{"attributes":{"POSITION":0}}]}],
            "accessors":[{"bufferView":0,"componentType":5126,"count":{{{corners.Count}}},"type":"VEC3","min":[{{{least.X}}},{{{least.Y}}},{{{least.Z}}}],"max":[{{{most.X}}},{{{most.Y}}},{{{most.Z}}}]}],
            "bufferViews":[{"buffer":0,"byteLength":{{{body.Length}}}}],"buffers":[{"byteLength":{{{body.Length}}}}]}
            """);
        var text = Encoding.ASCII.GetBytes(json.PadRight((json.Length + 3) / 4 * 4));
        using var file = new MemoryStream();
        foreach (var word in (int[])[0x46546C67, 2, 12 + 8 + text.Length + 8 + body.Length, text.Length, 0x4E4F534A])
            Write(file, word);
        file.Write(text);
        Write(file, body.Length);
        Write(file, 0x004E4942);
        file.Write(body);
        return file.ToArray();
    }

    private static byte[] ThreeMf(IReadOnlyList<Vector3[]> triangles)
    {
        var model = new StringBuilder("""<?xml version="1.0" encoding="UTF-8"?><model unit="inch" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02"><resources><object id="1" type="model"><mesh><vertices>""");
        foreach (var corner in triangles.SelectMany(corners => corners).Select(corner => corner / 25.4f))
            model.Append(CultureInfo.InvariantCulture, $"""<vertex x="{corner.X:0.####}" y="{corner.Y:0.####}" z="{corner.Z:0.####}"/>""");
        model.Append("</vertices><triangles>");
        for (var at = 0; at < triangles.Count; at++)
            model.Append(CultureInfo.InvariantCulture, $"""<triangle v1="{3 * at}" v2="{3 * at + 1}" v3="{3 * at + 2}"/>""");
        model.Append("""</triangles></mesh></object></resources><build><item objectid="1"/></build></model>""");
        return Zip(
            ("[Content_Types].xml", Encoding.ASCII.GetBytes("""<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/></Types>""")),
            ("_rels/.rels", Encoding.ASCII.GetBytes("""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Target="/3D/3dmodel.model" Id="r0" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/></Relationships>""")),
            ("3D/3dmodel.model", Encoding.UTF8.GetBytes(model.ToString())));
    }

    private static byte[] Zip(params IEnumerable<(string Name, byte[] Content)> files)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        return file.ToArray();
    }

    private static byte[] Corners(IReadOnlyList<Vector3[]> triangles, Func<Vector3, Vector3> placed)
    {
        var file = new byte[triangles.Count * 3 * 3 * sizeof(float)];
        var at = 0;
        foreach (var corner in triangles.SelectMany(corners => corners).Select(placed))
            foreach (var value in (float[])[corner.X, corner.Y, corner.Z])
            {
                BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(at), value);
                at += sizeof(float);
            }
        return file;
    }

    private static void Write(Stream file, int word) => file.Write(BitConverter.GetBytes(word));
}
