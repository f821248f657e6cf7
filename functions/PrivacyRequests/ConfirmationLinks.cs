using WelWee3D.People;

namespace WelWee3D.PrivacyRequests;

/// <summary>The tokens in the links by which mail addresses are confirmed, and the codes by which people show who they are: keyed hashes both.</summary>
public sealed class ConfirmationLinks(PersonalLinks links, SubjectKeys keys)
{
    private const string OfLink = "privacy-request-confirmation";
    private const string OfFollowing = "privacy-request-following";
    private const string OfCode = "privacy-request-code";

    public string To(PrivacyRequest request) => links.To(OfLink, request.Id, request.LinkNumber);

    /// <returns>Null for a token that is none of ours.</returns>
    public PersonalLink? Read(string token) => links.Opens(OfLink, token);

    public string Following(PrivacyRequest request) => links.To(OfFollowing, request.Id, request.LinkNumber);

    /// <returns>Null for a token that is none of ours.</returns>
    public PersonalLink? ReadFollowing(string token) => links.Opens(OfFollowing, token);

    /// <param name="number">Which code of this request: each is another.</param>
    public string Code(PrivacyRequest request, int number) => Codes(request, number)[0];

    public bool IsCode(string given, PrivacyRequest request, int number) => Codes(request, number).Any(code => Same(code, given.Trim()));

    // While the key is being changed, what was sent under the former one is good too, unless that leaked.
    private IReadOnlyList<string> Codes(PrivacyRequest request, int number) =>
        [.. keys.Secrets(OfCode, request.LinkNumber == 0 ? $"{request.Id}|{number}" : $"{request.Id}|{number}|{request.LinkNumber}")
            .Select(seed => $"{BitConverter.ToUInt64(seed) % 1_000_000:D6}")];

    private static bool Same(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
}
