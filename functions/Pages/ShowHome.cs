using WelWee3D.Http;

namespace WelWee3D.Pages;

/// <summary>The page at the front: where a visitor, a client and staff each have to be.</summary>
public sealed class ShowHome(FrontDoor door, PageAnswers pages)
{
    [Function(nameof(ShowHome))]
    public Task<IResult> Run(
        // A parameter that is always empty: the Functions host takes no empty route for one, but for the name of the function.
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{home:maxlength(0)?}")] HttpRequest request) =>
        door.Anyone(request, () => Task.FromResult(pages.Page("home.html", request)));
}
