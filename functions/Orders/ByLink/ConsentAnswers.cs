using WelWee3D.Consent;
using WelWee3D.Http;

namespace WelWee3D.Orders.ByLink;

/// <summary>Answers a script in JSON, and a browser with a page in its client's language, unless she asks for another.</summary>
public sealed class ConsentAnswers(ConsentsAsked asked)
{
    public async Task<IResult> Overview(
        HttpRequest request, Order order, CancellationToken cancellation, int status = StatusCodes.Status200OK, bool isRefused = false, Purpose? unchanged = null)
    {
        var overview = await asked.Of(order, LanguageOf(request, order), cancellation);
        return request.PrefersHtml()
            ? Answers.Html(ConsentPage.Of(overview, isRefused, unchanged), status, "'self'").Unshared()
            : Answers.Ok(overview).Unshared();
    }

    /// <summary>A browser is sent back to the page, so that loading it again answers nothing again.</summary>
    public async Task<IResult> Answered(HttpRequest request, string token, Order order, CancellationToken cancellation) => request.IsFromPage()
        ? Answers.SeeOther($"consent/{token}", LanguageOf(request, order))
        : await Overview(request, order, cancellation);

    public async Task<IResult> Refused(HttpRequest request, Order order, IResult refusal, CancellationToken cancellation) =>
        request.IsFromPage() && refusal is IStatusCodeHttpResult { StatusCode: { } status }
            ? await Overview(request, order, cancellation, status, isRefused: true)
            : refusal;

    /// <summary>The same for a link that never was, is for something else, or has served its time.</summary>
    public static IResult NotFound(HttpRequest request) => request.PrefersHtml()
        ? Answers.Html(ConsentPage.Gone(request.Language() ?? "nl"), StatusCodes.Status404NotFound).Unshared()
        : Answers.NotFound("consent").Unshared();

    private static string LanguageOf(HttpRequest request, Order order) =>
        request.AskedLanguage() ?? (order.Client.Language == "en" ? "en" : "nl");
}
