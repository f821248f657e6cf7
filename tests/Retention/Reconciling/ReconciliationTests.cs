namespace WelWee3D.Tests.Retention.Reconciling;

public sealed class ReconciliationTests(OwnStorage storage) : IClassFixture<OwnStorage>, IAsyncLifetime
{
    private Archive archive = null!;

    public async Task InitializeAsync() => archive = await Archive.Open(storage);

    public async Task DisposeAsync() => await archive.DisposeAsync();

    [Fact]
    public async Task Where_all_agrees_nothing_is_done_and_nobody_is_told()
    {
        await SomeOfEverything();

        var run = await Reconcile();

        Assert.Empty(run.Repaired);
        Assert.True(run.Complete);
        Assert.Null(await archive.Letter(ReconciledLetter.Name));
        Assert.Equal(run.Id, (await archive.Get<RunLog>().Find(run.Id, default))!.Id);
    }

    [Theory]
    [InlineData(DueIndex.TableName, "due-row", 4)]
    [InlineData(SubjectIndex.TableName, "subject-row", 4)]
    [InlineData(ScanIndex.TableName, "index-row", 1)]
    [InlineData(OrderList.TableName, "index-row", 1)]
    [InlineData(StalledOrders.TableName, "index-row", 1)]
    public async Task A_lost_index_is_made_again(string table, string what, int rows)
    {
        await SomeOfEverything();
        var before = await Keys(table);
        await archive.Clear(table);
        archive.MoveTo(Archive.Today.AddDays(3));

        var run = await Reconcile();

        Assert.Equal(new Dictionary<string, int> { [what] = rows }, run.Repaired);
        Assert.Equal(before, await Keys(table));
        Assert.Empty((await Reconcile()).Repaired);
        Assert.NotNull(await archive.Letter(ReconciledLetter.Name));
    }

    [Fact]
    public async Task What_lost_its_due_row_is_destroyed_in_time_all_the_same()
    {
        var message = await archive.NewMessage();
        await archive.Clear(DueIndex.TableName);
        await Reconcile();
        archive.MoveTo(message.Due.On);

        var run = await archive.Get<Sweep>().Run("sweep", default);

        Assert.Equal(1, run.Destroyed[Kinds.Message]);
    }

    [Fact]
    public async Task What_a_destruction_has_taken_is_not_missing()
    {
        var message = await archive.NewMessage();
        await archive.Get<DueIndex>().Claim(new(message.Due.On, "messages-1", [message.Due]), default);

        var run = await Reconcile();

        Assert.Empty(run.Repaired);
        Assert.Empty(await archive.DueRows());
    }

    [Fact]
    public async Task When_the_rules_have_changed_so_do_the_due_rows()
    {
        var order = await archive.AddScan(await archive.NewOrder());
        order = await archive.Change(order, found => found with { ShippedOn = Archive.Today });
        var blob = await archive.NewUnclaimed("found/here.stl");
        await using var changed = archive.With(recoveryDays: 30);

        var run = await changed.Get<Reconciliation>().Run(default);

        Assert.Equal(new Dictionary<string, int> { ["due-row"] = 2 }, run.Repaired);
        Assert.Equal(
            [order.Due.Next(order.Due.On.AddDays(-23)), blob.Due.Next(blob.Due.On.AddDays(-23))],
            (await archive.DueRows()).OrderBy(row => row.Item.Kind == Kinds.Blob));
    }

    [Fact]
    public async Task Rows_of_nothing_are_removed_unless_they_are_new_or_of_an_unknown_kind()
    {
        var young = archive.NewId();
        archive.Clock.Move(TimeSpan.FromDays(-2));
        var old = archive.NewId();
        archive.Clock.Move(TimeSpan.FromDays(2));
        foreach (var id in (Id[])[young, old])
            await IndexNothing(id);
        await archive.Get<DueIndex>().Put(DueRow.First(Archive.Today, new("something-else", old)), default);

        var run = await Reconcile();

        Assert.Equal(new Dictionary<string, int> { ["leftover-row"] = 7 }, run.Repaired);
        Assert.Equal(5, (await archive.DueRows()).Count);
        Assert.Equal([Archive.Today], (await archive.DueRows()).Where(row => row.Item.Id == old).Select(row => row.On));
        foreach (var table in (string[])[SubjectIndex.TableName, ScanIndex.TableName, OrderList.TableName])
            Assert.Single(await archive.Rows(table));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_due_row_that_a_change_left_behind_is_removed(int version)
    {
        var message = await archive.NewMessage();
        message = (await archive.Get<ContactMessages>().Change(message.Id, found => found with { RestrictedOn = Archive.Today }, default))!;
        await archive.Get<DueIndex>().Put(new(Archive.Today, message.Item, version), default);

        await Reconcile();
        await Reconcile();

        message = (await archive.Get<ContactMessages>().Find(message.Id, default))!;
        Assert.Equal(DateOnly.MaxValue, message.Due.On);
        Assert.Equal([message.Due], await archive.DueRows());
    }

    [Fact]
    public async Task A_subject_that_a_record_no_longer_has_is_removed()
    {
        var order = await archive.NewOrder();
        await archive.Get<SubjectIndex>().Add(["0123"], order.Due.Item, default);
        archive.MoveTo(Archive.Today.AddDays(2));

        var run = await Reconcile();

        Assert.Equal(1, run.Repaired["leftover-row"]);
        Assert.Empty(await archive.Get<SubjectIndex>().Find("0123", default));
        Assert.Single(await archive.Get<SubjectIndex>().Find(archive.Get<OrderStore>().SubjectsOf(order)[0], default));
    }

    [Fact]
    public async Task When_the_last_copy_was_confirmed_and_no_more_the_next_sweep_certifies()
    {
        var order = await archive.AddScan(await archive.NewOrder(), recorded: true, "Disk A");
        await Erase(order);
        var task = Assert.Single(await archive.Get<DestructionTasks>().All(default));
        await archive.Get<DestructionTasks>().Confirm(task.Line, task.Copies[0].Id, Archive.Today, default);

        var run = await Reconcile();
        await archive.Get<Sweep>().Run("sweep", default);

        Assert.Equal(1, run.Repaired["destruction-task"]);
        Assert.Empty(await archive.Get<DestructionTasks>().All(default));
    }

    private Task<Run> Reconcile() => archive.Get<Reconciliation>().Run(default);

    private async Task SomeOfEverything()
    {
        await archive.NewMessage();
        var order = await archive.AddScan(await archive.NewOrder());
        await archive.NewUpload(order);
        await archive.NewUnclaimed("found/here.stl");
    }

    private async Task Erase(Order order)
    {
        order = await archive.Change(order, found => found with { ErasureRequestedOn = Archive.Today });
        await archive.Get<DestructionEngine>().Destroy([order.Due], new RunTally(RunKind.Sweep, "test", archive.Clock), default);
    }

    private async Task IndexNothing(Id id)
    {
        foreach (var kind in (string[])[Kinds.Message, Kinds.Order, Kinds.Upload, Kinds.Blob])
            await archive.Get<DueIndex>().Put(DueRow.First(Archive.Today.AddYears(1), new(kind, id)), default);
        await archive.Get<SubjectIndex>().Add(["0123"], new(Kinds.Message, id), default);
        await archive.Get<ScanIndex>().Add(id, id, default);
        await archive.Get<OrderList>().Add(id, default);
    }

    // A record that was written again has a due row of the next version.
    private async Task<IEnumerable<string>> Keys(string table) =>
        from row in await archive.Rows(table)
        select $"{row.PartitionKey} {(table == DueIndex.TableName ? row.RowKey[..row.RowKey.LastIndexOf('|')] : row.RowKey)}" into key
        orderby key
        select key;
}
