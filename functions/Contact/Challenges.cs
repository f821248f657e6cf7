using System.Text.RegularExpressions;
using WelWee3D.People;

namespace WelWee3D.Contact;

/// <summary>A challenge as the ALTCHA widget takes it.</summary>
/// <param name="Hash">Of the salt with the number behind it that is to be found.</param>
public sealed record Challenge(
    string Algorithm,
    [property: JsonPropertyName("challenge")] string Hash,
    [property: JsonPropertyName("maxnumber")] int MaxNumber,
    string Salt,
    string Signature);

/// <summary>A challenge that was solved, and when it expires.</summary>
public sealed record SolvedChallenge(string Hash, DateTimeOffset ExpiresAt);

/// <summary>
/// Proof of work by the protocol of ALTCHA: whoever sends a form has their computer search for a second, which is nothing to
/// one and much to who sends many. Nothing is kept of a challenge that is given out: its signature tells that it is ours.
/// </summary>
public sealed partial class Challenges(SubjectKeys keys, TimeProvider clock)
{
    public const string Algorithm = "SHA-256";

    private const int MaxNumber = 100_000;
    private const int SaltLength = 24;

    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(20);

    private readonly byte[] key = keys.Seed("altcha", "signature");

    public Challenge New()
    {
        var expires = clock.GetUtcNow().Add(GoodFor).ToUnixTimeSeconds();
        var random = RandomNumberGenerator.GetHexString(SaltLength, lowercase: true);
        var salt = string.Create(CultureInfo.InvariantCulture, $"{random}?expires={expires}&");
        var hash = Hash(salt, RandomNumberGenerator.GetInt32(MaxNumber + 1));
        return new(Algorithm, hash, MaxNumber, salt, Signature(hash));
    }

    /// <summary>Null when it solves no challenge of ours that is still good.</summary>
    /// <param name="solution">JSON in base64, as the widget makes it.</param>
    public SolvedChallenge? Solved(string solution)
    {
        if (Read(solution) is not { Algorithm: Algorithm, Salt: { } salt, Number: { } number } read
            || OwnSalt().Match(salt) is not { Success: true } parts)
            return null;

        var expiresAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts.Groups["expires"].Value, CultureInfo.InvariantCulture));
        var hash = Hash(salt, number);
        var isOurs = Same(read.Challenge, hash) && Same(read.Signature, Signature(hash));
        return isOurs && expiresAt > clock.GetUtcNow() ? new(hash, expiresAt) : null;
    }

    private static Solution? Read(string text)
    {
        var json = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, json, out var length))
            return null;
        try
        {
            return JsonSerializer.Deserialize<Solution>(json.AsSpan(0, length), JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            // The serializer has no other way to say that it is none.
            return null;
        }
    }

    private static string Hash(string salt, int number) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{salt}{number}"))));

    private string Signature(string hash) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(hash)));

    private static bool Same(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    // What closes the salt keeps digits of the number from being read as digits of the moment, and the other way round.
    [GeneratedRegex("^[0-9a-f]{24}\\?expires=(?<expires>[0-9]{1,11})&\\z", RegexOptions.CultureInvariant)]
    private static partial Regex OwnSalt();

    private sealed record Solution(string? Algorithm, string? Challenge, int? Number, string? Salt, string? Signature);
}
