using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

/// <summary>The app in a process of its own, killed (SIGKILL) in the middle of its sweep.</summary>
public sealed class KilledSweepTests(ITestOutputHelper output) : OwnWorld
{
    private const int Kills = 20;
    private const int Seed = 20261122;
    private const int MessagesPerTransaction = 100;
    private const int ScansPerOrder = 3;

    private static readonly TimeSpan LetterClaimedFor = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(60);

    [Fact]
    public async Task One_clean_run_finishes_what_twenty_killed_ones_began()
    {
        world.MoveTo(world.Clock.Start.AddYears(-6));
        var stays = await Stays();
        var goes = new HashSet<string>();
        var random = new Random(Seed);
        var hits = 0;
        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var process = await SweepingProcess.Start(world);
            goes.UnionWith(await Due());
            var delay = LongestDelay * random.NextDouble();
            var finished = await SweepAndKill(process, delay);
            var state = await StoredState.Read(world);
            Assert.Empty(state.Faults());
            var left = goes.Intersect(state.Kept).Count();
            var open = (await Begun()).Count;
            output.WriteLine($"kill {kill} after {delay.TotalMilliseconds:F0} ms: {(finished ? "too late" : $"{left} of {goes.Count} left, {open} begun")}");
            hits += finished || open == 0 ? 0 : 1;
        }
        Assert.InRange(hits, 1, Kills);

        // One that died with the letter about a scan under way left the order that waits for it to the letters' own timer.
        world.MoveTo(world.Clock.Start + LetterClaimedFor);
        await world.Function<SendLetters>().Run(new TimerInfo(), default);
        await using (var last = await SweepingProcess.Start(world))
            Assert.True(await last.Sweep());
        world.MoveTo(world.Clock.Start);
        var end = await StoredState.Read(world);
        Assert.Empty(end.Faults().Concat(end.Leftovers(world.Today)));
        Assert.Equal(stays.Order(), end.Kept.Order());
        Assert.Equal(goes.Order(), (await StoredProof.All(world)).Certified.Keys.Order());
        await Proven.Whole(world);
    }

    /// <returns>Whether the sweep was over before.</returns>
    private async Task<bool> SweepAndKill(SweepingProcess process, TimeSpan delay)
    {
        var before = await Begun();
        var sweep = process.Sweep();
        await Eventually.Find(async () => sweep.IsCompleted || !before.SetEquals(await Begun()), works => works);
        var finished = await Task.WhenAny(sweep, Task.Delay(delay)) == sweep;
        process.Kill();
        return finished && await sweep;
    }

    private async Task<HashSet<string>> Begun()
    {
        var open = new HashSet<string>();
        await foreach (var row in world.Storage.Table("Due").QueryAsync<TableEntity>("RowKey ge 'open|' and RowKey lt 'open}'"))
            open.Add(row.RowKey);
        return open;
    }

    private async Task<HashSet<string>> Stays()
    {
        var restricted = await world.Given.Message("eva@example.nl");
        await world.Get<ContactMessages>().Change(restricted.Id, message => message with { RestrictedOn = message.ReceivedOn }, default);
        var held = await world.Given.OrderWithScan(
            "held@example.nl", agreed: order => order with { Holds = [Make.Hold(world.Now, new(2999, 1, 1))] }, read: false);
        return [$"{restricted.Item}", $"order|{held.Id}", $"scan|{held.Scans[0].Id}"];
    }

    /// <summary>Something for each run to be killed at: a batch of messages, and an order with its scans.</summary>
    private async Task<IEnumerable<string>> Due()
    {
        var scans = Enumerable.Range(0, ScansPerOrder).Select(_ => Make.Scan(world.Now)).ToList();
        var order = await world.Given.Order(world.Given.NewAddress(), agreed: order => order with { Scans = scans, ShippedOn = order.OpenedOn });
        await Task.WhenAll(scans.Select(scan => world.Given.File($"{order.Id}/{scan.BlobName}")));
        var message = await world.Given.Message("eva@example.nl");
        var others = await Repeat(message, MessagesPerTransaction - 1);
        return
        [
            $"order|{order.Id}", .. scans.Select(scan => $"scan|{scan.Id}"),
            $"{message.Item}", .. others.Select(id => $"message|{id}"),
        ];
    }

    /// <summary>Writes the rows of one message again under other ids, a hundred at a time: so many one by one would take long.</summary>
    private async Task<IReadOnlyList<Id>> Repeat(ContactMessage message, int count)
    {
        var ids = Enumerable.Range(0, count).Select(_ => Id.New(message.ReceivedAt)).ToList();
        var terms = (await world.Get<ContactMessages>().Find([message.Id], default))[0].SearchTerms.Except([SearchTerms.Of(Reference.Of(message.Id))]);
        await Task.WhenAll(ids.Select(id => world.Get<SearchIndex>().Put(new(Kinds.Message, id), [.. terms, SearchTerms.Of(Reference.Of(id))], default)));
        foreach (var table in (string[])["Due", "Subjects", "ContactMessages"])
        {
            var model = (await world.Storage.Rows(table)).Single(row => row.RowKey.Contains($"{message.Id}", StringComparison.Ordinal));
            foreach (var some in ids.Chunk(MessagesPerTransaction))
                await world.Storage.Table(table).SubmitTransactionAsync(some.Select(id =>
                    new TableTransactionAction(TableTransactionActionType.Add, Like(model, message.Id, id))));
        }
        return ids;
    }

    private static TableEntity Like(TableEntity model, Id former, Id id)
    {
        var row = new TableEntity(model.PartitionKey, model.RowKey.Replace($"{former}", $"{id}", StringComparison.Ordinal));
        foreach (var (name, value) in model.Where(each => each.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")))
            row[name] = value;
        return row;
    }
}
