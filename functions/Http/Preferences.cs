using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace WelWee3D.Http;

/// <summary>What a caller would rather have, where an answer comes in more than one form.</summary>
public static class Preferences
{
    /// <summary>Whether a page is wanted rather than JSON: browsers name it first, programs do not.</summary>
    public static bool PrefersHtml(this HttpRequest request) =>
        request.GetTypedHeaders().Accept
            .Where(type => type.Quality is not 0)
            .OrderByDescending(type => type.Quality ?? 1)
            .Select(type => type.MediaType.Value)
            .FirstOrDefault(type => type is "text/html" or "application/json" or "application/*" or "*/*") == "text/html";

    /// <summary>The language asked for by <c>?language=</c>, else by the caller's settings, else Dutch; null where it makes no sense.</summary>
    public static string? Language(this HttpRequest request)
    {
        if (request.Query.TryGetValue("language", out var asked))
            return asked.ToString() is "nl" or "en" ? asked.ToString() : null;

        return request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(Primary)
            .FirstOrDefault(language => language is "nl" or "en") ?? "nl";
    }

    private static string Primary(StringWithQualityHeaderValue language) =>
        language.Value.ToString().Split('-')[0].ToLowerInvariant();
}
