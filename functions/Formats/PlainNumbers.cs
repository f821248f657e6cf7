using System.Buffers.Binary;
using System.Numerics;

namespace WelWee3D.Formats;

/// <summary>
/// Takes the numbers of which nearly all files consist straight from their text, eight digits at a time: perhaps a minus, digits,
/// perhaps a point and digits behind it, perhaps an exponent, and then a blank. Anything else is not taken, nor what is near the
/// end of the text: <see cref="Decimals"/> decides what that is.
/// </summary>
public static class PlainNumbers
{
    /// <summary>How much of the text must be left, so that eight bytes can be looked at wherever a number goes on.</summary>
    private const int Room = 64;

    // What is longer may not fit in 64 bits.
    private const int MostDigits = 19;

    private static readonly ulong[] PowersOfTen = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    /// <summary>Takes a number that stands at this place, or behind spaces, with the bits that <see cref="Decimals"/> gives it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryTake(ReadOnlySpan<byte> text, ref int at, out float value)
    {
        value = 0;
        var next = SkipSpaces(text, at);
        if (text.Length - next < Room)
            return false;
        var isNegative = text[next] == '-';
        next += isNegative ? 1 : 0;
        var whole = Digits(text, ref next, out var digits);
        var fraction = 0;
        if (text[next] == '.' && whole < 8)
        {
            next++;
            int more;
            do
            {
                more = Digits(text, ref next, out var part);
                digits = (digits * PowersOfTen[more]) + part;
                fraction += more;
            }
            while (more == 8 && whole + fraction < MostDigits);
        }
        if (whole + fraction is 0 or > MostDigits)
            return false;
        var exponent = (text[next] | 0x20) == 'e' ? Exponent(text, ref next) : 0;
        if (!Blank.Is(text[next]) || !Decimals.TryScale(digits, exponent - fraction, out value))
            return false;
        value = isNegative ? -value : value;
        at = next;
        return true;
    }

    /// <summary>Takes a whole number of at most seven digits, which stands at this place or behind spaces. What follows it is not looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryTakeWhole(ReadOnlySpan<byte> text, ref int at, out int value)
    {
        value = 0;
        var next = SkipSpaces(text, at);
        if (text.Length - next < Room)
            return false;
        var isNegative = text[next] == '-';
        next += isNegative ? 1 : 0;
        if (Digits(text, ref next, out var digits) is 0 or 8)
            return false;
        value = isNegative ? -(int)digits : (int)digits;
        at = next;
        return true;
    }

    /// <summary>Stays at its letter where no digits follow.</summary>
    private static int Exponent(ReadOnlySpan<byte> text, ref int at)
    {
        var next = at + (text[at + 1] is (byte)'-' or (byte)'+' ? 2 : 1);
        var isNegative = text[at + 1] == '-';
        if (Digits(text, ref next, out var exponent) == 0)
            return 0;
        at = next;
        return isNegative ? -(int)exponent : (int)exponent;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SkipSpaces(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\t')
            at++;
        return at;
    }

    /// <returns>How many there were, eight at most.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digits(ReadOnlySpan<byte> text, ref int at, out ulong number)
    {
        // A digit becomes its value, and anything else more than nine.
        var values = BinaryPrimitives.ReadUInt64LittleEndian(text[at..]) ^ 0x3030303030303030;
        var others = (values | (values + 0x7676767676767676)) & 0x8080808080808080;
        var count = BitOperations.TrailingZeroCount(others) / 8;
        at += count;
        // With zeros before the first digit, eight become four of two digits, those two of four, and those one.
        values = count == 0 ? 0 : values << (64 - (8 * count));
        values = (values * ((10 << 8) + 1)) >> 8;
        values = ((values & 0x00FF00FF00FF00FF) * ((100 << 16) + 1)) >> 16;
        number = ((values & 0x0000FFFF0000FFFF) * ((10_000UL << 32) + 1)) >> 32;
        return count;
    }
}
