using WelWee3D.Http;

namespace WelWee3D.Pages;

/// <summary>The staff console: one page, whatever of it is asked for. What is on it comes from the API, once staff have signed in.</summary>
public sealed class ShowConsole(FrontDoor door, PageAnswers pages)
{
    [Function(nameof(ShowConsole))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "staff/{*path}")] HttpRequest request) =>
        door.Anyone(request, () => Task.FromResult(pages.Page("staff.html", request, policies: "lit-html document", signsIn: true)));
}
