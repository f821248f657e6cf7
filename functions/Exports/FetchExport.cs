using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Exports;

/// <summary>Hands a package to whoever has its link, until it expires.</summary>
public sealed class FetchExport(FrontDoor door, ExportPackages packages, RetentionRules rules, TimeProvider clock)
{
    [Function(nameof(FetchExport))]
    [Describes("Hands a package to whoever has its link, until it expires.", AnswerMedia = ["application/zip"], Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/exports/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellation) =>
        door.Anyone(request, async () =>
        {
            request.HttpContext.Response.Headers.CacheControl = "no-store";
            if (!ExportLink.TryParse(token, out var link)
                || await packages.Find(link.Package, cancellation) is not { } package
                || !link.Opens(package)
                || package.Retention(rules, clock.Today()).Deadline < clock.Today())
                return Answers.NotFound("package");

            if (!package.IsWhole)
                return Answers.Incomplete("The package is still being made: try again in a minute.");
            return package.IsRestricted
                ? Answers.Conflict("restrictedOn", "Since this was made, what is in it may only be stored. The practice can make another.")
                : await Content(package, cancellation);
        });

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
