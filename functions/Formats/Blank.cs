using System.Buffers;

namespace WelWee3D.Formats;

/// <summary>White space as C has it, which the text formats were made with.</summary>
internal static class Blank
{
    public static readonly SearchValues<byte> All = SearchValues.Create(" \t\n\v\f\r"u8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(byte sign) => sign == ' ' || (uint)(sign - '\t') <= '\r' - '\t';

    /// <summary>The next word of a text; empty when there is none. The text goes on behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> TakeWord(ref ReadOnlySpan<byte> text)
    {
        var start = 0;
        while (start < text.Length && Is(text[start]))
            start++;
        var end = start;
        while (end < text.Length && !Is(text[end]))
            end++;
        var word = text[start..end];
        text = text[end..];
        return word;
    }
}
