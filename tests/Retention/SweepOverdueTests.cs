namespace WelWee3D.Tests.Retention;

/// <summary>The practice hears of it when the promise is not being kept.</summary>
public sealed class SweepOverdueTests() : OwnWorld(new() { At = Night })
{
    private const string Late = "Er is al meer dan een dag geen opruiming geweest die alles deed.";
    private const string Never = "Er is nog nooit een opruiming geweest, terwijl er elke nacht een hoort te zijn.";
    private static readonly DateTimeOffset Night = new(2026, 11, 22, 2, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task A_morning_without_a_complete_sweep_for_26_hours_is_told()
    {
        await world.Get<Sweep>().Run("sweep", default);
        world.MoveTo(Night.AddDays(1).AddHours(5.5));

        var letter = await Letter();

        Assert.Contains(Late, letter, StringComparison.Ordinal);
        Assert.Contains("Laatste volledige opruiming: 22 november 2026", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_morning_after_a_complete_sweep_is_not()
    {
        await world.Get<Sweep>().Run("sweep", default);
        world.MoveTo(Night.AddHours(5.5));

        Assert.Null(await Letter());
    }

    [Fact]
    public async Task Sweeps_that_leave_something_each_night_are_told_as_late_and_by_what_they_left()
    {
        await world.Get<DueIndex>().Put(DueRow.First(world.Today, new("of-tomorrow", world.NewId())), default);
        await world.Get<Sweep>().Run("sweep", default);

        var letter = await Letter();

        Assert.Contains(Late, letter, StringComparison.Ordinal);
        Assert.Contains("Laatste volledige opruiming: nog geen", letter, StringComparison.Ordinal);
        Assert.Contains("deze versie kent deze soort gegevens niet", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_no_sweep_ever_ran_is_told_from_the_second_morning_on()
    {
        Assert.Null(await Letter());
        world.MoveTo(Night.AddHours(8));
        Assert.Null(await Letter());

        world.MoveTo(Night.AddDays(1).AddHours(5.5));
        Assert.Contains(Never, await Letter(), StringComparison.Ordinal);
        world.MoveTo(Night.AddDays(30).AddHours(5.5));
        Assert.Contains(Never, await Letter(), StringComparison.Ordinal);

        await world.Get<Sweep>().Run("sweep", default);
        world.MoveTo(Night.AddDays(30).AddHours(6.5));
        Assert.Null(await Letter());
    }

    private async Task<string?> Letter()
    {
        await world.Storage.Clear(Letters.TableName);
        await world.Function<RemindDeadlines>().Run(new TimerInfo(), default);
        return await world.Letter(ReminderLetter.Name);
    }
}
