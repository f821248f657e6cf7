namespace WelWee3D.Http;

/// <summary>
/// For whom somebody does something, where that is not themselves: the header <c>On-Behalf-Of</c>, with the object id of a
/// colleague's account, or the id of the order or privacy request of the person who asked for it. Never a name.
/// </summary>
public static class ActingFor
{
    public const string Header = "On-Behalf-Of";

    /// <returns>Null where nobody is named, or cannot be.</returns>
    public static string? Of(HttpRequest request) =>
        $"{request.Headers[Header]}" is var named && (Id.TryParse(named, out _) || Guid.TryParseExact(named, "D", out _)) ? named.ToLowerInvariant() : null;

    public static IResult? Refusal(HttpRequest request) => request.Headers.ContainsKey(Header) && Of(request) is null
        ? Answers.Unreadable(Header, "Must be the object id of an account, or the id of an order or a privacy request.")
        : null;
}
