using Microsoft.Net.Http.Headers;

namespace WelWee3D.Http;

/// <summary>What a caller would rather have, where an answer comes in more than one form.</summary>
public static class Preferences
{
    /// <summary>The query parameter that names a language.</summary>
    public const string LanguageParameter = "language";

    private static readonly string[] Spoken = ["nl", "en"];

    /// <summary>Whether a page is wanted rather than JSON: as browsers do, and scripts do not.</summary>
    public static bool PrefersHtml(this HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return Quality(accepted, "text/html") > Quality(accepted, Body.JsonType);
    }

    /// <summary>Whether a type is asked for by its name.</summary>
    public static bool Names(this HttpRequest request, string type) =>
        request.GetTypedHeaders().Accept.Any(range => range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase) && range.Quality is not 0);

    /// <summary>Whether a browser sent a form by itself, without a script.</summary>
    public static bool IsFromPage(this HttpRequest request) => Body.Kind(request) == BodyKind.Form && request.PrefersHtml();

    /// <summary>The language asked for by <c>?language=</c>, else by the caller's settings, else Dutch; null where it makes no sense.</summary>
    public static string? Language(this HttpRequest request)
    {
        if (request.Query.TryGetValue(LanguageParameter, out var asked))
            return asked.ToString().ToLowerInvariant() is ("nl" or "en") and var language ? language : null;

        var accepted = request.GetTypedHeaders().AcceptLanguage;
        return accepted.Select(Primary).Where(Spoken.Contains).Concat(Spoken).MaxBy(language => Quality(accepted, language));
    }

    /// <summary>Whether the caller's settings put Dutch before English.</summary>
    internal static bool PrefersDutch(this HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptLanguage;
        return Quality(accepted, "nl") is > 0 and var dutch && dutch > Quality(accepted, "en");
    }

    /// <summary>The language asked for by <c>?language=</c>; null where none is, and it is for whoever it is about to say.</summary>
    public static string? AskedLanguage(this HttpRequest request) =>
        request.Query.ContainsKey(LanguageParameter) ? request.Language() ?? "nl" : null;

    // The most specific range that covers the type decides (RFC 9110, section 12.5.1).
    private static double Quality(IList<MediaTypeHeaderValue> accepted, string type)
    {
        var wanted = new MediaTypeHeaderValue(type);
        var range = accepted
            .Where(wanted.IsSubsetOf)
            .OrderBy(range => (range.MatchesAllTypes, range.MatchesAllSubTypes))
            .FirstOrDefault();
        return range is null ? 0 : range.Quality ?? 1;
    }

    // What is refused (q=0) comes after what is not named at all.
    private static double Quality(IList<StringWithQualityHeaderValue> accepted, string language)
    {
        var named = accepted.Where(range => Primary(range) == language).ToList();
        var ranges = named.Count > 0 ? named : [.. accepted.Where(range => range.Value == "*")];
        return ranges.Count == 0 ? 0 : ranges.Max(range => range.Quality ?? 1) is > 0 and var quality ? quality : -1;
    }

    private static string Primary(StringWithQualityHeaderValue language) =>
        language.Value.ToString().Split('-')[0].ToLowerInvariant();
}
