namespace WelWee3D.Formats;

/// <summary>What a reader found: a mesh, or the damage that keeps the file from being one.</summary>
internal sealed record Mesh(long Triangles, long Vertices, Bounds? Bounds, string Unit, IReadOnlyList<string> Warnings, string? Rejected)
{
    public static Mesh Of(long triangles, long vertices, Bounds bounds, IReadOnlyList<string> warnings, string unit = "mm") =>
        triangles == 0
            ? Damaged(Damage.NoTriangles.English)
            : new Mesh(triangles, vertices, bounds, unit, warnings, Rejected: null);

    public static Mesh Damaged(string damage) => new(0, 0, Bounds: null, "mm", [], damage);
}
