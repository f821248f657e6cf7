namespace WelWee3D.Tests.Retention.NotUnderstood;

/// <summary>What a replay does not understand it leaves and tells, and the rest goes again; whoever asked for it hears so.</summary>
public sealed class LeftByReplayTests : OwnWorld
{
    [Theory]
    [InlineData("something-else-1", """{"id":"something-else-1","kind":"something-else","why":{"rule":"r","start":"2026-01-01","term":"P1Y","deadline":"2027-01-01"}}""", "something-else-1")]
    [InlineData("messages-1", "nothing at all", "Ledger|messages-1|line")]
    public async Task A_ledger_line_that_it_does_not_know(string line, string text, string told)
    {
        var (message, _) = await DestroyedAndBack(1);
        await world.Storage.Table(Ledger.TableName).AddEntityAsync(new TableEntity(line, "line") { ["Line"] = text });

        var answer = await world.Ask<ReplayLedger>((function, request) => function.Run(request, default));

        Assert.Equal((503, "5"), (answer.StatusCode, $"{answer.Headers.RetryAfter}"));
        Assert.Equal([told], (await LastRun()).Unfinished.Select(each => each.What));
        Assert.Null(await world.Get<ContactMessages>().Find(message, default));
        Assert.Equal(text, (await world.Storage.Rows(Ledger.TableName)).Single(row => row.PartitionKey == line).GetString("Line"));
    }

    [Fact]
    public async Task A_record_that_came_back_and_that_it_cannot_read()
    {
        var (first, others) = await DestroyedAndBack(4);
        var damaged = await Damaged.Row(world, ContactMessages.TableName, $"{first}", "Email", null);

        var answer = await world.Ask<ReplayLedger>((function, request) => function.Run(request, default));

        Assert.Equal(503, answer.StatusCode);
        Assert.Equal([new Unfinished($"{Kinds.Message}|{first}", Unfinished.Unreadable)], (await LastRun()).Unfinished);
        Assert.Equal(3, (await LastRun()).Destroyed[Kinds.Message]);
        foreach (var id in others)
            Assert.Null(await world.Get<ContactMessages>().Find(id, default));
        Assert.True(await damaged.IsLeft());

        await damaged.Repair();

        Assert.Equal(200, (await world.Ask<ReplayLedger>((function, request) => function.Run(request, default))).StatusCode);
        Assert.Null(await world.Get<ContactMessages>().Find(first, default));
    }

    /// <summary>Messages that were destroyed together, and came back with a backup.</summary>
    private async Task<(Id First, IReadOnlyList<Id> Others)> DestroyedAndBack(int count)
    {
        var messages = new List<Id>();
        for (var n = 0; n < count; n++)
            messages.Add((await world.Given.Message(on: world.Today.AddYears(-5))).Id);
        var backup = await Backup.Of(world);
        await world.Get<Sweep>().Run("sweep", default);
        await backup.Restore(world);
        return (messages[0], messages[1..]);
    }

    private async Task<Run> LastRun() => await world.Get<RunLog>().NewestFirst(null, 1, default).FirstAsync(run => run.Kind == RunKind.Replay);
}
