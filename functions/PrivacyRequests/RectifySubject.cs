using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using WelWee3D.Staff;

namespace WelWee3D.PrivacyRequests;

/// <summary>
/// Sets a person's details right wherever they stand. What only one of two values leads to is told apart, and changed when it
/// is named.
/// </summary>
public sealed class RectifySubject(
    FrontDoor door, Rectification rectification, SubjectRecords records, SubjectNotices notices, SubjectKeys keys, TimeProvider clock)
{
    [Function(nameof(RectifySubject))]
    [Describes(
        "Sets a person's details right wherever they stand.", Body = [typeof(Form)], Needs = ["changes", "reason"],
        Example = """{"email": "eva@example.nl", "changes": {"name": "Eva de Vries"}, "reason": "Haar naam was verkeerd gespeld."}""",
        Answer = typeof(Answer), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/subjects/rectify")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async caller =>
        {
            var read = await SubjectForm.From<Form>(request, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var (form, details) = (read.Value, read.Value.Changes!.ToDetails());
            var matches = await records.Match(form.Values(keys), form.Named, cancellation);
            if (matches.Strangers.Count > 0)
                return Answers.Invalid(SubjectAnswers.Strangers(matches));

            var asked = await notices.Request(RequestKind.Rectification, [.. matches.Records, .. await AtNew(details, cancellation)], cancellation);
            var act = new Act(clock.GetUtcNow(), caller.Id, form.Reason!.Trim());
            if (!await rectification.Rectify([.. matches.Records], details, asked, act, cancellation))
                return Answers.Conflict("changes", $"The request {asked!.Id} cannot hold more of what was there before: close it, and register another.");
            return Answers.Ok(new Answer(
                FoundItem.Of(matches.Found.Where(match => Rectification.Holds(match.Record))), FoundItem.Of(matches.Apart), matches.NotUnderstood, asked?.Id));
        });

    /// <summary>What is at the mail address that she has from now on: a wrong one may be why she asks.</summary>
    private async Task<IReadOnlyList<KeptRecord>> AtNew(NewDetails details, CancellationToken cancellation) =>
        details.Email is { } email ? (await records.Find(keys.AllOfEmail(email), cancellation)).Records : [];

    private sealed record Form(ChangesForm? Changes = null, string? Reason = null) : SubjectForm
    {
        protected override Problems Problems()
        {
            var problems = base.Problems();
            problems.AddRange((Changes ?? new()).Problems());
            problems.CheckReason(Reason);
            return problems;
        }
    }

    /// <param name="Rectified">Where her details are as they were asked to be, by now or before.</param>
    /// <param name="Request">The one that keeps what was there before; absent where nobody made one.</param>
    private sealed record Answer(
        IReadOnlyList<FoundItem> Rectified, IReadOnlyList<FoundItem> Apart, IReadOnlyList<Unfinished> NotUnderstood, Id? Request);
}
