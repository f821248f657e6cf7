using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace WelWee3D.People;

/// <summary>Names a person without naming them: a keyed hash of the one value of a mail address or phone number.</summary>
public sealed class SubjectKeys(IConfiguration configuration)
{
    private const string Setting = "Subjects:HmacKey";

    // As long as the hash (RFC 2104): a shorter key would be the weaker of the two.
    private const int KeyLength = 32;

    private readonly byte[] key = Key(configuration[Setting]);

    // Which capitals stand before the @ tells no two people apart.
    public string OfEmail(string email) =>
        EmailKey(MailAddresses.Canonical(email)?.ToLowerInvariant() ?? FormerSpelling.OfEmail(email));

    public string OfPhone(string phone) => PhoneKey(Phones.Canonical(phone)?[1..] ?? FormerSpelling.OfPhone(phone));

    /// <summary>
    /// The subjects of a record: its mail address first, then its phone number if there is one, and then those of a former
    /// spelling, for as long as it is written so.
    /// </summary>
    public IReadOnlyList<string> Of(string email, string? phone)
    {
        var former = EmailKey(FormerSpelling.OfEmail(email));
        return string.IsNullOrWhiteSpace(phone)
            ? [.. ((string[])[OfEmail(email), former]).Distinct()]
            : [.. ((string[])[OfEmail(email), OfPhone(phone), former, PhoneKey(FormerSpelling.OfPhone(phone))]).Distinct()];
    }

    /// <summary>How a word of a name begins. Names are looked for by it; nobody is told apart by it.</summary>
    public string OfNameStart(string start) => Hash("name", start);

    /// <summary>Where records about an address may still stand.</summary>
    public IReadOnlyList<string> FormerOfEmail(string email) =>
        MailAddresses.Canonical(email) is { } canonical ? [.. FormerSpelling.OfAnyEmail(canonical).Select(EmailKey)] : [];

    /// <inheritdoc cref="FormerOfEmail"/>
    public IReadOnlyList<string> FormerOfPhone(string phone) =>
        Phones.Canonical(phone) is { } canonical ? [.. FormerSpelling.OfAnyPhone(canonical).Select(PhoneKey)] : [];

    /// <summary>A keyed hash of anything else that must not be guessed or read back.</summary>
    public byte[] Seed(string purpose, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{purpose}\n{text}"));

    private static byte[] Key(string? setting)
    {
        var key = new byte[setting?.Length ?? 0];
        return Convert.TryFromBase64String(setting ?? "", key, out var length) && length >= KeyLength
            ? key[..length]
            : throw new InvalidOperationException($"Setting {Setting} must be at least {KeyLength} bytes in base64.");
    }

    private string EmailKey(string spelling) => Hash("email", spelling);

    private string PhoneKey(string digits) => Hash("phone", digits);

    private string Hash(string what, string normalised) => Convert.ToHexStringLower(Seed(what, normalised));
}
