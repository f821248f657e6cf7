using WelWee3D.Http;
using WelWee3D.Notices;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Retention.Running;
using WelWee3D.Retention.Shown;
using WelWee3D.Staff;

namespace WelWee3D.PrivacyRequests;

/// <summary>
/// Erases records about one person in two steps: the first call shows what would go and gives a token over exactly that,
/// the second brings the token.
/// </summary>
public sealed class EraseSubject(
    FrontDoor door, Erasure erasure, SubjectRecords records, DestructionTasks tasks, ReachOfErasure reach, SubjectNotices notices, SubjectKeys keys,
    LongWork work, TimeProvider clock)
{
    [Function(nameof(EraseSubject))]
    [Describes(
        "Shows what an erasure would take of a person, with a token; by that token erases it.", Body = [typeof(Form)],
        Example = """{"email": "eva@example.nl"}""", Answer = typeof(Shown), Also = [409], Headers = ["Prefer"])]
    [AlsoAnswers(200, typeof(Answer))]
    [AlsoAnswers(202, typeof(LongWork.Accepted))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/subjects/erase")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, async caller =>
        {
            var read = await SubjectForm.From<Form>(request, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;
            return read.Value.Token is { } token
                ? await Erase(request, token, caller, cancellation)
                : await Show(read.Value, caller, cancellation);
        });

    private async Task<IResult> Show(Form form, Caller caller, CancellationToken cancellation)
    {
        var values = form.Values(keys);
        var matches = await records.Match(values, form.Named, cancellation);
        if (matches.Strangers.Count > 0)
            return Answers.Invalid(SubjectAnswers.Strangers(matches));
        var token = ErasureToken.For(matches, values, caller.Id, clock.GetUtcNow());
        return Answers.Ok(new Shown(
            FoundItem.Of(matches.Found), FoundItem.Of(matches.Apart), matches.NotUnderstood, token.Seal(keys), token.Until,
            matches.CopiesToDestroy, await reach.Beyond(matches.Records, token.Values, cancellation)));
    }

    private async Task<IResult> Erase(HttpRequest request, string text, Caller caller, CancellationToken cancellation)
    {
        if (ErasureToken.Open(text, keys, caller.Id, clock.GetUtcNow()) is not { } token)
            return Answers.Invalid(new Problems { { "token", "Is not one that this account was given in the last fifteen minutes: ask again what would go." } });

        var found = await records.Find(token.Subjects, cancellation);
        if (found.Records.Where(token.Names).Any(record => !token.NamesAllOf(record)))
            return Answers.Conflict("token", "Since then something was added to what it names: ask again what would go.");

        // Who was given what is known as long as the orders are there.
        var beyond = await reach.Beyond(found.Records.Where(token.Names), token.Values, cancellation);
        var asked = work.New(RunKind.Erasure, caller.Id, token.Subjects, token.Items);
        return await work.Answer(request, asked, async enough =>
        {
            var report = await erasure.Erase(asked, enough);
            return Answers.Ok(new Answer(
                [.. report.Destroyed.Select(each => new KeptItem(each))],
                [.. report.Suspended.Select(each => new KeptItem(each))],
                report.NotUnderstood,
                [.. (await tasks.About(token.Subjects, enough)).Where(token.Names)],
                beyond,
                await notices.ToldToErase(token.Orders, enough)));
        }, cancellation);
    }

    private sealed record Form(string? Token = null) : SubjectForm
    {
        protected override Problems Problems() => Token is null ? base.Problems() : [];
    }

    /// <param name="CopiesToDestroy">What went before, and of which a copy still lies on a disk under the name of its file.</param>
    private sealed record Shown(
        IReadOnlyList<FoundItem> Found, IReadOnlyList<FoundItem> Apart, IReadOnlyList<Unfinished> NotUnderstood, string Token, DateTimeOffset Until,
        IReadOnlyList<DestructionTask> CopiesToDestroy, NotReached NotReached);

    /// <param name="Notices">To recipients of its orders, who are told to erase what they were given.</param>
    private sealed record Answer(
        IReadOnlyList<KeptItem> Destroyed, IReadOnlyList<KeptItem> Suspended, IReadOnlyList<Unfinished> NotUnderstood,
        IReadOnlyList<DestructionTask> CopiesToDestroy, NotReached NotReached, IReadOnlyList<NoticeView> Notices);
}
