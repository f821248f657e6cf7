using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using WelWee3D.Storage;

namespace WelWee3D.People;

/// <summary>
/// The tokens in links of letters: which record, and a secret of 128 bits that only who has the letter knows. The secret is a
/// keyed hash of the record and of what the link is for: a letter can be written anew at any time, nothing is stored that could
/// be stolen, and a token for one purpose is none for another. When such a link expires its own slice decides.
/// </summary>
public sealed class PersonalLinks(SubjectKeys keys)
{
    private const int IdLength = 32;
    private const int SecretLength = 32;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    public string To(string purpose, Id record) => $"{record}{Secrets(purpose, record)[0]}";

    /// <returns>The record that it leads to; null when it is no token of this purpose. Nothing is looked up for that.</returns>
    public Id? Opens(string purpose, string token)
    {
        if (token.Length != IdLength + SecretLength || token.AsSpan().ContainsAnyExcept(Hex) || !Id.TryParse(token[..IdLength], out var record))
            return null;
        var given = Encoding.ASCII.GetBytes(token[IdLength..]);
        // Also of letters that were sent under a former key.
        var opens = false;
        foreach (var secret in Secrets(purpose, record))
            opens |= CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(secret));
        return opens ? record : null;
    }

    private IReadOnlyList<string> Secrets(string purpose, Id record) =>
        [.. keys.Seeds(purpose, $"{record}").Select(seed => Convert.ToHexStringLower(seed)[..SecretLength])];
}
