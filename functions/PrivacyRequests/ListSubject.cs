using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using WelWee3D.Staff;

namespace WelWee3D.PrivacyRequests;

/// <summary>Everything about one person; what only one of two values leads to apart. Changes nothing.</summary>
public sealed class ListSubject(FrontDoor door, SubjectRecords records, ReachOfErasure reach, SubjectKeys keys)
{
    [Function(nameof(ListSubject))]
    [Describes("Lists everything about one person; what only one of two given values leads to apart.", Answer = typeof(View))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/subjects")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async _ =>
        {
            var form = new Asked { Email = request.Query["email"], Phone = request.Query["phone"] };
            if (form.Rules() is { Any: true } problems)
                return Answers.Unreadable(problems);

            var values = form.Values(keys);
            var matches = await records.Match(values, named: [], cancellation);
            return Answers.Ok(new View(
                FoundItem.Of(matches.Found), FoundItem.Of(matches.Apart), matches.NotUnderstood, matches.CopiesToDestroy,
                await reach.Beyond(matches.Records, [.. values.Select(value => value.Subjects)], cancellation),
                matches.Records.Any(Restriction.IsRestricted)));
        }, "email", "phone");

    private sealed record Asked : SubjectForm
    {
        public Problems Rules() => Problems();
    }

    /// <param name="Apart">What may be somebody else's.</param>
    /// <param name="CopiesToDestroy">What went before, and of which a copy still lies on a disk.</param>
    private sealed record View(
        IReadOnlyList<FoundItem> Items, IReadOnlyList<FoundItem> Apart, IReadOnlyList<Unfinished> NotUnderstood,
        IReadOnlyList<DestructionTask> CopiesToDestroy, NotReached NotReached, bool Restricted);
}
