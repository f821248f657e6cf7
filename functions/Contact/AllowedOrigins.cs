using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using WelWee3D.Http;

namespace WelWee3D.Contact;

/// <summary>
/// Whose pages may send the form: the app's own, and those that the settings name. Who is on no page at all, such as the
/// server of a website, may send it too: a browser alone is held to the page that it is on.
/// </summary>
public sealed class AllowedOrigins(IOptions<ContactOptions> options)
{
    /// <summary>Null when the form may come from there, and its page may read whatever is answered.</summary>
    public IResult? Refusal(HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.Origin);
        if (request.Headers.Origin.Count == 0 || IsOwn(request))
            return null;
        if (request.Headers.Origin is not [{ } origin] || !options.Value.Origins.Contains(origin, StringComparer.Ordinal))
            return Answers.Refusal(StatusCodes.Status403Forbidden, "The website that sent this is not one that may. Nothing was kept of it.");

        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = HeaderNames.RetryAfter;
        return null;
    }

    // The host alone: what stands in front of the app speaks https with the browser, and not always with the app.
    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin is [{ } origin]
        && Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
