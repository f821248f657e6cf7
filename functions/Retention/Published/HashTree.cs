namespace WelWee3D.Retention.Published;

/// <summary>The tree of hashes that a public log is (RFC 6962, section 2.1). Pure.</summary>
public static class HashTree
{
    public const int HashLength = SHA256.HashSizeInBytes;

    public static byte[] Leaf(ReadOnlySpan<byte> entry) => SHA256.HashData([0, .. entry]);

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => SHA256.HashData([1, .. left, .. right]);

    public static byte[] Root(IReadOnlyList<byte[]> leaves) => leaves.Count == 0 ? SHA256.HashData([]) : Root(leaves, 0, leaves.Count);

    /// <param name="count">At least one.</param>
    public static byte[] Root(IReadOnlyList<byte[]> leaves, int from, int count)
    {
        if (count == 1)
            return leaves[from];
        var half = Half(count);
        return Node(Root(leaves, from, half), Root(leaves, from + half, count - half));
    }

    /// <summary>The hashes beside the way from a leaf to the root, from the leaf on (section 2.1.1).</summary>
    public static IReadOnlyList<byte[]> Path(IReadOnlyList<byte[]> leaves, int index) => Path(leaves, index, 0, leaves.Count);

    private static IReadOnlyList<byte[]> Path(IReadOnlyList<byte[]> leaves, int index, int from, int count)
    {
        if (count == 1)
            return [];
        var half = Half(count);
        return index < from + half
            ? [.. Path(leaves, index, from, half), Root(leaves, from + half, count - half)]
            : [.. Path(leaves, index, from + half, count - half), Root(leaves, from, half)];
    }

    // The largest power of two below.
    private static int Half(int count)
    {
        var half = 1;
        while (half * 2 < count)
            half *= 2;
        return half;
    }
}
