using WelWee3D.Http;

namespace WelWee3D.Pages;

/// <summary>The scripts, styles and fonts of the pages.</summary>
public sealed class ServePageFile(FrontDoor door, PageAnswers pages)
{
    [Function(nameof(ServePageFile))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "web/{file}")] HttpRequest request, string file) =>
        door.Anyone(request, () => Task.FromResult(pages.File(file, request)));
}
