using WelWee3D.Http;

namespace WelWee3D.Quotes;

/// <summary>A quote, for whoever has its link: as a page that prints. Looking accepts nothing: programs that check mail look too.</summary>
public sealed class ShowQuote(FrontDoor door, QuoteLinks links, QuoteAnswers answers)
{
    [Function(nameof(ShowQuote))]
    [Describes("Shows a client her quote, by her link.", Answer = typeof(OfferedQuote), AnswerMedia = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/quote/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        door.Anyone(request, async () =>
        {
            if (request.Language() is null)
                return Answers.Unreadable(Preferences.LanguageParameter, "Must be nl or en.");
            return await links.Find(token, cancellation) is { } quote
                ? await answers.Show(request, token, quote, cancellation)
                : QuoteAnswers.NotFound(request);
        }, Preferences.LanguageParameter);
}
