using System.Numerics;

namespace WelWee3D.Formats;

/// <summary>The faces of a mesh by the numbers of their corners, each as a fan of triangles about its first.</summary>
internal sealed class Faces(Positions positions, Surface surface)
{
    private long corners;
    private Vector3 first, former;

    public Surface Surface => surface;

    public void Begin() => corners = 0;

    /// <param name="index">From 0; there must be such a position.</param>
    /// <returns>False when the triangle that it ends has a coordinate that is not finite.</returns>
    public bool TryAdd(long index)
    {
        var corner = positions[index];
        var isFinite = true;
        if (corners == 0)
            first = corner;
        else if (corners >= 2)
        {
            // NaN and infinity are the two that do not become zero.
            isFinite = (first * 0) + (former * 0) + (corner * 0) == Vector3.Zero;
            if (isFinite)
                Surface.Add(first, former, corner);
        }
        former = corner;
        corners++;
        return isFinite;
    }
}
