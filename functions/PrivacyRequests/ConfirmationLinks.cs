using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using WelWee3D.People;
using WelWee3D.Storage;

namespace WelWee3D.PrivacyRequests;

/// <summary>
/// The tokens in the links by which mail addresses are confirmed, and the codes by which people show who they are. Each is a
/// keyed hash of what it is for: a letter can be written anew at any time, and nothing is stored that could be stolen.
/// </summary>
public sealed class ConfirmationLinks(SubjectKeys keys)
{
    private const string OfLink = "privacy-request-confirmation";
    private const string OfCode = "privacy-request-code";
    private const int IdLength = 32;
    private const int SecretLength = 32;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>Which request it is, and a secret of 128 bits that only who has the link knows.</summary>
    public string To(Id request) => $"{request}{Secrets(request)[0]}";

    /// <returns>Null for a token that is none of ours.</returns>
    public Id? Read(string token) =>
        token.Length == IdLength + SecretLength && Id.TryParse(token[..IdLength], out var request)
            && !token.AsSpan(IdLength).ContainsAnyExcept(Hex) && Secrets(request).Any(secret => Same(secret, token[IdLength..]))
            ? request
            : null;

    /// <param name="number">Which code of this request: each is another.</param>
    public string Code(Id request, int number) => Codes(request, number)[0];

    public bool IsCode(string given, Id request, int number) => Codes(request, number).Any(code => Same(code, given.Trim()));

    // While the key is being changed, what was sent under the former one is good too.
    private IReadOnlyList<string> Secrets(Id request) =>
        [.. keys.Seeds(OfLink, $"{request}").Select(seed => Convert.ToHexStringLower(seed)[..SecretLength])];

    private IReadOnlyList<string> Codes(Id request, int number) =>
        [.. keys.Seeds(OfCode, $"{request}|{number}").Select(seed => $"{BitConverter.ToUInt64(seed) % 1_000_000:D6}")];

    private static bool Same(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
}
