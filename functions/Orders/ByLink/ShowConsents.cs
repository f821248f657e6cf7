using WelWee3D.Consent;
using WelWee3D.Http;

namespace WelWee3D.Orders.ByLink;

public sealed class ShowConsents(FrontDoor door, ConsentLinks links, ConsentAnswers answers)
{
    /// <summary>What she was about to take back, and left: the page says that nothing was changed.</summary>
    public const string UnchangedParameter = "unchanged";

    [Function(nameof(ShowConsents))]
    [Describes(
        "Shows what a client agreed to and what she did not, with the words of each.", Answer = typeof(ConsentOverview), AnswerMedia = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/consent/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        door.Anyone(request, async () =>
        {
            if (request.Language() is null)
                return Answers.Unreadable(Preferences.LanguageParameter, "Must be nl or en.");
            var unchanged = PurposeNames.Find(request.Query[UnchangedParameter].ToString());
            if (unchanged is null && request.Query.ContainsKey(UnchangedParameter))
                return Answers.Unreadable(UnchangedParameter, "Must be a purpose of consent.");
            return await links.Find(token, cancellation) is { } order
                ? await answers.Overview(request, order, cancellation, unchanged: unchanged)
                : ConsentAnswers.NotFound(request);
        }, Preferences.LanguageParameter, UnchangedParameter);
}
