using System.Xml;

namespace WelWee3D.Formats;

/// <summary>
/// 3MF: XML in a ZIP. What is built, and where, stands behind the meshes, so that each part is gone through twice: for what
/// there is, and for its positions and triangles.
/// </summary>
internal sealed class ThreeMfPackage(ScanFile file, IReadOnlyList<ZipEntry> entries)
{
    private const int MostDepth = 32;
    private const string RelationshipsPart = "_rels/.rels";
    private const string ModelRelationship = "http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel";

    // Of the same name the first, in capitals or not, as the format has it.
    private readonly Dictionary<string, ZipEntry> parts = entries.DistinctBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(entry => entry.Name, StringComparer.OrdinalIgnoreCase);

    public static bool Is(IReadOnlyList<ZipEntry> entries) => entries.Any(entry => entry.Name == RelationshipsPart)
        && entries.Any(entry => entry.Name.EndsWith(".model", StringComparison.OrdinalIgnoreCase));

    public async Task<Mesh> Read(Surface surface, CancellationToken cancellation)
    {
        try
        {
            var root = await FindRoot(cancellation);
            var model = new ThreeMfModel(root, path => Find(path).Name);
            var named = new Queue<string>([root]);
            for (var seen = new HashSet<string>(); named.TryDequeue(out var part);)
                if (seen.Add(part))
                    foreach (var other in await model.Read(Elements(part, cancellation), part))
                        named.Enqueue(other);
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
            await meshes.Read(Elements(part, cancellation), part, cancellation);
        return Mesh.Of(surface, meshes.Vertices, model.Unit, model.UnitFrom, []);
    }

    private async Task<string> FindRoot(CancellationToken cancellation)
    {
        await foreach (var xml in Elements(RelationshipsPart, cancellation))
            if (xml.LocalName == "Relationship" && xml.GetAttribute("Type") == ModelRelationship)
                return Find(xml.GetAttribute("Target")).Name;
        throw new DamagedException(Damage.BadXml.English);
    }

    private ZipEntry Find(string? path) =>
        parts.TryGetValue(path?.TrimStart('/') ?? "", out var entry) ? entry : throw new DamagedException(Damage.BadXml.English);

    /// <summary>Of any part: what a parser keeps of one is bounded, how deep it goes, how many names it has and how long each node is.</summary>
    /// <returns>The one reader, at each element.</returns>
    private async IAsyncEnumerable<XmlReader> Elements(string part, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var content = new ZipContent(file, Find(part));
        var guard = new TagGuard(content);
        using var xml = XmlReader.Create(guard, new()
        {
            Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreWhitespace = true, IgnoreProcessingInstructions = true,
            NameTable = new FewNames(),
        });
        cancellation.ThrowIfCancellationRequested();
        while (await xml.ReadAsync())
        {
            guard.NextNode();
            if (xml.Depth > MostDepth)
                throw new DamagedException(Damage.BadXml.English);
            if (xml.NodeType == XmlNodeType.Element)
                yield return xml;
        }
    }
}
