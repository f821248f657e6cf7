namespace WelWee3D.Tests.Retention.Reconciling;

public sealed class ReconciliationTests : OwnWorld
{
    [Fact]
    public async Task Where_all_agrees_nothing_is_done_and_nobody_is_told()
    {
        await SomeOfEverything();

        var run = await Reconcile();

        Assert.Empty(run.Repaired);
        Assert.True(run.Complete);
        Assert.Null(await world.Letter(ReconciledLetter.Name));
        Assert.Equal(run.Id, (await world.Get<RunLog>().Find(run.Id, default))!.Id);
    }

    [Theory]
    [InlineData(DueIndex.TableName, "due-row", 4)]
    [InlineData(SubjectIndex.TableName, "subject-row", 4)]
    [InlineData(ScanIndex.TableName, "index-row", 1)]
    [InlineData(OrderList.TableName, "index-row", 1)]
    [InlineData(StalledOrders.TableName, "index-row", 1)]
    [InlineData(SearchIndex.TableName, "index-row", 2)]
    public async Task A_lost_index_is_made_again(string table, string what, int rows)
    {
        await SomeOfEverything();
        var before = await Keys(table);
        await world.Storage.Clear(table);
        world.MoveTo(world.Today.AddDays(3));

        var run = await Reconcile();

        Assert.Equal(new Dictionary<string, int> { [what] = rows }, run.Repaired);
        Assert.Equal(before, await Keys(table));
        Assert.Empty((await Reconcile()).Repaired);
        Assert.NotNull(await world.Letter(ReconciledLetter.Name));
    }

    [Fact]
    public async Task What_lost_its_due_row_is_destroyed_in_time_all_the_same()
    {
        var message = await world.Given.Message();
        await world.Storage.Clear(DueIndex.TableName);
        await Reconcile();
        world.MoveTo(message.Due.On);

        var run = await world.Get<Sweep>().Run("sweep", default);

        Assert.Equal(1, run.Destroyed[Kinds.Message]);
    }

    [Fact]
    public async Task A_waiting_erasure_is_noted_outside_every_restore_for_as_long_as_it_waits()
    {
        var held = await world.Given.OrderWithScan(agreed: order => order with { Holds = [Make.Hold(world.Now, world.Today.AddYears(1))] });
        await world.Get<Erasure>().Erase([.. world.Get<OrderStore>().SubjectsOf(held)], "officer", default);
        Assert.Equal($"order|{held.Id}", Assert.Single(await world.Storage.Rows(AskedErasures.TableName)).PartitionKey);
        await world.Storage.Clear(AskedErasures.TableName);

        var run = await Reconcile();

        Assert.Equal(new Dictionary<string, int> { ["asked-erasure"] = 1 }, run.Repaired);
        Assert.Single(await world.Storage.Rows(AskedErasures.TableName));
        Assert.Empty((await Reconcile()).Repaired);
        world.MoveTo(world.Today.AddYears(2));
        await world.Get<Sweep>().Run("sweep", default);
        Assert.Empty((await Reconcile()).Repaired);
        Assert.Empty(await world.Storage.Rows(AskedErasures.TableName));
    }

    [Fact]
    public async Task What_a_destruction_has_taken_is_not_missing()
    {
        var message = await world.Given.Message();
        await world.Get<DueIndex>().Claim(new(message.Due.On, "messages-1", [message.Due]), default);

        var run = await Reconcile();

        Assert.Empty(run.Repaired);
        Assert.Empty(await world.DueRows());
    }

    [Fact]
    public async Task When_the_rules_have_changed_so_do_the_due_rows()
    {
        var order = await world.Given.OrderWithScan();
        order = await world.Given.Change(order, found => found with { ShippedOn = world.Today });
        var blob = await world.Given.StrayBlob("found/here.stl");
        await using var changed = await world.Beside(new WorldOptions { Settings = new Dictionary<string, string?> { ["Retention:RecoveryDays"] = "30" } });

        var run = await changed.Get<Reconciliation>().Run(default);

        Assert.Equal(new Dictionary<string, int> { ["due-row"] = 2 }, run.Repaired);
        Assert.Equal(
            [order.Due.Next(order.Due.On.AddDays(-23)), blob.Due.Next(blob.Due.On.AddDays(-23))],
            (await world.DueRows()).OrderBy(row => row.Item.Kind == Kinds.Blob));
    }

    [Fact]
    public async Task Rows_of_nothing_are_removed_unless_they_are_new_or_of_an_unknown_kind()
    {
        var young = world.NewId();
        world.MoveTo(world.Today.AddDays(-2));
        var old = world.NewId();
        world.MoveTo(world.Today.AddDays(2));
        foreach (var id in (Id[])[young, old])
            await IndexNothing(id);
        await world.Get<DueIndex>().Put(DueRow.First(world.Today, new("something-else", old)), default);

        var run = await Reconcile();

        Assert.Equal(new Dictionary<string, int> { ["leftover-row"] = 7 }, run.Repaired);
        Assert.Equal(5, (await world.DueRows()).Count);
        Assert.Equal([world.Today], (await world.DueRows()).Where(row => row.Item.Id == old).Select(row => row.On));
        foreach (var table in (string[])[SubjectIndex.TableName, ScanIndex.TableName, OrderList.TableName])
            Assert.Single(await world.Storage.Rows(table));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_due_row_that_a_change_left_behind_is_removed(int version)
    {
        var message = await world.Given.Message();
        message = (await world.Get<ContactMessages>().Change(message.Id, found => found with { RestrictedOn = world.Today }, default))!;
        await world.Get<DueIndex>().Put(new(world.Today, message.Item, version), default);

        await Reconcile();
        await Reconcile();

        message = (await world.Get<ContactMessages>().Find(message.Id, default))!;
        Assert.Equal(DateOnly.MaxValue, message.Due.On);
        Assert.Equal([message.Due], await world.DueRows());
    }

    [Fact]
    public async Task A_subject_that_a_record_no_longer_has_is_removed()
    {
        var order = await world.Given.Order();
        await world.Get<SubjectIndex>().Add(["0123"], order.Due.Item, default);
        world.MoveTo(world.Today.AddDays(2));

        var run = await Reconcile();

        Assert.Equal(1, run.Repaired["leftover-row"]);
        Assert.Empty((await world.Get<SubjectIndex>().Find("0123", default)).Items);
        Assert.Single((await world.Get<SubjectIndex>().Find(world.Get<OrderStore>().SubjectsOf(order)[0], default)).Items);
    }

    [Fact]
    public async Task What_another_request_under_the_same_key_left_is_removed()
    {
        var (order, message, request) = (await world.Given.Order(), await world.Given.Message(), await world.Given.Request());
        var before = await LeadsTo();
        var other = world.Get<OrderStore>().Draft(order.Id, Make.Client("anders@example.nl"), world.Today.AddDays(-9), destroysNow: false, 150).Order!;
        Assert.False(await world.Get<OrderStore>().TryAdd(other, default));
        await using (var dying = world.Beside(calls => calls.After = Die))
        {
            await Assert.ThrowsAsync<ProcessDiedException>(() => dying.Get<ContactMessages>().Add(
                message with { Name = "Anders Iemand", Email = "anders@example.nl", ReceivedOn = world.Today.AddDays(-9) }, default));
            await Assert.ThrowsAsync<ProcessDiedException>(() => dying.Get<RequestRegister>().Add(
                request with { Email = "anders@example.nl", ReceivedOn = world.Today.AddDays(-9) }, default));
        }
        Assert.InRange((await LeadsTo()).Count, before.Count + 8, int.MaxValue);
        world.MoveTo(world.Today.AddDays(2));

        await Reconcile();

        Assert.Equal(before, await LeadsTo());

        static Task Die(Azure.Core.Request request) =>
            request.Method == Azure.Core.RequestMethod.Post && (request.Uri.Path.EndsWith(ContactMessages.TableName, StringComparison.Ordinal)
                || request.Uri.Path.EndsWith(RequestRegister.TableName, StringComparison.Ordinal))
                ? throw new ProcessDiedException()
                : Task.CompletedTask;
    }

    [Fact]
    public async Task When_the_last_copy_was_confirmed_and_no_more_the_next_sweep_certifies()
    {
        var order = await world.Given.OrderWithScan(disks: ["SCHIJF-1"]);
        await Erase(order);
        var task = Assert.Single(await world.Get<DestructionTasks>().All(default));
        await world.Get<DestructionTasks>().Confirm(task.Line, task.Copies[0].Id, world.Today, "staff", world.Now, default);

        var run = await Reconcile();
        await world.Get<Sweep>().Run("sweep", default);

        Assert.Equal(1, run.Repaired["destruction-task"]);
        Assert.Empty(await world.Get<DestructionTasks>().All(default));
    }

    [Fact]
    public async Task What_was_destroyed_and_has_nothing_left_that_leads_to_its_certificate_gets_it_once()
    {
        var (lost, other) = (await world.Given.OrderWithScan(), await world.Given.OrderWithScan());
        await using (var dying = world.Beside(calls => calls.Before = Die))
            await Erase(lost, dying);
        await world.Storage.Clear(DueIndex.TableName);
        // It takes the number that was reserved.
        await Erase(other);
        Assert.DoesNotContain("destruction-task", (await Reconcile()).Repaired.Keys);
        world.MoveTo(world.Today.AddDays(2));

        var run = await Reconcile();
        await world.Get<Sweep>().Run("sweep", default);

        Assert.Equal(2, run.Repaired["destruction-task"]);
        Assert.Empty((await Reconcile()).Repaired);
        var certified = await world.Certified();
        Assert.Equal(new[] { lost.Id, lost.Scans[0].Id, other.Id, other.Scans[0].Id }.Order(), certified.Keys.Order());
        Assert.All(certified.Values, times => Assert.Equal(1, times));

        static Task Die(Azure.Core.Request request) =>
            request.Method == Azure.Core.RequestMethod.Post && request.Uri.Path.EndsWith(Certificates.TableName, StringComparison.Ordinal)
                ? throw new ProcessDiedException()
                : Task.CompletedTask;
    }

    private Task<Run> Reconcile() => world.Get<Reconciliation>().Run(default);

    private async Task<IReadOnlyList<string>> LeadsTo() =>
    [
        .. await Keys(DueIndex.TableName), .. await Keys(SubjectIndex.TableName), .. await Keys(SearchIndex.TableName), .. await Keys(OrderList.TableName),
    ];

    private async Task SomeOfEverything()
    {
        await world.Given.Message(phone: "06 12345678");
        var order = await world.Given.OrderWithScan();
        await world.Given.Upload(order);
        await world.Given.StrayBlob("found/here.stl");
    }

    private async Task Erase(Order order, World? by = null)
    {
        order = await world.Given.Change(order, found => found with { ErasureRequestedOn = world.Today });
        await (by ?? world).Get<DestructionEngine>().Destroy([order.Due], new RunTally(RunKind.Sweep, "test", world.Clock), default);
    }

    private async Task IndexNothing(Id id)
    {
        foreach (var kind in (string[])[Kinds.Message, Kinds.Order, Kinds.Upload, Kinds.Blob])
            await world.Get<DueIndex>().Put(DueRow.First(world.Today.AddYears(1), new(kind, id)), default);
        await world.Get<SubjectIndex>().Add(["0123"], new(Kinds.Message, id), default);
        await world.Get<ScanIndex>().Add(id, id, default);
        await world.Get<OrderList>().Add(id, default);
    }

    // A record that was written again has a due row of the next version.
    private async Task<IEnumerable<string>> Keys(string table) =>
        from row in await world.Storage.Rows(table)
        select $"{row.PartitionKey} {(table == DueIndex.TableName ? row.RowKey[..row.RowKey.LastIndexOf('|')] : row.RowKey)}" into key
        orderby key
        select key;
}
