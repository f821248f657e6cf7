using WelWee3D.Http;

namespace WelWee3D.Contact;

/// <summary>The form as a page of its own, for whoever comes here without the website's.</summary>
public sealed class ShowContactForm(FrontDoor door, ContactAnswers answers)
{
    [Function(nameof(ShowContactForm))]
    [Describes("Shows the contact form as a page of its own.", AnswerMedia = ["text/html"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contact")] HttpRequest request) =>
        door.Anyone(request, () => Task.FromResult(
            request.Language() is { } language ? answers.Empty(language) : Answers.Unreadable(Preferences.LanguageParameter, "Must be nl or en.")),
            Preferences.LanguageParameter);
}
