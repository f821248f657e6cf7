using System.Numerics;

namespace WelWee3D.Formats;

/// <summary>
/// Takes the lines of which nearly all OBJ files consist: a position of three plain numbers, or a face of a few corners. Of any other
/// nothing is taken: <see cref="ObjStatements"/> looks at it word by word.
/// </summary>
internal static class PlainObjLines
{
    public const int MostCorners = 8;

    /// <returns>Behind its end; 0 where it is none.</returns>
    public static int Position(ReadOnlySpan<byte> text, out Vector3 position)
    {
        position = default;
        var at = 2;
        if (text is not [(byte)'v', (byte)' ', ..]
            || !PlainNumbers.TryTake(text, ref at, out var x) || !PlainNumbers.TryTake(text, ref at, out var y) || !PlainNumbers.TryTake(text, ref at, out var z))
            return 0;
        position = new(x, y, z);
        return End(text, at);
    }

    /// <param name="positions">How many there are, from the newest of which negative numbers count.</param>
    /// <param name="corners">Where the corners come, from 0.</param>
    /// <returns>Behind its end; 0 where it is none.</returns>
    public static int Face(ReadOnlySpan<byte> text, long positions, Span<long> corners, out int count)
    {
        count = 0;
        if (text is not [(byte)'f', (byte)' ', ..])
            return 0;
        for (var at = 2; count < MostCorners && PlainNumbers.TryTakeWhole(text, ref at, out var number);)
        {
            var index = number < 0 ? positions + number : number - 1L;
            if (index < 0 || index >= positions || !(text[at] == '/' || Blank.Is(text[at])))
                return 0;
            corners[count++] = index;
            // Texture and normal of the corner.
            while (at < text.Length && !Blank.Is(text[at]))
                at++;
            if (End(text, at) is > 0 and var end)
                return end;
        }
        return 0;
    }

    private static int End(ReadOnlySpan<byte> text, int at) => at < text.Length && text[at] == '\n' ? at + 1
        : at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? at + 2
        : 0;
}
