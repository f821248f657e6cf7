using Microsoft.Net.Http.Headers;
using WelWee3D.Http;

namespace WelWee3D.Description;

public sealed class ShowApiPageFile(FrontDoor door)
{
    [Function(nameof(ShowApiPageFile))]
    [Describes("Hands out a script of the page that shows this API.", AnswerMedia = ["text/javascript"])]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/docs/{file}")] HttpRequest request, string file) =>
        door.Anyone(request, () => Task.FromResult(ApiPageFiles.Open(file) is { } script
            ? Results.Stream(script, "text/javascript; charset=utf-8").With(HeaderNames.CacheControl, "public, max-age=3600")
            : Answers.NotFound("file")));
}
