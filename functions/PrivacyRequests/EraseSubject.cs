using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using WelWee3D.Staff;

namespace WelWee3D.PrivacyRequests;

/// <summary>Erases everything about one person, or shows what would be erased.</summary>
public sealed class EraseSubject(FrontDoor door, Erasure erasure, SubjectKeys keys)
{
    [Function(nameof(EraseSubject))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "subjects/erase")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async caller =>
        {
            var read = await SubjectForm.From<Form>(request, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var form = read.Value;
            var subjects = form.Subjects(keys);
            var report = form.Preview
                ? await erasure.Preview(subjects, cancellation)
                : await erasure.Erase(subjects, caller.Id, cancellation);
            return Answers.Ok(new Answer(
                [.. report.Destroyed.Select(each => new KeptItem(each))],
                [.. report.Suspended.Select(each => new KeptItem(each))],
                report.NotUnderstood));
        });

    private sealed record Form(bool Preview = false) : SubjectForm;

    private sealed record Answer(
        IReadOnlyList<KeptItem> Destroyed, IReadOnlyList<KeptItem> Suspended, IReadOnlyList<Unfinished> NotUnderstood);
}
