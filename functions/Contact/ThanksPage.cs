using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using WelWee3D.Http;

namespace WelWee3D.Contact;

/// <summary>Where a visitor goes whose browser, and no script, sent the form.</summary>
public static class ThanksPage
{
    /// <summary>Null for a script, and where no page is allowed.</summary>
    public static Uri? For(HttpRequest request, ContactForm form, IList<string> allowed) =>
        Body.Kind(request) == BodyKind.Form && PrefersPage(request) && (form.Next ?? allowed.FirstOrDefault()) is { } page
            ? new Uri(page, page.StartsWith('/') ? UriKind.Relative : UriKind.Absolute)
            : null;

    private static bool PrefersPage(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return Quality(accepted, "text/html") > Quality(accepted, "application/json");
    }

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
}
