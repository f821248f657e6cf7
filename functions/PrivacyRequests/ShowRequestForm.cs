using WelWee3D.Http;

namespace WelWee3D.PrivacyRequests;

/// <summary>The form as a page of its own, for whoever comes here without the website's.</summary>
public sealed class ShowRequestForm(FrontDoor door, RequestPages pages)
{
    [Function(nameof(ShowRequestForm))]
    [Describes("Shows the form for privacy requests as a page of its own.", AnswerMedia = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/privacy-requests/form")] HttpRequest request) =>
        door.Anyone(request, () => Task.FromResult(
            request.Language() is { } language ? pages.Empty(language) : Answers.Unreadable(Preferences.LanguageParameter, "Must be nl or en.")),
            Preferences.LanguageParameter);
}
