using System.Numerics;
using System.Xml;

namespace WelWee3D.Formats;

/// <summary>
/// 3MF: XML in a ZIP. What is built, and where, stands behind the meshes, so that each part is gone through twice: for what
/// there is, and for its positions and triangles.
/// </summary>
internal sealed class ThreeMfPackage(ScanFile file, IReadOnlyList<ZipEntry> entries)
{
    private const int MostParts = 1000;
    private const string RelationshipsPart = "_rels/.rels";
    private const string ModelRelationship = "http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel";

    public static bool Is(IReadOnlyList<ZipEntry> entries) => entries.Any(entry => entry.Name == RelationshipsPart)
        && entries.Any(entry => entry.Name.EndsWith(".model", StringComparison.OrdinalIgnoreCase));

    public async Task<Mesh> Read(Surface surface, CancellationToken cancellation)
    {
        try
        {
            var root = await FindRoot(cancellation);
            var model = new ThreeMfModel(root);
            var parts = new Queue<string>([root]);
            for (var seen = new HashSet<string>(); parts.TryDequeue(out var part);)
                if (seen.Add(part))
                {
                    if (seen.Count > MostParts)
                        throw new DamagedException(Damage.TooMuch.With(MostParts));
                    foreach (var other in await ReadPart(part, xml => model.Read(xml, part), cancellation))
                        parts.Enqueue(other);
                }
            return await ReadMeshes(model, surface, cancellation);
        }
        catch (XmlException)
        {
            return Mesh.Damaged(Damage.BadXml.English);
        }
    }

    private async Task<Mesh> ReadMeshes(ThreeMfModel model, Surface surface, CancellationToken cancellation)
    {
        var meshes = new ThreeMfMeshes(model.Places(), surface);
        foreach (var part in meshes.Parts)
            await ReadPart(part, xml => meshes.Read(xml, part, cancellation), cancellation);
        return Mesh.Of(surface, meshes.Vertices, model.Unit, model.UnitFrom, []);
    }

    private async Task<string> FindRoot(CancellationToken cancellation) => await ReadPart(RelationshipsPart, async xml =>
    {
        while (await xml.ReadAsync())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Type") == ModelRelationship)
                return xml.GetAttribute("Target")?.TrimStart('/') ?? throw new DamagedException(Damage.BadXml.English);
        throw new DamagedException(Damage.BadXml.English);
    }, cancellation);

    private async Task<T> ReadPart<T>(string name, Func<XmlReader, Task<T>> read, CancellationToken cancellation)
    {
        var entry = entries.FirstOrDefault(each => each.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new DamagedException(Damage.BadXml.English);
        await using var content = new ZipContent(file, entry);
        using var xml = XmlReader.Create(new TagGuard(content), new()
        {
            Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreWhitespace = true, IgnoreProcessingInstructions = true,
        });
        cancellation.ThrowIfCancellationRequested();
        return await read(xml);
    }
}
