namespace WelWee3D.Formats;

/// <summary>What a reader found: a mesh, or the damage that keeps the file from being one.</summary>
internal sealed record Mesh(Surface? Surface, long Vertices, LengthUnit Unit, UnitSource UnitFrom, IReadOnlyList<string> Warnings, string? Rejected)
{
    /// <summary>Null when it is in none.</summary>
    public ScanFormat? Format { get; init; }

    /// <summary>The files of a ZIP that it came in; none where it came as it is.</summary>
    public IReadOnlyList<ScanEntry> Entries { get; init; } = [];

    public static Mesh Of(Surface surface, long vertices, IReadOnlyList<string> warnings) =>
        Of(surface, vertices, LengthUnit.Millimetre, UnitSource.Assumed, warnings);

    public static Mesh Of(Surface surface, long vertices, LengthUnit unit, UnitSource unitFrom, IReadOnlyList<string> warnings) =>
        surface.Triangles == 0 ? Damaged(Damage.NoTriangles.English)
            : surface.Triangles == surface.NonFinite ? Damaged(Damage.NoneFinite.English)
            : new(surface, vertices, unit, unitFrom, [.. warnings, .. WarningsOf(surface, unit)], Rejected: null);

    public static Mesh Damaged(string damage) => new(null, 0, LengthUnit.Millimetre, UnitSource.Assumed, [], damage);

    private static IEnumerable<string> WarningsOf(Surface surface, LengthUnit unit)
    {
        foreach (var warning in BodySize.Warnings(surface.Bounds, unit.Symbol))
            yield return warning;
        if (surface.IsClosed)
            foreach (var warning in BodySize.VolumeWarnings(surface.Volume, surface.Bounds, unit.Symbol))
                yield return warning;
        if (surface.IsClosed && surface.Volume < 0)
            yield return "The surface is inside out: its triangles face inwards.";
        if (surface.Degenerate > 0)
            yield return surface.Degenerate == 1
                ? "1 triangle has no area."
                : string.Create(CultureInfo.InvariantCulture, $"{surface.Degenerate} triangles have no area.");
        if (surface.NonFinite > 0)
            yield return surface.NonFinite == 1
                ? "1 triangle has a coordinate that is not a finite number."
                : string.Create(CultureInfo.InvariantCulture, $"{surface.NonFinite} triangles have a coordinate that is not a finite number.");
    }
}
