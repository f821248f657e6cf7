namespace WelWee3D.Http;

/// <summary>Why somebody looks at something, in their own words: the header <c>Reason</c>, percent-encoded.</summary>
public static class StatedReason
{
    public const string Header = "Reason";

    private const int Longest = 500;

    /// <returns>Null where none is stated, or none that can be written down.</returns>
    public static string? Of(HttpRequest request)
    {
        var reason = Uri.UnescapeDataString($"{request.Headers[Header]}").Trim();
        return reason.Length is >= 1 and <= Longest && !reason.Any(sign => char.IsControl(sign) || sign is '\u2028' or '\u2029') ? reason : null;
    }

    /// <summary>It is written down as it is stated.</summary>
    public static IResult? Refusal(HttpRequest request) => Of(request) is { } reason && CitizenServiceNumbers.AreIn(reason)
        ? Answers.Unreadable(Header, CitizenServiceNumbers.Refused)
        : null;

    public static IResult Required() => Answers.PreconditionRequired(
        Header, $"Must say why this is opened: one line of 1 to {Longest} characters, percent-encoded.");
}
