using PhoneNumbers;

namespace WelWee3D.People;

/// <summary>Which phone numbers are taken: as people write them, from anywhere in the world.</summary>
public static class Phones
{
    private const int MaxLength = 40;

    // A short Dutch number without its area.
    private const int MinDigits = 6;

    /// <summary>Where a number is from that does not say so.</summary>
    private const string Region = "NL";

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    /// <summary>The one value of a number, in E.164: 06 12345678, +31 (0)6 12345678 and 0031612345678 are +31612345678.</summary>
    /// <returns>Null when it is none, or two, or has an extension.</returns>
    public static string? Canonical(string written)
    {
        // What pastes a number may put signs around it that tell which way it runs.
        var number = string.Concat(written.Where(sign => char.GetUnicodeCategory(sign) != UnicodeCategory.Format)).Trim();
        // The library would read letters as the keys that they are on, and pass over what stands around a number.
        if (number.Length > MaxLength || !number.All(sign => char.IsDigit(sign) || "+＋()（）-‐‑–./ \u00a0".Contains(sign))
            || number.Count(char.IsDigit) < MinDigits)
            return null;
        try
        {
            var parsed = Library.Parse(number, Region);
            return Library.IsPossibleNumber(parsed) && IsWhole(parsed) ? Library.Format(parsed, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            // The library has no other way to say that there is no number in it.
            return null;
        }
    }

    /// <summary>As a number is kept. Rows of before may hold one that would be refused now: it stays as it is.</summary>
    public static string? Kept(string? written) => written is null ? null : Canonical(written) ?? written;

    // A zero that is dialled only at home is part of no number, but in the few countries where it is of valid ones.
    private static bool IsWhole(PhoneNumber number) => number.NumberOfLeadingZeros == 0 && !number.HasNumberOfLeadingZeros || Library.IsValidNumber(number);
}
