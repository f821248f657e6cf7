namespace WelWee3D.Tests.Retention.Published;

/// <summary>Whether a leaf is in a tree, by the steps that anybody may take (RFC 9162, section 2.1.3.2).</summary>
internal static class Inclusion
{
    public static bool Holds(int index, int size, byte[] leaf, IEnumerable<byte[]> path, byte[] root)
    {
        if (index >= size)
            return false;
        var (at, last, hash) = (index, size - 1, leaf);
        foreach (var beside in path)
        {
            if (last == 0)
                return false;
            if (at % 2 == 1 || at == last)
            {
                hash = HashTree.Node(beside, hash);
                for (; at % 2 == 0 && at != 0; at /= 2)
                    last /= 2;
            }
            else
            {
                hash = HashTree.Node(hash, beside);
            }
            (at, last) = (at / 2, last / 2);
        }
        return last == 0 && hash.SequenceEqual(root);
    }
}
