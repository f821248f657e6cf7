using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace WelWee3D.People;

/// <summary>Names a person without naming them: a keyed hash of a normalised mail address or phone number.</summary>
public sealed class SubjectKeys(IConfiguration configuration)
{
    private const string Setting = "Subjects:HmacKey";

    // As long as the hash (RFC 2104): a shorter key would be the weaker of the two.
    private const int KeyLength = 32;

    private readonly byte[] key = Key(configuration[Setting]);

    public string OfEmail(string email) => Hash("email", email.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant());

    public string OfPhone(string phone) => Hash("phone", Digits(phone));

    /// <summary>The subjects of a record: its mail address first, then its phone number if there is one.</summary>
    public IReadOnlyList<string> Of(string email, string? phone) =>
        string.IsNullOrWhiteSpace(phone) ? [OfEmail(email)] : [OfEmail(email), OfPhone(phone)];

    /// <summary>A keyed hash of anything else that must not be guessed or read back.</summary>
    public byte[] Seed(string purpose, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{purpose}\n{text}"));

    private static byte[] Key(string? setting)
    {
        var key = new byte[setting?.Length ?? 0];
        return Convert.TryFromBase64String(setting ?? "", key, out var length) && length >= KeyLength
            ? key[..length]
            : throw new InvalidOperationException($"Setting {Setting} must be at least {KeyLength} bytes in base64.");
    }

    private string Hash(string what, string normalised) => Convert.ToHexStringLower(Seed(what, normalised));

    // 06 12345678, +31 6 12345678, +31 (0)6 12345678 and 0031612345678 are one Dutch number.
    private static string Digits(string phone)
    {
        var digits = string.Concat(phone.Replace("(0)", "", StringComparison.Ordinal).Where(char.IsAsciiDigit));
        if (phone.TrimStart().StartsWith('+'))
            return digits;
        if (digits.StartsWith("00", StringComparison.Ordinal))
            return digits[2..];
        return digits.StartsWith('0') ? "31" + digits[1..] : digits;
    }
}
