using System.Buffers.Binary;
using System.Numerics;

namespace WelWee3D.Formats;

/// <summary>Edges hashed by SipHash-1-3 over the bytes of their two ends, on every processor.</summary>
public readonly struct SipEdges
{
    private readonly ulong key0, key1;

    private SipEdges(ReadOnlySpan<byte> key) =>
        (key0, key1) = (BinaryPrimitives.ReadUInt64LittleEndian(key), BinaryPrimitives.ReadUInt64LittleEndian(key[sizeof(ulong)..]));

    public static SipEdges New() => new(RandomNumberGenerator.GetBytes(2 * sizeof(ulong)));

    /// <summary>The hashes of a triangle's edges, each with the sign of its direction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public UInt128 Of(Vector3 a, Vector3 b, Vector3 c)
    {
        var (p, q, r) = (new Place(a), new Place(b), new Place(c));
        return Signed(p, q) + Signed(q, r) + Signed(r, p);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private UInt128 Signed(Place from, Place to)
    {
        if (from == to)
            return 0;
        return from.IsBefore(to)
            ? Hash(from.XY, from.Z | ((ulong)to.Z << 32), to.XY)
            : 0 - Hash(to.XY, to.Z | ((ulong)from.Z << 32), from.XY);
    }

    /// <summary>SipHash-1-3 of three words, with 128 bits of result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private UInt128 Hash(ulong first, ulong second, ulong third)
    {
        var v0 = key0 ^ 0x736f6d6570736575;
        var v1 = key1 ^ 0x646f72616e646f6d ^ 0xee;
        var v2 = key0 ^ 0x6c7967656e657261;
        var v3 = key1 ^ 0x7465646279746573;
        Take(first, ref v0, ref v1, ref v2, ref v3);
        Take(second, ref v0, ref v1, ref v2, ref v3);
        Take(third, ref v0, ref v1, ref v2, ref v3);
        Take(24UL << 56, ref v0, ref v1, ref v2, ref v3);
        v2 ^= 0xee;
        var low = Finish(ref v0, ref v1, ref v2, ref v3);
        v1 ^= 0xdd;
        return new UInt128(Finish(ref v0, ref v1, ref v2, ref v3), low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Take(ulong word, ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v3 ^= word;
        Round(ref v0, ref v1, ref v2, ref v3);
        v0 ^= word;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Finish(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        return v0 ^ v1 ^ v2 ^ v3;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v0 += v1;
        v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
        v0 = BitOperations.RotateLeft(v0, 32);
        v2 += v3;
        v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
        v2 = BitOperations.RotateLeft(v2, 32);
    }

    /// <summary>The bytes of a place; zero and minus zero are one.</summary>
    private readonly record struct Place
    {
        public Place(Vector3 at)
        {
            at += Vector3.Zero;
            XY = ((ulong)BitConverter.SingleToUInt32Bits(at.X) << 32) | BitConverter.SingleToUInt32Bits(at.Y);
            Z = BitConverter.SingleToUInt32Bits(at.Z);
        }

        public readonly ulong XY;
        public readonly uint Z;

        public bool IsBefore(Place other) => XY < other.XY || (XY == other.XY && Z < other.Z);
    }
}
