using System.IO.Compression;

namespace WelWee3D.Tests.Formats;

/// <summary>ZIP and 3MF files made on the spot.</summary>
internal static class ZipFiles
{
    public const string Core = "http://schemas.microsoft.com/3dmanufacturing/core/2015/02";

    public static byte[] Of(params (string Name, byte[] Content)[] files)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name, content.Length > 500 ? CompressionLevel.SmallestSize : CompressionLevel.NoCompression).Open();
                entry.Write(content);
            }
        return file.ToArray();
    }

    public static byte[] ThreeMf(IndexedMesh mesh) => ThreeMf(Model($"""<object id="1" type="model">{Mesh(mesh)}</object>""", """<item objectid="1"/>"""));

    public static byte[] ThreeMf(string model, params (string Name, byte[] Content)[] others) => ThreeMf(model, inRelationships: "", others);

    public static byte[] ThreeMf(string model, string inRelationships, params (string Name, byte[] Content)[] others) => Of(
    [
        ("[Content_Types].xml", Text("<Types/>")),
        ("_rels/.rels", Text($"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inRelationships}<Relationship Target="/3D/3dmodel.model" Id="r0"
            Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/></Relationships>
            """)),
        ("3D/3dmodel.model", Text(model)),
        .. others,
    ]);

    public static string Model(string resources, string build, string attributes = "unit=\"millimeter\"") =>
        $"""<?xml version="1.0" encoding="utf-8"?><model {attributes} xmlns="{Core}"><resources>{resources}</resources><build>{build}</build></model>""";

    public static string Mesh(IndexedMesh mesh) =>
        $"<mesh><vertices>{string.Concat(mesh.Vertices.Select(at => $"<vertex x=\"{MeshFiles.Decimal(at.X)}\" y=\"{MeshFiles.Decimal(at.Y)}\" z=\"{MeshFiles.Decimal(at.Z)}\"/>"))}</vertices>"
        + $"<triangles>{string.Concat(mesh.Faces.Select(face => $"<triangle v1=\"{face[0]}\" v2=\"{face[1]}\" v3=\"{face[2]}\"/>"))}</triangles></mesh>";

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
