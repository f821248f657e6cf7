using Microsoft.Net.Http.Headers;
using WelWee3D.Http;

namespace WelWee3D.Description;

/// <summary>The same for people: a page that reads the description, and can call what it describes.</summary>
public sealed class ShowApiPage(FrontDoor door)
{
    // Its styles are put in by its script. All of it comes from the app, and it asks nobody else.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; font-src 'self' data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static string Page => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>The API of Wel &amp; Wee 3D</title>
        <link rel="icon" href="data:,">
        </head>
        <body>
        <div id="api"></div>
        <noscript>This page needs a script; the description itself is <a href="{ApiPaths.Of("openapi.json")}">{ApiPaths.Of("openapi.json")}</a>.</noscript>
        <script src="{ApiPaths.Of($"docs/{ApiPageFiles.Scalar}")}"></script>
        <script src="{ApiPaths.Of($"docs/{ApiPageFiles.Start}")}"></script>
        </body>
        </html>
        """;

    [Function(nameof(ShowApiPage))]
    [Describes("Shows the description of this API as a page to read.", AnswerMedia = ["text/html"])]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/docs")] HttpRequest request) =>
        door.Anyone(request, () => Task.FromResult(
            Results.Content(Page, "text/html; charset=utf-8").With(HeaderNames.ContentSecurityPolicy, Policy)));
}
