using System.Numerics;

namespace WelWee3D.Formats;

/// <summary>
/// Tells in sixteen bytes whether a surface is closed and oriented consistently: whether each edge, by the exact place of its
/// two ends, is used as often one way as the other. For each use a keyed hash of the edge is added, or subtracted where it
/// goes the other way, modulo 2^128: what is left is zero when they are in balance, and otherwise practically never.
/// </summary>
/// <remarks>
/// It misses what keeps the balance: an edge that four triangles share, parts that go through each other, a part that is inside
/// out as a whole. Ends that lie next to each other and are not the same are two places, so that a seam is open.
/// The keys are new each time: nobody can make a file that seems closed.
/// </remarks>
internal sealed class EdgeSum
{
    private readonly AesEdges aes = AesEdges.New();
    private readonly SipEdges sip = SipEdges.New();
    private UInt128 sum;

    public bool IsZero => sum == 0;

    public void Add(Vector3 a, Vector3 b, Vector3 c) => sum += AesEdges.AreSupported ? aes.Of(a, b, c) : sip.Of(a, b, c);
}
