using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Instruction = System.Runtime.Intrinsics.X86.Aes;

namespace WelWee3D.Formats;

/// <summary>
/// Edges hashed by rounds of AES, which a processor does in a few cycles: each corner once, and then each pair of corners by the
/// sum of their hashes, which does not know which came first. The direction is that of the hashes too.
/// </summary>
public readonly struct AesEdges
{
    private readonly Vector128<byte> key0, key1, key2, key3;

    private AesEdges(ReadOnlySpan<Vector128<byte>> keys) => (key0, key1, key2, key3) = (keys[0], keys[1], keys[2], keys[3]);

    public static bool AreSupported => Instruction.IsSupported;

    public static AesEdges New() => new(MemoryMarshal.Cast<byte, Vector128<byte>>(RandomNumberGenerator.GetBytes(4 * Vector128<byte>.Count)));

    /// <inheritdoc cref="SipEdges.Of"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public UInt128 Of(Vector3 a, Vector3 b, Vector3 c)
    {
        var (p, q, r) = (Hash(a), Hash(b), Hash(c));
        return Signed(p, q) + Signed(q, r) + Signed(r, p);
    }

    // Zero and minus zero are one place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<ulong> Hash(Vector3 place) => Rounds((place + Vector3.Zero).AsVector128().AsByte() ^ key0);

    /// <summary>Without a branch, as directions cannot be foretold; nothing for an edge from a place to itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private UInt128 Signed(Vector128<ulong> from, Vector128<ulong> to)
    {
        var hash = Rounds((from + to).AsByte());
        var (start, end) = (from.ToScalar(), to.ToScalar());
        var isBack = start > end ? 1UL : 0;
        var isEdge = start != end ? ulong.MaxValue : 0;
        var (low, high) = (hash[0] & isEdge, hash[1] & isEdge);
        return new UInt128(high ^ (0 - isBack), low ^ (0 - isBack)) + isBack;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<ulong> Rounds(Vector128<byte> block) =>
        Instruction.Encrypt(Instruction.Encrypt(Instruction.Encrypt(block, key1), key2), key3).AsUInt64();
}
