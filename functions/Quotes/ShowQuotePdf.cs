using WelWee3D.Http;

namespace WelWee3D.Quotes;

/// <summary>The same on paper, for whoever has its link.</summary>
public sealed class ShowQuotePdf(FrontDoor door, QuoteLinks links, QuoteAnswers answers)
{
    [Function(nameof(ShowQuotePdf))]
    [Describes("Shows a client her quote on paper, by her link.", AnswerMedia = ["application/pdf"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/quote/{token}/pdf")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        door.Anyone(request, async () =>
        {
            if (request.Language() is null)
                return Answers.Unreadable(Preferences.LanguageParameter, "Must be nl or en.");
            return await links.Find(token, cancellation) is { } quote ? answers.Pdf(request, quote) : QuoteAnswers.NotFound(request);
        }, Preferences.LanguageParameter);
}
