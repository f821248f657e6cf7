using Azure;

namespace WelWee3D.Tests.Retention;

/// <summary>The hours after the night's sweep.</summary>
public sealed class SweepAgainTests() : OwnWorld(new() { At = Night })
{
    private static readonly DateTimeOffset Night = new(2026, 11, 22, 2, 0, 0, TimeSpan.FromHours(1));
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task What_a_night_could_not_destroy_goes_in_the_first_hour_in_which_storage_answers()
    {
        var message = await world.Given.Message();
        world.MoveTo(Night.AddYears(5));
        StorageIsDown();
        await Assert.ThrowsAsync<RequestFailedException>(() => world.Function<SweepExpired>().Run(new TimerInfo(), None));
        world.Wait(TimeSpan.FromMinutes(30));
        await Assert.ThrowsAsync<RequestFailedException>(Again);
        world.Calls.LetBe();
        world.Wait(TimeSpan.FromHours(1));

        await Again();

        Assert.Null(await world.Get<ContactMessages>().Find(message.Id, None));
        Assert.Equal(1, (await world.Certified())[message.Id]);
    }

    [Fact]
    public async Task A_night_that_did_not_happen_is_made_up_for_the_same_day()
    {
        var message = await world.Given.Message();
        world.MoveTo(Night.AddYears(5).AddHours(20));

        await Again();

        Assert.Null(await world.Get<ContactMessages>().Find(message.Id, None));
    }

    [Fact]
    public async Task A_day_with_a_complete_run_is_left_alone_by_whatever_instance_comes_next()
    {
        await world.Function<SweepExpired>().Run(new TimerInfo(), None);
        world.Wait(TimeSpan.FromMinutes(30));

        await world.Beside().Function<SweepAgain>().Run(new TimerInfo(), None);

        Assert.Single(await Runs());
    }

    [Fact]
    public async Task A_run_that_left_something_is_repeated_until_one_leaves_nothing()
    {
        await world.Get<DueIndex>().Put(DueRow.First(world.Today, new("of-tomorrow", world.NewId())), None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Function<SweepExpired>().Run(new TimerInfo(), None));
        await Assert.ThrowsAsync<InvalidOperationException>(Again);
        await world.Storage.Clear(DueIndex.TableName);

        await Again();
        await Again();

        Assert.Equal([true, false, false], (await Runs()).Select(run => run.Complete));
    }

    // In Amsterdam: what timers call half past is half past everywhere, but two o'clock is not.
    [Theory]
    [InlineData("2026-11-23T00:30:00+01:00", 0)]
    [InlineData("2026-11-23T01:30:00+01:00", 0)]
    [InlineData("2026-11-23T02:30:00+01:00", 1)]
    [InlineData("2027-06-23T01:30:00+02:00", 0)]
    [InlineData("2027-06-23T02:30:00+02:00", 1)]
    [InlineData("2027-06-23T23:30:00+02:00", 1)]
    public async Task It_waits_for_two_o_clock_in_Amsterdam(string moment, int runs)
    {
        world.MoveTo(DateTimeOffset.Parse(moment, null));

        await Again();

        Assert.Equal(runs, (await Runs()).Count);
    }

    [Fact]
    public async Task Asked_for_by_hand_a_sweep_runs_however_many_there_were_that_day()
    {
        await world.Function<SweepExpired>().Run(new TimerInfo(), None);

        await world.Function<SweepExpired>().Run(new TimerInfo(), None);

        Assert.Equal(2, (await Runs()).Count);
    }

    private Task Again() => world.Function<SweepAgain>().Run(new TimerInfo(), None);

    private void StorageIsDown() => world.Calls.Before = _ => throw new RequestFailedException(503, "Down", "ServerBusy", null);

    private async Task<List<Run>> Runs() => await world.Get<RunLog>().NewestFirst(null, 10, None).ToListAsync();
}
