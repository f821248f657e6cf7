using System.Numerics;

namespace WelWee3D.Formats;

/// <summary>Makes triangles of the corners of a primitive, in each place where it is.</summary>
/// <param name="mode">4 for triangles, 5 for a strip, 6 for a fan.</param>
/// <param name="most">How many there may be in the whole file.</param>
internal sealed class PlacedTriangles(
    int mode, IReadOnlyList<Matrix4x4> places, Positions positions, Surface surface, long most = PlacedTriangles.Most)
{
    public const long Most = 1_000_000_000;

    // What mirrors also turns the corners around.
    private readonly bool[] isMirrored = [.. places.Select(place => place.GetDeterminant() < 0)];
    private Vector3 first, former;
    private long corners;

    public void Add(long index)
    {
        if (index >= positions.Count)
            throw new DamagedException(Damage.NoSuchVertex.With(surface.Triangles + 1));
        var corner = positions[index];
        var at = mode == 4 ? corners % 3 : Math.Min(corners, 2);
        var isOdd = mode == 5 && corners % 2 == 1;
        corners++;
        if (at == 2)
            Add(isOdd ? former : first, isOdd ? first : former, corner);
        if (at == 0 || (mode == 5 && at == 2))
            first = at == 0 ? corner : former;
        if (at > 0)
            former = corner;
    }

    private void Add(Vector3 a, Vector3 b, Vector3 c)
    {
        for (var i = 0; i < places.Count; i++)
        {
            var (x, y, z) = (Vector3.Transform(a, places[i]), Vector3.Transform(b, places[i]), Vector3.Transform(c, places[i]));
            if (surface.Triangles == most)
                throw new DamagedException(Damage.TooMuch.With(most));
            surface.Add(x, isMirrored[i] ? z : y, isMirrored[i] ? y : z);
        }
    }
}
