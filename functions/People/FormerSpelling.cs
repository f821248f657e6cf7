namespace WelWee3D.People;

/// <summary>
/// How addresses and numbers were made alike before each had one value. A record of then is found under these keys too,
/// until a reconciliation has written it anew.
/// </summary>
internal static class FormerSpelling
{
    private const string CountryCode = "31";

    public static string OfEmail(string email) => email.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    public static string OfPhone(string phone)
    {
        var digits = string.Concat(phone.Replace("(0)", "", StringComparison.Ordinal).Where(char.IsAsciiDigit));
        if (phone.TrimStart().StartsWith('+'))
            return digits;
        if (digits.StartsWith("00", StringComparison.Ordinal))
            return digits[2..];
        return digits.StartsWith('0') ? CountryCode + digits[1..] : digits;
    }

    /// <summary>What an address may have been then: its domain in its own script.</summary>
    public static IEnumerable<string> OfAnyEmail(string canonical)
    {
        var at = canonical.IndexOf('@');
        return [OfEmail($"{canonical[..at]}@{new IdnMapping().GetUnicode(canonical[(at + 1)..])}")];
    }

    /// <summary>What a Dutch number may have been then: with its zero behind the code of the country, or without that code.</summary>
    public static IEnumerable<string> OfAnyPhone(string canonical) => canonical.StartsWith($"+{CountryCode}", StringComparison.Ordinal)
        ? [$"{CountryCode}0{canonical[3..]}", canonical[3..]]
        : [];
}
