using System.Collections.Frozen;

namespace WelWee3D.Audit;

/// <summary>What a call did, and to what. Pure.</summary>
/// <param name="OnBehalfOf">The person for whom it was done, by what it was done to: who answers by phone is written down by staff.</param>
public sealed record AuditedCall(string Action, string Code, string About, string? OnBehalfOf = null)
{
    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["orders"] = "order",
        ["scans"] = "scan",
        ["unclaimed"] = "blob",
        ["uploads"] = "upload",
        ["contacts"] = "message",
        ["tasks"] = "message",
        ["suspects"] = "suspect",
        ["subjects"] = "subject",
        ["disks"] = "disk",
        ["recipients"] = "recipient",
        ["notices"] = "notice",
        ["quotes"] = "quote",
    }.ToFrozenDictionary();

    // These tell of the app's own work, and of nobody.
    private static readonly string[] NobodysReads =
    [
        "disks", "recipients", "colleagues", "visits", "retention/certificates", "retention/runs", "retention/schedule", "retention/forecast",
        "register", "report", "assessment", "annex", "questions", "settings",
    ];

    /// <param name="route">As <see cref="Http.ApiPaths.Route"/> tells it.</param>
    /// <param name="made">Where what was made is found, if anything was.</param>
    /// <returns>Null for what is no event: nothing was shown or done, or nothing of anybody.</returns>
    public static AuditedCall? Of(string method, string route, int status, string? made)
    {
        // Methods find their function in whatever case, too.
        method = method.ToUpperInvariant();
        // A conflict tells how something stands. Any other refusal shows nothing.
        if (status is >= 400 and not 409)
            return null;
        if (Reads(method) ? NobodysReads.Any(each => $"{route}/".StartsWith($"{each}/", StringComparison.Ordinal)) || IsPiece("HEAD") : IsPiece("PATCH"))
            return null;

        var segments = route.Split('/');
        var action = string.Join('/', segments.Select(segment => Id.TryParse(segment, out _) ? "{id}" : segment));
        var about = AboutOf(segments, status == 201 ? made : null);
        return new($"{method} {action}", CodeOf(method, status), about, IsForItsPerson($"{method} {action}") ? about : null);

        // An upload is an event when it begins and when it is taken back, and not with each of its pieces.
        bool IsPiece(string with) => method == with && route.StartsWith("uploads/", StringComparison.Ordinal);
    }

    private static bool IsForItsPerson(string action) =>
        action == "POST privacy-requests" || action.StartsWith("PUT orders/{id}/consents/", StringComparison.Ordinal);

    private static bool Reads(string method) => method is "GET" or "HEAD";

    private static string CodeOf(string method, int status) => method switch
    {
        "GET" or "HEAD" => "R",
        "PUT" or "PATCH" => "U",
        "DELETE" => "D",
        _ => status == 201 ? "C" : "E",
    };

    private static string AboutOf(string[] segments, string? made)
    {
        var at = Array.FindIndex(segments, segment => Id.TryParse(segment, out _));
        if (at > 0)
            return $"{KindOf(segments[at - 1])}|{segments[at]}";
        var kind = KindOf(segments.LastOrDefault(Kinds.ContainsKey) ?? segments[0]);
        return Id.TryParse(made?.Split('/')[^1], out var id) ? $"{kind}|{id}" : kind;
    }

    private static string KindOf(string segment) => Kinds.GetValueOrDefault(segment, segment);
}
