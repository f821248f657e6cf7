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
    public void Add(long index)
    {
        var corner = positions[index];
        if (corners == 0)
            first = corner;
        else if (corners >= 2)
            Surface.Add(first, former, corner);
        former = corner;
        corners++;
    }
}
