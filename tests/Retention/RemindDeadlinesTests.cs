using Microsoft.Azure.Functions.Worker;

namespace WelWee3D.Tests.Retention;

public sealed class RemindDeadlinesTests(OwnStorage storage) : IClassFixture<OwnStorage>, IAsyncLifetime
{
    private static readonly DateOnly AYearOn = new(2027, 11, 22);

    private Archive archive = null!;

    public async Task InitializeAsync() => archive = await Archive.Open(storage);

    public async Task DisposeAsync() => await archive.DisposeAsync();

    [Fact]
    public async Task With_nothing_to_tell_there_is_no_letter()
    {
        await archive.AddScan(await archive.NewOrder());

        Assert.Null(await LetterOf(Archive.Today));
    }

    [Theory]
    [InlineData("2027-11-21", false)]
    [InlineData("2027-11-22", true)]
    [InlineData("2027-11-23", true)]
    public async Task An_order_is_asked_about_when_its_scan_is_a_year_old(string day, bool asked)
    {
        var order = await archive.AddScan(await archive.NewOrder());

        var letter = await LetterOf(DateOnly.Parse(day, null));

        Assert.Equal(asked, letter?.Contains($"Bestelling: {order.Id}\nGescand op: 22 november 2026\n", StringComparison.Ordinal) is true);
        Assert.DoesNotContain("Anna", letter ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_asked_about_once_a_month_until_it_has_moved_on()
    {
        var order = await archive.AddScan(await archive.AddScan(await archive.NewOrder()));

        Assert.NotNull(await LetterOf(AYearOn));
        Assert.Null(await LetterOf(AYearOn.AddDays(1)));
        Assert.Null(await LetterOf(AYearOn.AddMonths(1).AddDays(-1)));
        Assert.NotNull(await LetterOf(AYearOn.AddMonths(1)));
        await archive.Change(order, found => found with { ShippedOn = AYearOn.AddMonths(1) });
        Assert.Null(await LetterOf(AYearOn.AddMonths(2)));
        Assert.Empty(await archive.Rows(StalledOrders.TableName));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_was_shipped_or_cancelled_in_time_is_not(bool shipped)
    {
        var order = await archive.AddScan(await archive.NewOrder());
        await archive.Change(order, found => shipped
            ? found with { ShippedOn = Archive.Today }
            : found with { CancelledOn = Archive.Today });

        Assert.Null(await LetterOf(AYearOn));
        Assert.Empty(await archive.Rows(StalledOrders.TableName));
    }

    [Fact]
    public async Task Run_again_the_same_day_it_is_the_same_letter()
    {
        await archive.AddScan(await archive.NewOrder());
        archive.MoveTo(AYearOn);
        await Remind();
        var once = await archive.Letter(ReminderLetter.Name);

        await Remind();

        Assert.Equal(once, await archive.Letter(ReminderLetter.Name));
    }

    [Theory]
    [InlineData(0, "Tijd: vandaag is de laatste dag")]
    [InlineData(1, "Tijd: 1 dag te laat")]
    [InlineData(9, "Tijd: 9 dagen te laat")]
    public async Task A_destruction_task_is_told_every_day_until_all_is_confirmed(int days, string left)
    {
        var order = await archive.AddScan(await archive.NewOrder(), recorded: true, "Disk A", "Disk B");
        await archive.Get<Erasure>().Erase(archive.Get<OrderStore>().SubjectsOf(order), "officer", default);
        var scan = order.Scans[0];
        await archive.Get<DestroyedScans>().Confirm(scan.Id, scan.Copies[0].Id, null, "staff", default);

        var letter = await LetterOf(Archive.Today.AddDays(days));

        Assert.Contains(
            $"Bestelling: {order.Id}\nScan: {scan.Id}\nSchijven: Disk B\nUiterlijk: 22 november 2026\n{left}\n", letter, StringComparison.Ordinal);

        await archive.Get<DestroyedScans>().Confirm(scan.Id, scan.Copies[1].Id, null, "staff", default);
        Assert.Null(await LetterOf(Archive.Today.AddDays(days + 1)));
    }

    private async Task<string?> LetterOf(DateOnly day)
    {
        await archive.Clear(Letters.TableName);
        archive.MoveTo(day);
        await Remind();
        return await archive.Letter(ReminderLetter.Name);
    }

    private Task Remind() => new RemindDeadlines(
        archive.Get<IEnumerable<IReminder>>(), archive.Get<Letters>(), archive.Clock)
        .Run(new TimerInfo(), default);
}
