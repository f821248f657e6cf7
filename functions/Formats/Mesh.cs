namespace WelWee3D.Formats;

/// <summary>What a reader found: a mesh, or the damage that keeps the file from being one.</summary>
internal sealed record Mesh(long Triangles, long Vertices, Bounds? Bounds, string Unit, string? Damage)
{
    public static Mesh Of(long triangles, long vertices, Bounds bounds, string unit = "mm") =>
        triangles == 0
            ? Damaged("The file holds no triangles.")
            : new Mesh(triangles, vertices, bounds, unit, Damage: null);

    public static Mesh Damaged(string damage) => new(0, 0, Bounds: null, "mm", damage);
}
