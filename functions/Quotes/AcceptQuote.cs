using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Orders;

namespace WelWee3D.Quotes;

/// <summary>
/// A client accepts a quote by her link: exactly what she had before her, which she names by its hash. Her own answer counts also under a
/// restriction, which is there for her. Said again, the first day stays.
/// </summary>
public sealed class AcceptQuote(
    FrontDoor door, QuoteLinks links, QuoteRegister quotes, OrderStore orders, Letters letters, QuoteAnswers answers, TimeProvider clock)
{
    private const long MaxBytes = 1024;

    [Function(nameof(AcceptQuote))]
    [Describes(
        "Accepts a quote by a client's link: exactly what she had before her, which she names by its hash.", Body = [typeof(Form)],
        BodyMedia = [Body.JsonType, Body.UrlEncodedType, Body.MultipartType],
        Example = """{"sha256": "the hash of the quote, as it was shown"}""", Answer = typeof(OfferedQuote), AnswerMedia = ["text/html"], Also = [303, 409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/quote/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        door.Anyone(request, async () =>
        {
            if (await links.Find(token, cancellation) is not { } quote)
                return QuoteAnswers.NotFound(request);
            var (sha256, unread) = await Read(request, cancellation);
            if (unread is not null)
                return await answers.Refused(request, token, quote, unread, cancellation);
            if (await Refusal(quote, sha256, cancellation) is { } refusal)
                return await answers.Refused(request, token, quote, OrderAnswers.Of(refusal), cancellation);

            // The reference first: a letter about what was not accepted is dropped.
            if (quote.AcceptedOn is null)
                await letters.Add(new(QuoteAcceptedLetter.Name, $"{quote.Id}"), cancellation);
            return await quotes.Apply(quote.Id, each => QuoteRules.Accept(each, sha256, clock.Today()), cancellation) switch
            {
                (null, _) => QuoteAnswers.NotFound(request),
                ({ } standing, { } refused) => await answers.Refused(request, token, standing, OrderAnswers.Of(refused), cancellation),
                ({ } accepted, null) => await answers.Accepted(request, token, accepted, cancellation),
            };
        }, Preferences.LanguageParameter);

    /// <summary>What was accepted once is, whatever became of its order since.</summary>
    private async Task<Refusal?> Refusal(Quote quote, string? sha256, CancellationToken cancellation)
    {
        if (QuoteRules.Accept(quote, sha256, clock.Today()).Refusal is { } refusal)
            return refusal;
        if (quote.AcceptedOn is not null)
            return null;
        return await orders.Find(quote.Order, cancellation) is { ErasureRequestedOn: null } order ? QuoteRules.Closed(order) : new Refusal.Missing("order");
    }

    private static async Task<(string? Sha256, IResult? Refusal)> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (Body.Kind(request) != BodyKind.Form)
            return await Body.Json<Form>(request, MaxBytes, cancellation) is var json && json.Refusal is null ? (json.Value.Sha256, null) : (null, json.Refusal);
        var form = await Body.Form(request, ["sha256"], MaxBytes, cancellation);
        return form.Refusal is null ? (form.Value.GetValueOrDefault("sha256"), null) : (null, form.Refusal);
    }

    private sealed record Form(string Sha256);
}
