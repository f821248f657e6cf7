using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.PrivacyRequests;

/// <summary>Restricts everything about one person to being stored, or lifts that; answers with all that is kept.</summary>
public sealed class RestrictSubject(
    FrontDoor door, Restriction restriction, SubjectRecords records, SubjectNotices notices, SubjectKeys keys, TimeProvider clock)
{
    [Function(nameof(RestrictSubject))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "subjects/restrict")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async caller =>
        {
            var read = await SubjectForm.From<Form>(request, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var form = read.Value;
            var matches = await Match(form, cancellation);
            if (matches.Strangers.Count > 0)
                return Answers.Invalid(SubjectAnswers.Strangers(matches));
            if (form is { Lift: true, DestroysNow: false } && Soon(matches) is { Count: > 0 } soon)
                return Answers.DestroysSoon([.. soon.Select(record => new KeptItem(record))]);

            if (!form.Lift)
                await notices.OfRestriction([.. matches.Records], [.. form.Values(keys).SelectMany(value => value.Keys)], cancellation);
            var decision = form.Lift ? Decision.LiftRestriction : Decision.Restrict;
            await restriction.Decide([.. matches.Records], new(decision, caller.Id, form.Reason?.Trim()), cancellation);
            var after = await Match(form, cancellation);
            return Answers.Ok(new Answer(FoundItem.Of(after.Found), FoundItem.Of(after.Apart), after.NotUnderstood));
        });

    private Task<Matches> Match(Form form, CancellationToken cancellation) => records.Match(form.Values(keys), form.Named, cancellation);

    private IReadOnlyList<KeptRecord> Soon(Matches matches) =>
        [.. matches.Records.SelectMany(record => Foresight.Sooner(record, record.Unrestricted(), clock.Today())).Where(IsNews)];

    /// <summary>What always goes within days, as a file does that never came, is told when the restriction is all that keeps it.</summary>
    private bool IsNews(KeptRecord record) => !record.IsFixed || record.Retention.IsDue(clock.Today());

    private sealed record Form(bool Lift = false, bool DestroysNow = false, string? Reason = null) : SubjectForm
    {
        protected override Problems Problems()
        {
            var problems = base.Problems();
            if (Reason is not null)
                problems.CheckReason(Reason);
            return problems;
        }
    }

    private sealed record Answer(IReadOnlyList<FoundItem> Items, IReadOnlyList<FoundItem> Apart, IReadOnlyList<Unfinished> NotUnderstood);
}
