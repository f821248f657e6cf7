using System.Numerics;
using System.Xml;

namespace WelWee3D.Formats;

/// <summary>An object of a 3MF file, by the part that it stands in and its number there.</summary>
internal readonly record struct ThreeMfId(string Part, int Number);

/// <summary>The objects of a 3MF file, which of them are built, and where.</summary>
/// <param name="partOf">The one name of a part, however it is spelled where it is referred to.</param>
internal sealed class ThreeMfModel(string root, Func<string, string> partOf)
{
    public const string Namespace = "http://schemas.microsoft.com/3dmanufacturing/core/2015/02";

    private const string ProductionNamespace = "http://schemas.microsoft.com/3dmanufacturing/production/2015/06";
    private const int MostObjects = 100_000;
    private const int MostDepth = 32;

    private static readonly Dictionary<string, string> Units = new()
    {
        ["micron"] = "micron", ["millimeter"] = "mm", ["centimeter"] = "cm", ["meter"] = "m", ["inch"] = "inch", ["foot"] = "foot",
    };

    private readonly Dictionary<ThreeMfId, List<(ThreeMfId Of, Matrix4x4 Transform)>> objects = [];
    private readonly List<(ThreeMfId Of, Matrix4x4 Transform)> built = [];
    private int count;

    public LengthUnit Unit { get; private set; } = LengthUnit.Millimetre;

    public UnitSource UnitFrom { get; private set; } = UnitSource.Format;

    /// <returns>Other parts that this one names.</returns>
    public async Task<IReadOnlySet<string>> Read(IAsyncEnumerable<XmlReader> elements, string part)
    {
        var others = new HashSet<string>();
        List<(ThreeMfId, Matrix4x4)>? components = null;
        await foreach (var xml in elements)
        {
            if (xml.NamespaceURI != Namespace)
                continue;
            switch (xml.LocalName)
            {
                case "model" when part == root:
                    ReadUnit(xml);
                    break;
                case "object":
                    objects[new(part, Number(xml, "id"))] = components = [];
                    Count();
                    break;
                case "component":
                    (components ?? throw new DamagedException(Damage.BadXml.English)).Add(Reference(xml, part, others));
                    break;
                case "item" when part == root:
                    built.Add(Reference(xml, part, others));
                    break;
            }
        }
        return others;
    }

    /// <summary>Where each object is built; one that stands in others, wherever those are.</summary>
    public Dictionary<ThreeMfId, List<Matrix4x4>> Places()
    {
        var places = new Dictionary<ThreeMfId, List<Matrix4x4>>();
        var open = new Stack<(ThreeMfId Of, Matrix4x4 Place, int Depth)>();
        var kept = 0;
        Push(built, Matrix4x4.Identity, 0);
        while (open.TryPop(out var next))
        {
            if (next.Depth == MostDepth)
                throw new DamagedException(Damage.TooMuch.With(MostObjects));
            (places.TryGetValue(next.Of, out var known) ? known : places[next.Of] = []).Add(next.Place);
            Push(ComponentsOf(next.Of), next.Place, next.Depth + 1);
        }
        return places;

        // Counted before they are kept: one of very many components may stand in itself.
        void Push(List<(ThreeMfId Of, Matrix4x4 Transform)> components, Matrix4x4 place, int depth)
        {
            if ((kept += components.Count) > MostObjects)
                throw new DamagedException(Damage.TooMuch.With(MostObjects));
            foreach (var (of, transform) in components.AsEnumerable().Reverse())
                open.Push((of, transform * place, depth));
        }
    }

    private List<(ThreeMfId Of, Matrix4x4 Transform)> ComponentsOf(ThreeMfId id) =>
        objects.TryGetValue(id, out var components) ? components : throw new DamagedException(Damage.BadXml.English);

    public static int Number(XmlReader xml, string name) =>
        int.TryParse(xml.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new DamagedException(Damage.BadXml.English);

    private void ReadUnit(XmlReader xml)
    {
        if (xml.GetAttribute("unit") is not { } unit)
            return;
        Unit = LengthUnit.Of(Units.GetValueOrDefault(unit) ?? throw new DamagedException(Damage.BadXml.English));
        UnitFrom = UnitSource.File;
    }

    private (ThreeMfId, Matrix4x4) Reference(XmlReader xml, string part, HashSet<string> others)
    {
        Count();
        if (xml.GetAttribute("path", ProductionNamespace) is { } path)
            others.Add(part = partOf(path));
        return (new(part, Number(xml, "objectid")), Transform(xml.GetAttribute("transform")));
    }

    private void Count()
    {
        if (++count > MostObjects)
            throw new DamagedException(Damage.TooMuch.With(MostObjects));
    }

    /// <summary>Twelve numbers, row by row; the fourth column is always the same.</summary>
    private static Matrix4x4 Transform(string? text)
    {
        if (text is null)
            return Matrix4x4.Identity;
        var numbers = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(each => float.TryParse(each, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : float.NaN).ToArray();
        return numbers is [var a, var b, var c, var d, var e, var f, var g, var h, var i, var x, var y, var z] && numbers.All(float.IsFinite)
            ? new(a, b, c, 0, d, e, f, 0, g, h, i, 0, x, y, z, 1)
            : throw new DamagedException(Damage.BadXml.English);
    }
}
