using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Retention;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.PrivacyRequests.Exports;

/// <summary>
/// Makes a package of everything about one person, and the link under which that person can fetch it for a week. Who
/// asks for it again gets another.
/// </summary>
public sealed class ExportSubject(
    FrontDoor door, SubjectRecords records, ExportPackages packages, PackageWriter writer, SubjectKeys keys,
    RetentionRules rules, TimeProvider clock)
{
    [Function(nameof(ExportSubject))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "subjects/export")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
        {
            var read = await SubjectForm.From<Form>(request, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var items = await records.Find(read.Value.Subjects(keys), cancellation);
            var subjects = await records.SubjectsOf(items, cancellation);
            if (subjects.Count == 0)
                return Answers.NotFound("person");
            return subjects.Count > ExportPackages.MostSubjects
                ? Answers.Conflict("email", "So many people share this that it says nothing about one of them.")
                : await Make(items, subjects, cancellation);
        });

    private async Task<IResult> Make(IReadOnlyList<Item> items, IReadOnlyList<string> subjects, CancellationToken cancellation)
    {
        var link = ExportLink.To(Id.New(clock.GetUtcNow()));
        var package = new ExportPackage(link.Package, subjects, link.Hash, 0);
        try
        {
            await packages.Make(package, (stream, token) => writer.Write(items, stream, token), cancellation);
        }
        catch (RequestFailedException destroyed) when (destroyed.Status is 404 or 409 or 412)
        {
            return Answers.Conflict("email", "Some of it was destroyed while the package was being made: ask again.");
        }
        return Answers.Created(
            $"/api/exports/{link}", new Made(package.Id, $"/api/exports/{link}", package.Retention(rules, clock.Today())));
    }

    private sealed record Form : SubjectForm;

    private sealed record Made(Id Id, string Link, Derivation Retention);
}
