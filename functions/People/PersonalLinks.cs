using System.Buffers;

namespace WelWee3D.People;

/// <summary>What a link in a letter leads to.</summary>
/// <param name="Number">Which links of that record it is one of: its slice opens those of the present number alone.</param>
public readonly record struct PersonalLink(Id Record, int Number);

/// <summary>
/// The tokens in links of letters: which record, and a secret of 128 bits that only who has the letter knows. The secret is a
/// keyed hash of the record and of what the link is for: a letter can be written anew at any time, nothing is stored that could
/// be stolen, and a token for one purpose is none for another. Links are taken back by a number on their record, which is hashed
/// with it. When such a link expires its own slice decides.
/// </summary>
public sealed class PersonalLinks(SubjectKeys keys)
{
    private const int IdLength = 32;
    private const int SecretLength = 32;
    private const int NumberLength = 8;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <param name="number">Of the first links it is 0, and in no token: so those stay as they always were.</param>
    public string To(string purpose, Id record, int number = 0) =>
        $"{record}{Secrets(purpose, new(record, number))[0]}{(number == 0 ? "" : number.ToString("x8", CultureInfo.InvariantCulture))}";

    /// <returns>What it leads to; null when it is no token of this purpose. Nothing is looked up for that.</returns>
    public PersonalLink? Opens(string purpose, string token)
    {
        if (token.Length is not (IdLength + SecretLength or IdLength + SecretLength + NumberLength) || token.AsSpan().ContainsAnyExcept(Hex)
            || !Id.TryParse(token[..IdLength], out var record))
            return null;
        var (given, last) = (Encoding.ASCII.GetBytes(token.Substring(IdLength, SecretLength)), token[(IdLength + SecretLength)..]);
        var link = new PersonalLink(record, last.Length == 0 ? 0 : int.Parse(last, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        // Also of letters that were sent under a former key, unless that leaked.
        var opens = false;
        foreach (var secret in Secrets(purpose, link))
            opens |= CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(secret));
        return opens ? link : null;
    }

    private IReadOnlyList<string> Secrets(string purpose, PersonalLink link) =>
        [.. keys.Secrets(purpose, link.Number == 0 ? $"{link.Record}" : string.Create(CultureInfo.InvariantCulture, $"{link.Record}|{link.Number}"))
            .Select(seed => Convert.ToHexStringLower(seed)[..SecretLength])];
}
