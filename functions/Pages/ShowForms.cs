using WelWee3D.Http;

namespace WelWee3D.Pages;

/// <summary>Shows whoever makes the practice's website how to put the forms on it.</summary>
public sealed class ShowForms(FrontDoor door, PageAnswers pages)
{
    [Function(nameof(ShowForms))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "forms")] HttpRequest request) =>
        door.Anyone(request, () => Task.FromResult(pages.Page("for-websites.html", request, policies: "lit-html")));
}
