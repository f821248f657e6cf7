using WelWee3D.Tests.Http;

namespace WelWee3D.Tests.PrivacyRequests;

public sealed class RequestRegisterTests : OwnWorld
{
    private static readonly CancellationToken None = CancellationToken.None;

    private RequestRegister Register => world.Get<RequestRegister>();

    [Fact]
    public async Task As_long_as_it_is_open_nothing_makes_it_due_and_its_list_has_it()
    {
        var request = await world.Given.Request();
        world.MoveTo(request.ReceivedOn.AddYears(20));

        await world.Get<Sweep>().Run(Decider.Sweep, None);

        Assert.Equal([request.Id], await Open());
        var kept = (await world.Get<RecordTrace>().Kept(new(RequestRegister.Kind, request.Id), None))!;
        Assert.Null(kept.Retention.DueOn);
        Assert.Contains("Het blijft tot het verzoek is afgehandeld.", PlainWords.Dutch.Kept(kept.Retention, world.Today), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_ones_are_listed_by_their_deadline_until_a_day_in_one_range()
    {
        var (later, sooner) = (await Received(10), await Received(0));
        var closed = await Received(5);
        await Register.Change(closed.Id, found => found with { Closing = new(world.Today, "officer", RequestOutcome.Done) }, None);
        await world.Given.Request(agreed: request => request with { Channel = RequestChannel.Website });
        var before = world.Calls.Count;

        var all = await Register.Open(DateOnly.MaxValue, after: null, None).ToListAsync();

        Assert.Equal(1, world.Calls.Count - before);
        Assert.Equal([new(sooner.Deadline.End, sooner.Id), new(later.Deadline.End, later.Id)], all);
        Assert.Equal(all[..1], await Register.Open(sooner.Deadline.End, after: null, None).ToListAsync());
        Assert.Equal(all[1..], await Register.Open(DateOnly.MaxValue, all[0], None).ToListAsync());
    }

    [Theory]
    [InlineData("nl", "Open privacyverzoeken", "inzage", "telefoon")]
    [InlineData("en", "Open privacy requests", "access", "phone")]
    public async Task It_prints_in_both_languages_and_names_nobody(string language, params string[] words)
    {
        var request = await world.Given.Request();

        var answer = await Answer.Of<ListPrivacyRequests>(world, (function, call) => function.Run(call, None), json: null, call =>
        {
            call.Headers.Accept = "text/html";
            call.QueryString = new($"?language={language}");
        });

        Assert.Equal(200, answer.Status);
        Assert.All(words.Append($"{Reference.Of(request.Id)}"), word => Assert.Contains(word, answer.Body, StringComparison.Ordinal));
        Assert.Contains($"<html lang=\"{language}\"", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(request.Name, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_its_deadline_moves_so_does_its_place()
    {
        var request = await world.Given.Request();

        await Register.Change(request.Id, found => found with { Extension = new(world.Today, "officer", "Veel werk") }, None);

        var place = await Register.Open(DateOnly.MaxValue, after: null, None).SingleAsync();
        Assert.Equal(AnswerDeadline.Of(request.ReceivedOn, isExtended: true).End, place.Day);
    }

    [Fact]
    public async Task An_erasure_waits_for_the_answer_and_its_letter_and_leaves_that_it_was_answered()
    {
        var request = await world.Given.Request();
        IReadOnlyList<string> subjects = Register.SubjectsOf(request);

        var report = await world.Get<Erasure>().Erase(subjects, "officer", None);
        Assert.Equal([Suspension.Answer], Assert.Single(report.Suspended).Retention.SuspendedBy.Select(each => each.Kind));
        await Close(request.Id);
        world.MoveTo(world.Today.AddDays(1));
        await world.Get<Sweep>().Run(Decider.Sweep, None);
        Assert.NotNull(await Register.Find(request.Id, None));
        world.MoveTo(world.Today.AddDays(1));
        await world.Get<Sweep>().Run(Decider.Sweep, None);

        Assert.Null(await Register.Find(request.Id, None));
        var place = await world.Get<AnsweredRequests>().Closed(world.Today, after: null, None).SingleAsync();
        var entry = (await world.Get<AnsweredRequests>().Find(place.Id, None))!;
        Assert.Equal((request.Id, RequestKind.Access, request.ReceivedOn, RequestOutcome.Done), (entry.Request, entry.Kind, entry.ReceivedOn, entry.Outcome));
    }

    [Fact]
    public async Task One_that_came_back_open_with_a_backup_goes_again()
    {
        var request = await world.Given.Request();
        var before = await Retention.Backup.Of(world);
        await Close(request.Id);
        world.MoveTo(request.ReceivedOn.AddYears(5).AddDays(1));
        await world.Get<Sweep>().Run(Decider.Sweep, None);
        await before.Restore(world);

        await world.Get<Replay>().Run("officer", None);

        Assert.Null(await Register.Find(request.Id, None));
    }

    [Fact]
    public async Task A_closed_one_whose_entry_was_lost_gets_it_with_the_next_reconciliation()
    {
        var request = await world.Given.Request();
        await Register.Change(request.Id, found => found with { Closing = new(world.Today, "officer", RequestOutcome.Done) }, None);
        world.MoveTo(world.Today.AddDays(2));

        await world.Get<Reconciliation>().Run(None);

        Assert.NotNull(await world.Get<AnsweredRequests>().Find(AnsweredRequest.IdOf(request.Id), None));
        Assert.Empty((await world.Get<Reconciliation>().Run(None)).Repaired);
    }

    [Fact]
    public async Task Its_person_gets_all_of_it_and_no_account_of_the_practice()
    {
        var request = await world.Given.Request(agreed: asked => asked with
        {
            Extension = new(world.Today, "account", "Veel scans"),
            Closing = new(world.Today, "account", RequestOutcome.Done, Note: "Het pakket staat klaar"),
            Events = [new(world.Now, RequestEvent.ThePerson, RequestEvent.Confirmed), new(world.Now, "account", RequestEvent.Closed)],
        });

        var view = RequestView.Of(request, request.Retention(world.Get<RetentionRules>(), world.Today)).ForThePerson();

        var told = StoredJson.Write(view);
        Assert.DoesNotContain("account", told, StringComparison.Ordinal);
        Assert.All(["Anna de Vries", "Wat weten jullie?", "Veel scans", "Het pakket staat klaar", "\"by\":\"person\""], each => Assert.Contains(each, told, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<Id>> Open() => [.. (await Register.Open(DateOnly.MaxValue, None).ToListAsync()).Select(request => request.Id)];

    private Task<PrivacyRequest> Received(int daysLater) =>
        world.Given.Request(world.Given.NewAddress(), agreed: request => request with { ReceivedOn = new DateOnly(2026, 8, 3).AddDays(daysLater) });

    private async Task Close(Id id)
    {
        var closed = await Register.Change(id, found => found with { Closing = new(world.Today, "officer", RequestOutcome.Done) }, None);
        Assert.True(await world.Get<AnsweredRequests>().Note(closed!, None));
    }
}
