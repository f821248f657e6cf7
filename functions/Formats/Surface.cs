using System.Numerics;

namespace WelWee3D.Formats;

/// <summary>What the triangles of a mesh amount to, while they come one after another.</summary>
/// <param name="copy">Gets each of them too, if there is one.</param>
internal sealed class Surface(StlWriter? copy = null)
{
    private readonly EdgeSum edges = new();
    private Vector3 min = new(float.PositiveInfinity);
    private Vector3 max = new(float.NegativeInfinity);
    private Vector3 origin;
    private double sixfoldVolume;

    public long Triangles { get; private set; }

    /// <summary>How many of them have no area.</summary>
    public long Degenerate { get; private set; }

    /// <summary>How many of them have a coordinate that is not a finite number. They lie nowhere: all else is told without them.</summary>
    public long NonFinite { get; private set; }

    /// <summary>Each edge is used as often one way as the other, as far as <see cref="EdgeSum"/> can tell.</summary>
    public bool IsClosed => NonFinite == 0 && edges.IsZero;

    /// <summary>What the surface encloses, as seen from its first corner; negative where its triangles face inwards.</summary>
    public double Volume => sixfoldVolume / 6;

    public Bounds Bounds => new(Point.Of(min), Point.Of(max));

    public void Add(Vector3 a, Vector3 b, Vector3 c)
    {
        Triangles++;
        // NaN and infinity are the two that do not become zero.
        if ((a * 0) + (b * 0) + (c * 0) != Vector3.Zero)
        {
            NonFinite++;
            return;
        }
        if (Triangles - NonFinite == 1)
            origin = a;
        min = Vector3.Min(min, Vector3.Min(a, Vector3.Min(b, c)));
        max = Vector3.Max(max, Vector3.Max(a, Vector3.Max(b, c)));
        edges.Add(a, b, c);
        Enclose(a, b, c);
        copy?.Add(a, b, c);
    }

    /// <summary>For readers to ask whenever they can wait: a copy that has a piece together writes it.</summary>
    public ValueTask Flush(CancellationToken cancellation) => copy is { HasPiece: true } ? copy.Flush(cancellation) : ValueTask.CompletedTask;

    /// <summary>
    /// Straight up from a triangle by the right-hand rule, and twice as long as its area: in double precision, in which the differences
    /// and nearly all products of single ones are exact.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (double X, double Y, double Z) Across(Vector3 a, Vector3 b, Vector3 c)
    {
        double ux = (double)b.X - a.X, uy = (double)b.Y - a.Y, uz = (double)b.Z - a.Z;
        double vx = (double)c.X - a.X, vy = (double)c.Y - a.Y, vz = (double)c.Z - a.Z;
        return ((uy * vz) - (uz * vy), (uz * vx) - (ux * vz), (ux * vy) - (uy * vx));
    }

    private void Enclose(Vector3 a, Vector3 b, Vector3 c)
    {
        var (x, y, z) = Across(a, b, c);
        if (x == 0 && y == 0 && z == 0)
            Degenerate++;
        sixfoldVolume += (((double)a.X - origin.X) * x) + (((double)a.Y - origin.Y) * y) + (((double)a.Z - origin.Z) * z);
    }
}
