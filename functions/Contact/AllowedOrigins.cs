using Microsoft.Net.Http.Headers;
using WelWee3D.Http;
using WelWee3D.People;

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
            return Refused(request);

        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = HeaderNames.RetryAfter;
        return null;
    }

    /// <summary>What a browser is told before it sends anything (the CORS protocol).</summary>
    /// <param name="method">What a website may ask by.</param>
    public IResult Preflight(HttpRequest request, string method = "POST") => Refusal(request) ?? Answers.NoContent()
        .With(HeaderNames.Allow, method == "GET" ? "GET, OPTIONS" : "GET, POST, OPTIONS")
        .With(HeaderNames.AccessControlAllowMethods, method)
        .With(HeaderNames.AccessControlAllowHeaders, $"{HeaderNames.ContentType}, {IdempotencyKey.Header}")
        .With(HeaderNames.AccessControlMaxAge, "3600");

    // Who sent a form by a browser without script is on a page of ours now, and can write to us there.
    private static IResult Refused(HttpRequest request) => !request.IsFromPage()
        ? Answers.Refusal(StatusCodes.Status403Forbidden, "The website that sent this is not one that may. Nothing was kept of it.")
        : Answers.Html(
            (request.Language() ?? "nl") is "en"
                ? Page("This was not sent", "en", "The form that you filled in is on a website that may not send it. We have kept nothing of it.", "Use a form of ours")
                : Page("Dit is niet verstuurd", "nl", "Het formulier dat je invulde staat op een website die het niet mag versturen. We hebben er niets van bewaard.", "Gebruik een formulier van onszelf"),
            StatusCodes.Status403Forbidden);

    private static string Page(string title, string language, string said, string link) =>
        VisitorPage.Of(title, language, $"""<h1>{title}</h1>{VisitorPage.Paragraph(said)}<p><a href="/">{link}</a></p>""");

    // The host alone: what stands in front of the app speaks https with the browser, and not always with the app.
    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin is [{ } origin]
        && Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
