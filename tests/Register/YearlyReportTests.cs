namespace WelWee3D.Tests.Register;

public sealed class YearlyReportTests() : OwnWorld(new() { At = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1)) })
{
    [Fact]
    public async Task It_counts_what_came_and_what_went_and_how_much_of_that_in_time()
    {
        await world.Given.Message("kept@example.nl");
        await world.Given.Message("old@example.nl", new(2021, 11, 25));
        await world.Given.Order("kept@example.nl");
        await world.Given.Message("late@example.nl", new(2021, 11, 15));
        await Sweep();
        world.MoveTo(new DateOnly(2026, 11, 25));
        await Sweep();
        var erased = await world.Given.Message("erased@example.nl");
        await world.Get<Erasure>().Erase([world.Get<SubjectKeys>().OfEmail("erased@example.nl")], "officer", default);
        world.MoveTo(new DateOnly(2027, 2, 1));
        await world.Given.Message("next@example.nl");

        var (year, next) = (await Report(2026), await Report(2027));

        Assert.Equal(["message 2", "order 1"], year.Received.Select(each => $"{each.Name} {each.Count}"));
        Assert.Equal(["contact-message 2", "erasure 1"], year.Destroyed.ByRule.Select(each => $"{each.Name} {each.Count}"));
        Assert.Equal((2, 1, 0, -7), (year.Destroyed.OnTime, year.Destroyed.Late, year.Destroyed.EarliestMargin, year.Destroyed.LatestMargin));
        Assert.Equal((true, false), (year.IsOver, next.IsOver));
        Assert.Equal(["message 1", "order 0"], next.Received.Select(each => $"{each.Name} {each.Count}"));
        Assert.Empty(next.Destroyed.ByRule);
        Assert.Null(next.Destroyed.EarliestMargin);
        Assert.NotEqual(default, erased.Id);
    }

    [Fact]
    public async Task What_was_held_beyond_its_last_day_went_in_time()
    {
        var order = await world.Given.Order(agreed: order => order with { Holds = [Make.Hold(world.Now, world.Today.AddYears(6))] });
        world.MoveTo(world.Today.AddYears(6).AddDays(1));
        await Sweep();

        var year = await Report(world.Today.Year);

        Assert.Null(await world.Get<OrderStore>().Find(order.Id, default));
        Assert.Equal((1, 0, 0), (year.Destroyed.OnTime, year.Destroyed.Late, year.Destroyed.LatestMargin));
    }

    [Fact]
    public async Task It_counts_requests_and_the_days_that_their_answers_took()
    {
        foreach (var (received, closed) in new (DateOnly, DateOnly?)[] { (new(2026, 10, 1), new(2026, 10, 4)), (new(2026, 9, 1), new(2026, 11, 10)), (new(2025, 12, 30), new(2026, 1, 10)), (new(2026, 11, 20), null) })
            await world.Given.Request(agreed: request => request with
            {
                ReceivedOn = received, Closing = closed is { } day ? new(day, "officer", RequestOutcome.Done) : null,
            });

        var requests = (await Report(2026)).Requests;

        Assert.Equal((3, 3, 2, 1), (requests.Received, requests.Answered, requests.InTime, requests.Open));
        Assert.Equal(new(3, 11, 70), requests.Days);
    }

    [Fact]
    public async Task The_newest_checkpoint_of_the_year_is_in_it()
    {
        Assert.Null((await Report(2026)).NewestCheckpoint);
        await world.Given.Message("gone@example.nl");
        await world.Get<Erasure>().Erase([world.Get<SubjectKeys>().OfEmail("gone@example.nl")], "officer", default);

        await world.Get<Checkpoints>().Write(world.Today.AddDays(1), default);

        Assert.Equal(1, (await Report(2026)).NewestCheckpoint!.Number);
    }

    private Task<YearlyReportView> Report(int year) => world.Get<YearlyReport>().Of(year, "nl", default);

    private async Task Sweep() => Assert.Empty((await world.Get<Sweep>().Run(Decider.Sweep, default)).Unfinished);
}
