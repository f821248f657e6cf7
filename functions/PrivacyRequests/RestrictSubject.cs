using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using WelWee3D.Staff;

namespace WelWee3D.PrivacyRequests;

/// <summary>Restricts everything about one person to being stored, or lifts that; answers with all that is kept.</summary>
public sealed class RestrictSubject(FrontDoor door, Restriction restriction, SubjectKeys keys)
{
    [Function(nameof(RestrictSubject))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "subjects/restrict")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
        {
            var read = await SubjectForm.From<Form>(request, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var form = read.Value;
            var subjects = form.Subjects(keys);
            var found = form.Lift
                ? await restriction.Lift(subjects, cancellation)
                : await restriction.Impose(subjects, cancellation);
            return Answers.Ok(new Answer([.. found.WithParts.Select(each => new KeptItem(each))], found.NotUnderstood));
        });

    private sealed record Form(bool Lift = false) : SubjectForm;

    private sealed record Answer(IReadOnlyList<KeptItem> Items, IReadOnlyList<Unfinished> NotUnderstood);
}
