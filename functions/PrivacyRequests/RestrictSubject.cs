using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using WelWee3D.Staff;

namespace WelWee3D.PrivacyRequests;

/// <summary>
/// Restricts everything about one person to being stored, or lifts that once she was told; answers with all that is kept.
/// </summary>
public sealed class RestrictSubject(
    FrontDoor door, Restriction restriction, Lifting lifting, SubjectRecords records, SubjectNotices notices, SubjectKeys keys, TimeProvider clock)
{
    [Function(nameof(RestrictSubject))]
    [Describes(
        "Restricts everything about a person to being stored, or lifts that once she was told.", Body = [typeof(Form)],
        Example = """{"email": "eva@example.nl", "reason": "Zij betwist of haar adres klopt."}""", Answer = typeof(Answer), Also = [409])]
    [AlsoAnswers(202, typeof(Waits))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/subjects/restrict")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async caller =>
        {
            var read = await SubjectForm.From<Form>(request, form => form.Problems(clock.Today()), cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var form = read.Value;
            var matches = await Match(form, cancellation);
            if (matches.Strangers.Count > 0)
                return Answers.Invalid(SubjectAnswers.Strangers(matches));
            var act = new Act(clock.GetUtcNow(), caller.Id, form.Reason?.Trim());
            return await (form.Lift ? Lift(form, matches, act, cancellation) : Restrict(matches, act, cancellation))
                ?? await Told(form, cancellation);
        });

    private async Task<IResult?> Restrict(Matches matches, Act act, CancellationToken cancellation)
    {
        await notices.OfRestriction([.. matches.Records], cancellation);
        await restriction.Decide([.. matches.Records], new(Decision.Restrict, act.By, act.Reason), cancellation);
        return null;
    }

    /// <returns>Null when it is lifted; else what it waits for.</returns>
    private async Task<IResult?> Lift(Form form, Matches matches, Act act, CancellationToken cancellation)
    {
        if (!form.DestroysNow && Soon(matches) is { Count: > 0 } soon)
            return Answers.DestroysSoon([.. soon.Select(record => new KeptItem(record))]);

        var request = await notices.Request(RequestKind.Restriction, matches.Records, cancellation, isClosedToo: true);
        var letter = Lifting.Letter(request);
        var isRestricted = matches.Records.Any(Restriction.IsRestricted);
        // One that came back told her nothing.
        var isTold = letter is { SentAt: not null, GivenUpAt: null };
        if (isRestricted && form.ToldOn is null && !isTold)
        {
            if (request is null || letter is { GivenUpAt: not null })
                return Answers.Conflict("toldOn", "No letter of this app can tell her first. Tell her, and say on which day (toldOn) and how (toldBy) that was.");
            if (letter is null)
                await lifting.Write(request, act, cancellation);
            return Answers.Accepted(new Waits("A letter tells her first: ask once more when it was delivered.", request.Id));
        }
        await notices.OfLifting([.. matches.Records], act, cancellation);
        await restriction.Decide([.. matches.Records], new(Decision.LiftRestriction, act.By, act.Reason), cancellation);
        // Also where whoever asked before died at it: of the next restriction this letter tells nothing.
        if (request is not null && (isRestricted || isTold))
            await lifting.Note(request, form.ToldBy, form.ToldOn, act, cancellation);
        return null;
    }

    private async Task<IResult> Told(Form form, CancellationToken cancellation)
    {
        var after = await Match(form, cancellation);
        return Answers.Ok(new Answer(FoundItem.Of(after.Found), FoundItem.Of(after.Apart), after.NotUnderstood));
    }

    private Task<Matches> Match(Form form, CancellationToken cancellation) => records.Match(form.Values(keys), form.Named, cancellation);

    private IReadOnlyList<KeptRecord> Soon(Matches matches) =>
        [.. matches.Records.SelectMany(record => Foresight.Sooner(record, record.Unrestricted(), clock.Today())).Where(IsNews)];

    /// <summary>What always goes within days, as a file does that never came, is told when the restriction is all that keeps it.</summary>
    private bool IsNews(KeptRecord record) => !record.IsFixed || record.Retention.IsDue(clock.Today());

    /// <param name="ToldBy">How she was told that it is lifted, where no letter of this app did.</param>
    private sealed record Form(bool Lift = false, bool DestroysNow = false, string? Reason = null, ToldBy? ToldBy = null, DateOnly? ToldOn = null)
        : SubjectForm
    {
        public Problems Problems(DateOnly today)
        {
            var problems = Problems();
            if (Reason is not null)
                problems.CheckReason(Reason);
            if (ToldBy is null != ToldOn is null)
                problems.Add(ToldBy is null ? "toldBy" : "toldOn", "Is required: toldBy and toldOn go together.");
            // What she heard longer ago was of something else.
            if (ToldOn is { } day)
                problems.CheckDay("toldOn", day, today.AddMonths(-1), today);
            return problems;
        }
    }

    private sealed record Answer(IReadOnlyList<FoundItem> Items, IReadOnlyList<FoundItem> Apart, IReadOnlyList<Unfinished> NotUnderstood);

    /// <param name="Request">In whose thread it is, and which tells what becomes of it.</param>
    private sealed record Waits(string WaitsFor, Id Request);
}
