using System.Numerics;
using System.Xml;

namespace WelWee3D.Formats;

/// <summary>The meshes of a 3MF file, each in all places where it is built.</summary>
internal sealed class ThreeMfMeshes(Dictionary<ThreeMfId, List<Matrix4x4>> places, Surface surface)
{
    public IEnumerable<string> Parts => places.Keys.Select(id => id.Part).Distinct();

    /// <summary>Of each mesh once.</summary>
    public long Vertices { get; private set; }

    public async Task Read(IAsyncEnumerable<XmlReader> elements, string part, CancellationToken cancellation)
    {
        Positions? positions = null;
        PlacedTriangles? triangles = null;
        try
        {
            await foreach (var xml in elements)
            {
                if (xml.NamespaceURI != ThreeMfModel.Namespace)
                    continue;
                if (xml.LocalName == "object")
                {
                    positions?.Dispose();
                    (positions, triangles) = (null, null);
                    if (places.TryGetValue(new(part, ThreeMfModel.Number(xml, "id")), out var here))
                        triangles = new(mode: 4, here, positions = new(), surface);
                }
                else if (xml.LocalName == "vertex" && positions is not null)
                    AddVertex(xml, positions);
                else if (xml.LocalName == "triangle" && triangles is not null)
                {
                    foreach (var corner in (string[])["v1", "v2", "v3"])
                        triangles.Add(ThreeMfModel.Number(xml, corner));
                    await surface.Flush(cancellation);
                }
            }
        }
        finally
        {
            positions?.Dispose();
        }
    }

    private void AddVertex(XmlReader xml, Positions positions)
    {
        if (positions.Count == Positions.Most)
            throw new DamagedException(Damage.TooManyVertices.With(Positions.Most));
        positions.Add(new(Coordinate(xml, "x"), Coordinate(xml, "y"), Coordinate(xml, "z")));
        Vertices++;
    }

    private static float Coordinate(XmlReader xml, string name) =>
        float.TryParse(xml.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw new DamagedException(Damage.BadXml.English);
}
