using System.Globalization;

namespace WelWee3D.People;

/// <summary>
/// Which mail addresses are taken: one bare address that SendGrid can deliver to. No display names, comments or quoted
/// parts, and nothing but ASCII before the @; the domain may be in any script.
/// </summary>
public static class MailAddresses
{
    public const int MaxLength = 254;

    private const int MaxLocalLength = 64;
    private const string Punctuation = "!#$%&'*+/=?^_`{|}~-";

    public static bool IsDeliverable(string address)
    {
        var at = address.IndexOf('@');
        return address.Length <= MaxLength && at > 0 && IsLocal(address.AsSpan(0, at)) && Ascii(address[(at + 1)..]) is not null;
    }

    /// <summary>The address as it goes out, its domain in ASCII (RFC 5891).</summary>
    public static string Outgoing(string address)
    {
        var at = address.IndexOf('@');
        return $"{address[..at]}@{Ascii(address[(at + 1)..])}";
    }

    private static bool IsLocal(ReadOnlySpan<char> local)
    {
        if (local.Length > MaxLocalLength)
            return false;
        foreach (var atom in local.Split('.'))
            if (local[atom].IsEmpty || !IsAtom(local[atom]))
                return false;
        return true;
    }

    private static bool IsAtom(ReadOnlySpan<char> atom)
    {
        foreach (var sign in atom)
            if (!char.IsAsciiLetterOrDigit(sign) && !Punctuation.Contains(sign))
                return false;
        return true;
    }

    private static string? Ascii(string domain)
    {
        if (domain.EndsWith('.') || !domain.Contains('.'))
            return null;
        try
        {
            var ascii = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain);
            // A name whose last label is a number is an IP address.
            return ascii[(ascii.LastIndexOf('.') + 1)..].All(char.IsAsciiDigit) ? null : ascii;
        }
        catch (ArgumentException)
        {
            // IdnMapping has no other way to say that a name breaks its rules.
            return null;
        }
    }
}
