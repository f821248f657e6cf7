using System.Buffers;
using System.Buffers.Text;

namespace WelWee3D.Formats;

/// <summary>Takes the words of a line one by one, without making strings of them.</summary>
internal static class Words
{
    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\v\f"u8);

    /// <summary>Empty when there are no more.</summary>
    public static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> line)
    {
        var start = line.IndexOfAnyExcept(Blanks);
        if (start < 0)
            return line = [];

        line = line[start..];
        var end = line.IndexOfAny(Blanks);
        var word = end < 0 ? line : line[..end];
        line = line[word.Length..];
        return word;
    }

    /// <summary>Whether the rest of the line is one point, with finite coordinates, and nothing else.</summary>
    public static bool TryTakePoint(ReadOnlySpan<byte> line, out Point point)
    {
        point = default;
        if (!TryTakeNumber(ref line, out var x) || !TryTakeNumber(ref line, out var y) || !TryTakeNumber(ref line, out var z))
            return false;

        point = new Point(x, y, z);
        return point.IsFinite && Take(ref line).IsEmpty;
    }

    private static bool TryTakeNumber(ref ReadOnlySpan<byte> line, out double number)
    {
        var word = Take(ref line);
        return Utf8Parser.TryParse(word, out number, out var used) && used == word.Length;
    }
}
