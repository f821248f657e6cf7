using Microsoft.Net.Http.Headers;
using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Quotes;

/// <summary>Answers staff in JSON, and a client with a page in her language, unless she asks for another.</summary>
public sealed class QuoteAnswers(OrderStore orders, RetentionRules rules, TimeProvider clock)
{
    public QuoteView View(Quote quote) => QuoteView.Of(quote, quote.Retention(rules, clock.Today()), clock.Today());

    /// <summary>A quote after a change, or the refusal of it.</summary>
    public IResult Of((Quote? Quote, Refusal? Refusal) changed) => changed switch
    {
        { Refusal: { } refusal } => OrderAnswers.Of(refusal),
        { Quote: { } quote } => Answers.Ok(View(quote)),
        _ => Answers.NotFound("quote"),
    };

    public async Task<IResult> Show(
        HttpRequest request, string token, Quote quote, CancellationToken cancellation, int status = StatusCodes.Status200OK, bool isRefused = false)
    {
        var offered = OfferedQuote.Of(quote, await orders.Find(quote.Order, cancellation) is { } order && QuoteRules.Closed(order) is null, clock.Today());
        return request.PrefersHtml()
            ? Answers.Html(new QuotePage(offered, new QuoteWords(LanguageOf(request, quote)), token).Of(isRefused), status, "'self'").Unshared()
            : Answers.Ok(offered).Unshared();
    }

    /// <summary>A browser is sent back to the page, so that loading it again answers nothing again.</summary>
    public async Task<IResult> Accepted(HttpRequest request, string token, Quote quote, CancellationToken cancellation) => request.IsFromPage()
        ? Answers.SeeOther($"quote/{token}", LanguageOf(request, quote))
        : await Show(request, token, quote, cancellation);

    public async Task<IResult> Refused(HttpRequest request, string token, Quote quote, IResult refusal, CancellationToken cancellation) =>
        request.IsFromPage() && refusal is IStatusCodeHttpResult { StatusCode: { } status }
            ? await Show(request, token, quote, cancellation, status, isRefused: true)
            : refusal;

    /// <summary>On paper, in its client's language, unless another is asked for.</summary>
    public IResult Pdf(HttpRequest request, Quote quote)
    {
        var paper = QuotePaper.Of(quote, new QuoteWords(LanguageOf(request, quote)), clock.Today());
        return Results.Bytes(paper, "application/pdf")
            .With(HeaderNames.ContentDisposition, $"inline; filename=\"quote-{quote.NumberOfYear}.pdf\"")
            .With(HeaderNames.CacheControl, "no-store");
    }

    /// <summary>The same for a link that never was, is for something else, or has served its time.</summary>
    public static IResult NotFound(HttpRequest request) => request.PrefersHtml()
        ? Answers.Html(QuotePage.Gone(new QuoteWords(request.Language() ?? "nl")), StatusCodes.Status404NotFound).Unshared()
        : Answers.NotFound("quote").Unshared();

    private static string LanguageOf(HttpRequest request, Quote quote) => request.AskedLanguage() ?? quote.Language;
}
