using System.Numerics;

namespace WelWee3D.Formats;

/// <summary>What the triangles of a mesh amount to, while they come one after another.</summary>
internal sealed class Surface
{
    private Vector3 min = new(float.PositiveInfinity);
    private Vector3 max = new(float.NegativeInfinity);

    public long Triangles { get; private set; }

    public Bounds Bounds => new(Point.Of(min), Point.Of(max));

    public void Add(Vector3 a, Vector3 b, Vector3 c)
    {
        Triangles++;
        min = Vector3.Min(min, Vector3.Min(a, Vector3.Min(b, c)));
        max = Vector3.Max(max, Vector3.Max(a, Vector3.Max(b, c)));
    }
}
