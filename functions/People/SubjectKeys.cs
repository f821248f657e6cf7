using Microsoft.Extensions.Configuration;

namespace WelWee3D.People;

/// <summary>
/// Names a person without naming them: a keyed hash of the one value of a mail address or phone number. For as long as a
/// former key is given too, whatever is written is filed under both, and people are found under either.
/// </summary>
public sealed class SubjectKeys(IConfiguration configuration)
{
    private const string Setting = "Subjects:HmacKey";
    private const string FormerSetting = "Subjects:FormerHmacKey";
    private const string LeakedSetting = "Subjects:FormerHmacKeyLeaked";

    // As long as the hash (RFC 2104): a shorter key would be the weaker of the two.
    private const int KeyLength = 32;

    /// <summary>The present one first.</summary>
    private readonly byte[][] keys = string.IsNullOrEmpty(configuration[FormerSetting])
        ? [Key(Setting, configuration[Setting])]
        : [Key(Setting, configuration[Setting]), Key(FormerSetting, configuration[FormerSetting])];

    /// <summary>A former key that leaked finds people, and opens and signs nothing: whoever has it could make links of their own.</summary>
    private readonly bool isFormerTrusted = !configuration.GetValue<bool>(LeakedSetting);

    public string OfEmail(string email) => AllOfEmail(email)[0];

    public string OfPhone(string phone) => AllOfPhone(phone)[0];

    /// <summary>Under each key, the present one first.</summary>
    public IReadOnlyList<string> AllOfEmail(string email) => Hashes("email", MailAddresses.Mailbox(email));

    /// <inheritdoc cref="AllOfEmail"/>
    public IReadOnlyList<string> AllOfPhone(string phone) => Hashes("phone", Phones.Canonical(phone)?[1..] ?? FormerSpelling.OfPhone(phone));

    /// <summary>
    /// The subjects of a record: its mail address first, then its phone number, if it has them, and then those of a former
    /// spelling, for as long as it is written so.
    /// </summary>
    public IReadOnlyList<string> Of(string? email, string? phone)
    {
        var (ofEmail, ofPhone) = (email is not null, !string.IsNullOrWhiteSpace(phone));
        return
        [
            .. ((IReadOnlyList<string>[])
            [
                ofEmail ? AllOfEmail(email!) : [], ofPhone ? AllOfPhone(phone!) : [],
                ofEmail ? Hashes("email", FormerSpelling.OfEmail(email!)) : [], ofPhone ? Hashes("phone", FormerSpelling.OfPhone(phone!)) : [],
            ]).SelectMany(each => each).Distinct(),
        ];
    }

    /// <summary>What a record that keeps hashes alone is to be found by too: of each value that one of them is of, the others.</summary>
    public static IReadOnlyList<string> Further(IReadOnlyList<string> known, IReadOnlyList<IReadOnlyList<string>> values) =>
        [.. values.Where(value => value.Any(known.Contains)).SelectMany(value => value).Except(known)];

    /// <summary>How a word of a name begins, under each key. Names are looked for by it; nobody is told apart by it.</summary>
    public IReadOnlyList<string> OfNameStart(string start) => Hashes("name", start);

    /// <summary>Where records about an address may still stand.</summary>
    public IReadOnlyList<string> FormerOfEmail(string email) => MailAddresses.Canonical(email) is { } canonical
        ? [.. FormerSpelling.OfAnyEmail(canonical).SelectMany(spelling => Hashes("email", spelling))]
        : [];

    /// <inheritdoc cref="FormerOfEmail"/>
    public IReadOnlyList<string> FormerOfPhone(string phone) => Phones.Canonical(phone) is { } canonical
        ? [.. FormerSpelling.OfAnyPhone(canonical).SelectMany(digits => Hashes("phone", digits))]
        : [];

    /// <summary>A keyed hash of anything else that must not be guessed or read back.</summary>
    public byte[] Seed(string purpose, string text) => Seeds(purpose, text)[0];

    /// <summary>The same under each key: what was made of a former one is met again.</summary>
    public IReadOnlyList<byte[]> Seeds(string purpose, string text) =>
        [.. keys.Select(key => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{purpose}\n{text}")))];

    /// <summary>The same under each key that is still a secret: what links, codes and signatures are made of.</summary>
    public IReadOnlyList<byte[]> Secrets(string purpose, string text) => isFormerTrusted ? Seeds(purpose, text) : [Seed(purpose, text)];

    private static byte[] Key(string name, string? setting)
    {
        var key = new byte[setting?.Length ?? 0];
        return Convert.TryFromBase64String(setting ?? "", key, out var length) && length >= KeyLength
            ? key[..length]
            : throw new InvalidOperationException($"Setting {name} must be at least {KeyLength} bytes in base64.");
    }

    private IReadOnlyList<string> Hashes(string what, string normalised) => [.. Seeds(what, normalised).Select(Convert.ToHexStringLower)];
}
