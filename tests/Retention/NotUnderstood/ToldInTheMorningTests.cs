namespace WelWee3D.Tests.Retention.NotUnderstood;

/// <summary>The morning's letter tells what it can, and what it could not read.</summary>
public sealed class ToldInTheMorningTests : OwnWorld
{
    [Theory]
    [InlineData(StalledOrders.TableName, "2026-11-01", "nobody", "Reminders|2026-11-01|nobody")]
    [InlineData(DestructionTasks.TableName, "open", "scan-1", "DestructionTasks|open|scan-1")]
    [InlineData(RunLog.TableName, "000000", "000000000000000|first", "Runs|000000|000000000000000|first")]
    public async Task A_row_that_cannot_be_read_keeps_nothing_else_out_of_it(string table, string partition, string key, string told)
    {
        var order = await Stalled();
        await world.Storage.Table(table).AddEntityAsync(new TableEntity(partition, key));

        var letter = await world.MorningLetter();

        Assert.Contains($"Bestelling: {Reference.Of(order.Id)}", letter, StringComparison.Ordinal);
        Assert.Contains($"{told}: deze versie kan het niet lezen", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_cannot_be_read_is_told_and_the_others_are_asked_about()
    {
        var (left, order) = (await Stalled(), await Stalled());
        await Damaged.Row(world, OrderStore.TableName, $"{left.Id}|order", "Email", null);

        var letter = await world.MorningLetter();

        Assert.Contains($"Bestelling: {Reference.Of(order.Id)}", letter, StringComparison.Ordinal);
        Assert.Contains($"order|{left.Id}: deze versie kan het niet lezen", letter, StringComparison.Ordinal);
        Assert.Contains(await world.Storage.Rows(StalledOrders.TableName), row => row.RowKey == $"{left.Id}");
    }

    [Fact]
    public async Task A_night_that_failed_is_told_once_though_a_later_hour_made_up_for_it()
    {
        world.MoveTo(Amsterdam.StartOf(world.Today).AddHours(2));
        world.Calls.Before = call => call.Uri.Path.Contains(DueIndex.TableName, StringComparison.Ordinal) ? throw new InvalidOperationException("away") : Task.CompletedTask;
        await Record.ExceptionAsync(() => world.Get<Sweep>().Run(Decider.Sweep, default));
        world.Calls.LetBe();
        world.Wait(TimeSpan.FromHours(1));
        Assert.True((await world.Get<Sweep>().Run(Decider.Sweep, default)).Complete);

        var letter = await world.MorningLetter();
        world.MoveTo(world.Today.AddDays(1));
        await world.Get<Sweep>().Run(Decider.Sweep, default);

        Assert.Contains("liet iets liggen; een latere heeft dat afgemaakt", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("liet iets liggen", await world.MorningLetter() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_cannot_be_read_keeps_no_other_from_being_sent()
    {
        await world.Storage.Table(Letters.TableName).AddEntityAsync(new TableEntity("waiting", "0") { ["LookAt"] = world.Now });
        await world.Get<Letters>().Add(new(ReminderLetter.Name, world.Today.Iso()), default);
        var ready = new List<WaitingLetter>();

        var unreadable = await Assert.ThrowsAsync<UnreadableException>(async () =>
        {
            await foreach (var letter in world.Get<Letters>().Ready(default))
                ready.Add(letter);
        });

        Assert.Equal(["Letters|waiting|0"], unreadable.What);
        Assert.Single(ready);
    }

    /// <summary>An order that staff are asked about this morning.</summary>
    private async Task<Order> Stalled()
    {
        var order = await world.Given.Order();
        var scan = Make.Scan(world.Now) with { ScannedOn = world.Today.AddYears(-1) };
        return await world.Given.Change(order, found => found with { Scans = [scan] });
    }
}
