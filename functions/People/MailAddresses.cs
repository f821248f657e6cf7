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

    /// <summary>
    /// The one value of an address, as mail goes out: its domain in the ASCII of IDNA (RFC 5891), in which all dots are one
    /// and nothing unseen is left. What stands before the @ is for its own server to read, capitals too.
    /// </summary>
    /// <returns>Null when no mail can be delivered to it.</returns>
    public static string? Canonical(string written)
    {
        var address = written.Trim();
        var at = address.IndexOf('@');
        if (at < 1 || !IsLocal(address.AsSpan(0, at)) || Ascii(address[(at + 1)..]) is not { } domain)
            return null;
        return at + 1 + domain.Length <= MaxLength ? $"{address[..at]}@{domain}" : null;
    }

    /// <summary>As an address is kept and written to. Rows of before may hold one that would be refused now: it stays as it is.</summary>
    public static string Kept(string written) => Canonical(written) ?? written;

    /// <summary>The one value of the mailbox that an address leads to: which capitals stand before the @ tells no two people apart.</summary>
    public static string Mailbox(string written) => Canonical(written)?.ToLowerInvariant() ?? FormerSpelling.OfEmail(written);

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
        if (domain.Length > MaxLength)
            return null;
        try
        {
            // Lower case first: what is in ASCII already is left as it is.
            var ascii = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain.ToLowerInvariant());
            var top = ascii[(ascii.LastIndexOf('.') + 1)..];
            // A name whose last label is a number is an IP address.
            return top.Length < ascii.Length && !top.All(char.IsAsciiDigit) ? ascii : null;
        }
        catch (ArgumentException)
        {
            // IdnMapping has no other way to say that a name breaks its rules.
            return null;
        }
    }
}
