namespace WelWee3D.Formats;

/// <summary>Reads decimal numbers at single precision, as printers take them: exactly what <c>float.Parse</c> gives.</summary>
public static class Decimals
{
    // Of at most 19 digits the value fits in 64 bits, and these powers are exact in a double.
    private const int MostDigits = 19;

    private static readonly string[] Undefined = ["nan", "inf", "infinity", "nan(ind)", "nan(snan)"];

    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>
    /// False for what is no number, or not all of the word. What is too large is infinite; what programs write where they have no
    /// number, or an infinite one, is NaN.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> word, out float value)
    {
        value = 0;
        var at = word.Length > 0 && word[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        var (digits, kept, scale) = (0UL, 0, 0);
        var whole = Take(word, ref at, ref digits, ref kept, ref scale);
        var fraction = 0;
        if (at < word.Length && word[at] == '.')
        {
            at++;
            fraction = Take(word, ref at, ref digits, ref kept, ref scale);
        }
        if (whole + fraction == 0 || !TryTakeExponent(word, ref at, out var exponent) || at != word.Length)
        {
            value = float.NaN;
            return IsUndefined(word.TrimStart("+-"u8));
        }

        var isSmall = kept <= MostDigits && Math.Abs(exponent) < 1000;
        if (!isSmall || !TryScale(digits, exponent - fraction + scale, out value))
            return float.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        if (word[0] == '-')
            value = -value;
        return true;
    }

    /// <summary>As C libraries write it, those of Windows as <c>1.#QNAN</c> and the like.</summary>
    private static bool IsUndefined(ReadOnlySpan<byte> word)
    {
        if (word.StartsWith("1.#"u8))
            return true;
        foreach (var name in Undefined)
            if (Ascii.EqualsIgnoreCase(word, name))
                return true;
        return false;
    }

    /// <returns>How many digits there were.</returns>
    private static int Take(ReadOnlySpan<byte> word, ref int at, ref ulong digits, ref int kept, ref int scale)
    {
        var start = at;
        for (; at < word.Length && (uint)(word[at] - '0') is var digit and <= 9; at++)
        {
            if (kept < MostDigits)
            {
                digits = digits * 10 + digit;
                kept += digits == 0 ? 0 : 1;
            }
            else if (digit == 0)
                scale++;
            else
                kept = MostDigits + 1;
        }
        return at - start;
    }

    private static bool TryTakeExponent(ReadOnlySpan<byte> word, ref int at, out int exponent)
    {
        exponent = 0;
        if (at >= word.Length || (word[at] | 0x20) != 'e')
            return true;
        at++;
        var isNegative = at < word.Length && word[at] == '-';
        if (at < word.Length && word[at] is (byte)'-' or (byte)'+')
            at++;
        var start = at;
        for (; at < word.Length && (uint)(word[at] - '0') is var digit and <= 9; at++)
            exponent = Math.Min(exponent * 10 + (int)digit, 100_000);
        if (isNegative)
            exponent = -exponent;
        return at > start;
    }

    /// <summary>
    /// The double is at most two units in its last place off. Unless it lies that near to the middle between two floats,
    /// it rounds to the right one.
    /// </summary>
    internal static bool TryScale(ulong digits, int exponent, out float value)
    {
        value = 0;
        if (digits == 0)
            return true;
        if (Math.Abs(exponent) >= PowersOfTen.Length)
            return false;
        var exact = exponent < 0 ? digits / PowersOfTen[-exponent] : digits * PowersOfTen[exponent];
        const ulong belowFloat = (1UL << 29) - 1, middle = 1UL << 28, near = 4;
        if ((BitConverter.DoubleToUInt64Bits(exact) & belowFloat) - (middle - near) <= 2 * near || exact is < 1e-30 or > 1e38)
            return false;
        value = (float)exact;
        return true;
    }
}
