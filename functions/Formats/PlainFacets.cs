using System.Numerics;

namespace WelWee3D.Formats;

/// <summary>
/// Takes a facet of ASCII STL as nearly all programs write it: each word once, in small letters, and plain numbers. Of any other
/// nothing is taken: <see cref="AsciiStlGrammar"/> goes through it word by word.
/// </summary>
internal static class PlainFacets
{
    public static bool TryTake(ReadOnlySpan<byte> text, ref int at, out Vector3 a, out Vector3 b, out Vector3 c)
    {
        (a, b, c) = (default, default, default);
        var next = at;
        // The normal follows from the corners.
        if (!Word(text, ref next, "facet"u8) || !Word(text, ref next, "normal"u8) || !Corner(text, ref next, out _)
            || !Word(text, ref next, "outer"u8) || !Word(text, ref next, "loop"u8)
            || !Word(text, ref next, "vertex"u8) || !Corner(text, ref next, out a)
            || !Word(text, ref next, "vertex"u8) || !Corner(text, ref next, out b)
            || !Word(text, ref next, "vertex"u8) || !Corner(text, ref next, out c)
            || !Word(text, ref next, "endloop"u8) || !Word(text, ref next, "endfacet"u8))
            return false;
        at = next;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Word(ReadOnlySpan<byte> text, ref int at, ReadOnlySpan<byte> word)
    {
        var next = at;
        while (next < text.Length && Blank.Is(text[next]))
            next++;
        at = next + word.Length;
        return at < text.Length && text[next..].StartsWith(word) && Blank.Is(text[at]);
    }

    private static bool Corner(ReadOnlySpan<byte> text, ref int at, out Vector3 corner)
    {
        corner = default;
        if (!PlainNumbers.TryTake(text, ref at, out var x) || !PlainNumbers.TryTake(text, ref at, out var y) || !PlainNumbers.TryTake(text, ref at, out var z))
            return false;
        corner = new(x, y, z);
        return true;
    }
}
