namespace WelWee3D.Tests.Retention;

/// <summary>A clock that has jumped destroys nothing until somebody has confirmed its date.</summary>
public sealed class DoubtfulDateTests() : OwnWorld(new() { At = Start, ClockLimits = ClockLimits.Usual })
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1));
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(40, true)]
    [InlineData(41, false)]
    [InlineData(-1, false)]
    public void It_may_go_forty_days_ahead_and_not_back(int days, bool isAllowed) =>
        Assert.Equal(isAllowed, ClockLimits.Usual.Allow(world.Today, world.Today.AddDays(days)));

    [Theory]
    [InlineData("2036-01-01")]
    [InlineData("2026-11-21")]
    public async Task After_a_jump_nothing_goes_and_the_run_and_the_morning_s_letter_say_so(string day)
    {
        var message = await Due();
        world.MoveTo(DateOnly.Parse(day, null));

        var run = await Sweep();

        Assert.Equal([new Unfinished(day, Unfinished.UnconfirmedDay)], run.Unfinished);
        Assert.False(run.Complete);
        Assert.NotNull(await world.Get<ContactMessages>().Find(message, None));
        Assert.Contains("/staff/runs\n", await Letter(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hour_after_hour_it_stays_so()
    {
        var message = await Due();
        world.MoveTo(new DateOnly(2036, 1, 1));
        await Sweep();
        world.Wait(TimeSpan.FromDays(1));

        Assert.False((await Sweep()).Complete);

        Assert.NotNull(await world.Get<ContactMessages>().Find(message, None));
    }

    [Fact]
    public async Task A_confirmed_date_sweeps_at_once_and_from_then_on()
    {
        var message = await Due();
        world.MoveTo(new DateOnly(2036, 1, 1));

        Assert.Equal(200, (await Confirm("2036-01-01")).StatusCode);

        Assert.Null(await world.Get<ContactMessages>().Find(message, None));
        world.Wait(TimeSpan.FromDays(1));
        Assert.True((await Sweep()).Complete);
        Assert.DoesNotContain("opruiming", await Letter(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_was_put_right_again_is_believed_once_confirmed()
    {
        world.MoveTo(new DateOnly(2036, 1, 1));
        await Confirm("2036-01-01");
        world.MoveTo(Start);
        Assert.False((await Sweep()).Complete);

        await Confirm("2026-11-22");
        world.Wait(TimeSpan.FromDays(1));

        Assert.True((await Sweep()).Complete);
    }

    [Theory]
    [InlineData("2036-01-02")]
    [InlineData("2026-11-22")]
    [InlineData("1 januari 2036")]
    public async Task Only_today_s_date_can_be_confirmed(string day)
    {
        var message = await Due();
        world.MoveTo(new DateOnly(2036, 1, 1));

        Assert.Equal(422, (await Confirm(day)).StatusCode);

        Assert.False((await Sweep()).Complete);
        Assert.NotNull(await world.Get<ContactMessages>().Find(message, None));
    }

    [Fact]
    public async Task Something_left_each_night_does_not_make_the_date_doubtful()
    {
        var unknown = new Item("of-tomorrow", world.NewId());
        await world.Get<DueIndex>().Put(DueRow.First(world.Today, unknown), None);
        for (var night = 0; night < 3; night++)
        {
            var run = await Sweep();
            Assert.Equal([new Unfinished($"{unknown}", Unfinished.UnknownKind)], run.Unfinished);
            world.Wait(TimeSpan.FromDays(30));
        }
    }

    [Fact]
    public async Task The_very_first_sweep_has_nothing_before_it()
    {
        await world.Given.Message(on: new(2000, 1, 1));

        Assert.Equal(1, (await Sweep()).Destroyed[Kinds.Message]);
    }

    /// <summary>A message whose day has come, after a sweep of today.</summary>
    private async Task<Id> Due()
    {
        await Sweep();
        return (await world.Given.Message(on: new(2000, 1, 1))).Id;
    }

    private Task<Run> Sweep() => world.Get<Sweep>().Run("sweep", None);

    private Task<HttpResponse> Confirm(string day) =>
        world.Ask<RunSweep>((function, request) => function.Run(request, None), new { confirmToday = day });

    private async Task<string?> Letter()
    {
        await world.Function<RemindDeadlines>().Run(new TimerInfo(), None);
        return await world.Letter(ReminderLetter.Name);
    }
}
