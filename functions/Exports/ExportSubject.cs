using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Exports;

/// <summary>
/// Makes a package of everything about one person, and the link under which that person can fetch it for a week. Who
/// asks for it again gets another.
/// </summary>
public sealed class ExportSubject(
    FrontDoor door, ExportPackages packages, PackageWriter writer, SubjectKeys keys, RetentionRules rules, TimeProvider clock)
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

            var subjects = read.Value.Subjects(keys);
            var contents = await writer.Contents(subjects, cancellation);
            if (contents.Count == 0)
                return Answers.NotFound("person");
            return contents.Count > ExportPackages.MostRecords
                ? Answers.Conflict(read.Value.Named, "So many people share this that it says nothing about one of them.")
                : await Make(read.Value, subjects, contents, cancellation);
        });

    private async Task<IResult> Make(
        Form form, IReadOnlyList<string> subjects, IReadOnlySet<Id> contents, CancellationToken cancellation)
    {
        var link = ExportLink.To(Id.New(clock.GetUtcNow()));
        var package = new ExportPackage(link.Package, subjects, contents, link.Hash);
        if (!await packages.Make(package, (stream, token) => writer.Write(package, stream, token), cancellation))
            return Answers.Conflict(form.Named, "Some of it was destroyed while the package was being made: ask again.");

        var address = ApiPaths.Of($"exports/{link}");
        return Answers.Created(address, new Made(package.Id, address, package.Retention(rules, clock.Today())));
    }

    private sealed record Form : SubjectForm;

    private sealed record Made(Id Id, string Link, Derivation Retention);
}
