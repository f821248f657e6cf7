using Azure;
using WelWee3D.Http;
using WelWee3D.Retention;

namespace WelWee3D.Exports;

/// <summary>Hands a package to whoever has its link, until it expires: to a program at once, and to a browser with a page before it that tells what is in it.</summary>
public sealed class FetchExport(FrontDoor door, ExportPackages packages, ExportLinks links, RetentionRules rules, TimeProvider clock)
{
    /// <summary>The package itself, also for a browser.</summary>
    public const string DownloadParameter = "download";

    [Function(nameof(FetchExport))]
    [Describes("Hands a package to whoever has its link, until it expires; a browser gets a page first that tells what is in it.", AnswerMedia = ["application/zip", "text/html"], Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/exports/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        door.Anyone(request, async () =>
        {
            request.HttpContext.Response.Headers.CacheControl = "no-store";
            if (request.Language() is not { } language)
                return Answers.Unreadable(Preferences.LanguageParameter, "Must be nl or en.");
            var (package, refusal) = await Find(token, cancellation);
            if (request.PrefersHtml() && (package is null || !request.Query.ContainsKey(DownloadParameter)))
                return await Page(package, refusal, language, cancellation);
            return package is null ? refusal! : await Content(package, cancellation);
        }, Preferences.LanguageParameter, DownloadParameter);

    /// <returns>The package where it may be fetched, else the refusal.</returns>
    private async Task<(ExportPackage? Package, IResult? Refusal)> Find(string token, CancellationToken cancellation)
    {
        if (links.Opens(token) is not { } id
            || await packages.Find(id, cancellation) is not { } package
            || package.Retention(rules, clock.Today()).Deadline < clock.Today())
            return (null, Answers.NotFound("package"));
        if (!package.IsWhole)
            return (null, Answers.Incomplete("The package is still being made: try again in a minute."));
        return package.IsRestricted
            ? (null, Answers.Conflict("restrictedOn", "Since this was made, what is in it may only be stored. The practice can make another."))
            : (package, null);
    }

    private async Task<IResult> Page(ExportPackage? package, IResult? refusal, string language, CancellationToken cancellation)
    {
        try
        {
            if (package is not null)
            {
                await using var content = await BlobStream.Open(packages.Blob(package.Id), cancellation);
                var told = await FetchPage.ToldBy(content, cancellation);
                return Answers.Html(FetchPage.Of(told, content.Length, package.FetchableUntil(rules), package.Recipient is not null, language)).Unshared();
            }
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            refusal = Answers.NotFound("package");
        }
        var status = ((IStatusCodeHttpResult)refusal!).StatusCode!.Value;
        return Answers.Html(FetchPage.Refused(status, language), status).Unshared();
    }

    private async Task<IResult> Content(ExportPackage package, CancellationToken cancellation)
    {
        try
        {
            var content = await BlobStream.Open(packages.Blob(package.Id), cancellation);
            return Results.Stream(content, "application/zip", "wel-wee-3d.zip");
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return Answers.NotFound("package");
        }
    }
}
