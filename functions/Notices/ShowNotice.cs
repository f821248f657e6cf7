using WelWee3D.Http;

namespace WelWee3D.Notices;

/// <summary>What a recipient has to do, for whoever has its link. Looking answers nothing: programs that check mail look too.</summary>
public sealed class ShowNotice(FrontDoor door, NoticeLinks links, NoticeAnswers answers)
{
    [Function(nameof(ShowNotice))]
    [Describes("Shows what a recipient has to do.", Answer = typeof(NoticeShown), AnswerMedia = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/notices/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        door.Anyone(request, async () =>
        {
            if (request.Language() is null)
                return Answers.Unreadable(Preferences.LanguageParameter, "Must be nl or en.");
            return await links.Find(token, cancellation) is { } notice
                ? await answers.Show(request, notice, cancellation)
                : NoticeAnswers.NotFound(request);
        }, Preferences.LanguageParameter);
}
