using Azure;
using Azure.Core;

namespace WelWee3D.Tests.Retention;

public sealed class RemindDeadlinesTests() : OwnWorld(new() { At = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1)) })
{
    private static readonly DateOnly AYearOn = new(2027, 11, 22);

    [Fact]
    public async Task With_nothing_to_tell_there_is_no_letter()
    {
        await world.Given.OrderWithScan();

        Assert.Null(await LetterOf(world.Today));
    }

    [Fact]
    public async Task What_keeps_the_letter_back_keeps_no_figure_back()
    {
        await world.Given.Message(on: world.Today.AddYears(-5).AddDays(3));
        using var measured = new Measured(world);
        world.Calls.Before = request => request.Method != RequestMethod.Get && request.Uri.Path.Contains(Letters.TableName, StringComparison.Ordinal)
            ? throw new RequestFailedException(503, "Down") : Task.CompletedTask;

        await Assert.ThrowsAnyAsync<Exception>(() => world.Function<RemindDeadlines>().Run(new TimerInfo(), default));

        Assert.Equal(["3"], measured.Of("welwee.deadline.days"));
    }

    [Fact]
    public async Task What_cannot_be_looked_up_fails_and_keeps_back_nothing_that_the_others_tell()
    {
        await world.Given.OrderWithScan();
        world.MoveTo(AYearOn);
        world.Calls.Before = request => request.Uri.Path.Contains(PoisonedBlobs.QueueName, StringComparison.Ordinal)
            ? throw new RequestFailedException(503, "Down") : Task.CompletedTask;

        await Assert.ThrowsAsync<AggregateException>(() => world.Function<RemindDeadlines>().Run(new TimerInfo(), default));

        Assert.Single(await world.Storage.Rows(Letters.TableName));
        Assert.Single(await world.Storage.Rows(StalledOrders.TableName));
    }

    [Theory]
    [InlineData("2027-11-21", false)]
    [InlineData("2027-11-22", true)]
    [InlineData("2027-11-23", true)]
    public async Task An_order_is_asked_about_when_its_scan_is_a_year_old(string day, bool asked)
    {
        var order = await world.Given.OrderWithScan();

        var letter = await LetterOf(DateOnly.Parse(day, null));

        Assert.Equal(asked, letter?.Contains($"Bestelling: {Reference.Of(order.Id)}\n", StringComparison.Ordinal) is true);
        Assert.DoesNotContain("Anna", letter ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_asked_about_once_a_month_until_it_has_moved_on()
    {
        var order = await world.Given.Scan(await world.Given.OrderWithScan());

        Assert.NotNull(await LetterOf(AYearOn));
        Assert.Null(await LetterOf(AYearOn.AddDays(1)));
        Assert.Null(await LetterOf(AYearOn.AddMonths(1).AddDays(-1)));
        Assert.NotNull(await LetterOf(AYearOn.AddMonths(1)));
        await world.Given.Change(order, found => found with { ShippedOn = AYearOn.AddMonths(1) });
        Assert.Null(await LetterOf(AYearOn.AddMonths(2)));
        Assert.Empty(await world.Storage.Rows(StalledOrders.TableName));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_was_shipped_or_cancelled_in_time_is_not(bool shipped)
    {
        var order = await world.Given.OrderWithScan();
        await world.Given.Change(order, found => shipped
            ? found with { ShippedOn = world.Today }
            : found with { CancelledOn = world.Today });

        Assert.DoesNotContain($"Bestelling: {Reference.Of(order.Id)}", await LetterOf(AYearOn), StringComparison.Ordinal);
        Assert.Empty(await world.Storage.Rows(StalledOrders.TableName));
    }

    [Fact]
    public async Task Run_again_the_same_day_it_is_the_same_letter()
    {
        await world.Given.OrderWithScan();
        world.MoveTo(AYearOn);
        await Remind();
        var once = await world.Letter(ReminderLetter.Name);

        await Remind();

        Assert.Equal(once, await world.Letter(ReminderLetter.Name));
    }

    [Theory]
    [InlineData(0, "Tijd: vandaag is de laatste dag")]
    [InlineData(1, "Tijd: 1 dag te laat")]
    [InlineData(9, "Tijd: 9 dagen te laat")]
    public async Task A_destruction_task_is_told_every_day_until_all_is_confirmed(int days, string left)
    {
        var order = await world.Given.OrderWithScan(disks: ["SCHIJF-1", "SCHIJF-2"]);
        await world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(order), "officer", default);
        var scan = order.Scans[0];
        await world.Get<DestroyedScans>().Confirm(scan.Id, scan.Copies[0].Id, null, "staff", default);

        var letter = await LetterOf(world.Today.AddDays(days));

        Assert.Contains(
            $"Bestelling: {Reference.Of(order.Id)}\nScan: {scan.Id}\nSchijven: SCHIJF-2\nAl bevestigd: SCHIJF-1, vernietigd op 22 november 2026, volgens account staff\nUiterlijk: 22 november 2026\n{left}\n", letter, StringComparison.Ordinal);

        await world.Get<DestroyedScans>().Confirm(scan.Id, scan.Copies[1].Id, null, "staff", default);
        Assert.DoesNotContain("Schijven", await LetterOf(world.Today.AddDays(1)), StringComparison.Ordinal);
    }

    private async Task<string?> LetterOf(DateOnly day)
    {
        await world.Storage.Clear(Letters.TableName);
        world.MoveTo(day);
        // As after a night in which all went that was due.
        await world.Get<LastSweep>().Note(new RunTally(RunKind.Sweep, Decider.Sweep, world.Clock).ToRun(), default);
        await Remind();
        return await world.Letter(ReminderLetter.Name);
    }

    private Task Remind() => world.Function<RemindDeadlines>().Run(new TimerInfo(), default);
}
