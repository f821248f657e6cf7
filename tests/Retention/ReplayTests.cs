namespace WelWee3D.Tests.Retention;

public sealed class ReplayTests : OwnWorld
{
    [Fact]
    public async Task Nothing_that_was_destroyed_comes_back_and_all_else_does()
    {
        var expired = await world.Given.Message("oud@voorbeeld.nl");
        var shipped = await ShippedOrder();
        world.MoveTo(expired.Due.On.AddDays(-1));
        var kept = await KeptThings();
        var erased = await world.Given.OrderWithScan("wis@voorbeeld.nl", disks: ["SCHIJF-1"]);
        var upload = await world.Given.Upload(erased);
        var blob = await world.Given.StrayBlob("found/here.stl");
        erased = await world.Given.Change(erased, Held);
        var before = await Backup.Of(world);

        await world.Given.Change(erased, found => found with { Holds = [] });
        await world.Get<Erasure>().Erase([.. world.Get<OrderStore>().SubjectsOf(erased)], "officer", default);
        await world.ConfirmCopies();
        world.MoveTo(blob.Due.On);
        await Sweep();
        Id[] gone = [expired.Id, shipped.Id, shipped.Scans[0].Id, erased.Id, erased.Scans[0].Id, upload.Id, blob.Id];
        await AssertGone(gone);
        await before.Restore(world);

        var replayed = await Replay();

        Assert.True(replayed.Complete);
        Assert.Equal(["blob", "message", "order", "scan", "upload"], replayed.Destroyed.Keys.Order());
        await AssertGone(gone);
        Assert.Empty(await world.Get<DestructionTasks>().All(default));
        foreach (var (table, row) in kept)
            Assert.Contains(await world.Storage.Rows(table), each => Same(each, row));

        var chain = await world.Get<Certificates>().All(default).CountAsync();
        Assert.Empty((await Sweep()).Destroyed);
        Assert.Empty((await Replay()).Destroyed);
        var verified = await CertificateChain.Verify(world.Get<Certificates>().All(default));
        Assert.True(verified.Intact);
        Assert.Equal(chain, verified.Checked);
        foreach (var (table, row) in kept)
            Assert.Contains(await world.Storage.Rows(table), each => Same(each, row));
    }

    [Fact]
    public async Task A_scan_that_came_back_is_destroyed_though_it_was_held_and_consented_to_then()
    {
        var order = await ShippedOrder();
        var backup = await Backup.Of(world);
        world.MoveTo(order.Due.On);
        await Sweep();
        await backup.Restore(world);
        await world.Given.Change(order, found => Held(found) with { Consents = [Consented(found)] });

        var replayed = await Replay();

        Assert.Equal(new Dictionary<string, int> { [Kinds.Scan] = 1 }, replayed.Destroyed);
        var left = (await world.Get<OrderStore>().Find(order.Id, default))!;
        Assert.Empty(left.Scans);
        Assert.Single(left.Holds);
        Assert.Empty(await world.Storage.BlobNames());
        Assert.Single(await world.Get<Certificates>().All(default).ToListAsync());
    }

    [Fact]
    public async Task A_file_that_came_back_alone_is_destroyed()
    {
        var order = await ShippedOrder();
        world.MoveTo(order.Due.On);
        await Sweep();
        await world.Given.File($"{order.Id}/{order.Scans[0].BlobName}");

        await Replay();

        Assert.Empty(await world.Storage.BlobNames());
    }

    [Fact]
    public async Task Copies_that_are_yet_to_be_confirmed_stay_so()
    {
        var order = await world.Given.OrderWithScan(disks: ["SCHIJF-1", "SCHIJF-2"]);
        var backup = await Backup.Of(world);
        await world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(order), "officer", default);
        var copies = order.Scans[0].Copies;
        await world.Get<DestroyedScans>().Confirm(order.Scans[0].Id, copies[0].Id, null, "staff", default);
        await backup.Restore(world);

        await Replay();
        await world.Get<DestroyedScans>().Confirm(order.Scans[0].Id, copies[1].Id, null, "staff", default);

        await AssertGone([order.Id, order.Scans[0].Id]);
        var certificate = (await world.Get<Certificates>().All(default).ToListAsync()).Single(each => each.Read().Kind == Kinds.Scan);
        Assert.Equal(["SCHIJF-1", "SCHIJF-2"], certificate.Read().Copies.Select(copy => copy.Disk));
    }

    [Fact]
    public async Task What_it_destroyed_is_counted_also_where_the_proof_waits_for_a_copy_and_no_certificate_that_was_there()
    {
        var order = await world.Given.OrderWithScan(disks: ["SCHIJF-1"]);
        var backup = await Backup.Of(world);
        await world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(order), "officer", default);
        await backup.Restore(world);

        var replayed = await Replay();

        Assert.Equal(new Dictionary<string, int> { [Kinds.Order] = 1, [Kinds.Scan] = 1 }, replayed.Destroyed);
        Assert.Equal((0, 1), (replayed.Certificates, replayed.OpenTasks));
        Assert.Equal(1, (await Sweep()).OpenTasks);
    }

    [Fact]
    public async Task A_certificate_that_it_issues_names_who_asked_for_it()
    {
        var message = await world.Given.Message();
        var backup = await Backup.Of(world);
        world.MoveTo(message.Due.On);
        await Sweep();
        await backup.Restore(world);

        await Replay();

        var newest = await world.Get<Certificates>().NewestFirst(null, 1, default).FirstAsync();
        Assert.Equal("replay|officer", (await world.Get<Ledger>().Find(newest.Line, default))!.Line.DecidedBy);
        Assert.Equal(Decider.Replay, newest.Read().DecidedBy);
        Assert.Contains("na het terugzetten van een back-up", CertificatePage.Render(newest, Kinds.All, "nl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erasure_that_a_hold_kept_waiting_is_not_forgotten_with_the_copy_of_before_it()
    {
        var held = await world.Given.OrderWithScan("wis@voorbeeld.nl");
        held = await world.Given.Change(held, Held);
        var other = await world.Given.Message("blijft@voorbeeld.nl");
        var before = await Backup.Of(world);
        await world.Get<Erasure>().Erase([.. world.Get<OrderStore>().SubjectsOf(held)], "officer", default);
        await before.Restore(world);

        Assert.Empty((await Replay()).Destroyed);

        var order = await world.Get<OrderStore>().Find(held.Id, default);
        Assert.Equal(world.Today, order!.ErasureRequestedOn);
        Assert.NotNull(await world.Get<ContactMessages>().Find(other.Id, default));
        await world.Given.Change(order, found => found with { Holds = [] });
        await Sweep();
        await AssertGone([held.Id, held.Scans[0].Id]);
    }

    [Fact]
    public async Task Where_the_hold_is_of_after_the_copy_the_erasure_is_carried_out()
    {
        var order = await world.Given.OrderWithScan("wis@voorbeeld.nl");
        var before = await Backup.Of(world);
        order = await world.Given.Change(order, Held);
        await world.Get<Erasure>().Erase([.. world.Get<OrderStore>().SubjectsOf(order)], "officer", default);
        await before.Restore(world);

        await Replay();

        await AssertGone([order.Id, order.Scans[0].Id]);
    }

    [Fact]
    public async Task What_was_begun_and_never_carried_out_is_left_to_the_rules()
    {
        var order = await ShippedOrder();
        var line = new LedgerLine(
            $"scan-{order.Scans[0].Id}", Kinds.Scan, order.Retention(order.Scans[0], world.Get<RetentionRules>(), world.Today),
            "sweep", world.Now, [new(order.Scans[0].Id, order.Id, [], [], [])]);
        await world.Get<Ledger>().Write(line, default);

        Assert.Empty((await Replay()).Destroyed);

        Assert.Single((await world.Get<OrderStore>().Find(order.Id, default))!.Scans);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_destruction_that_was_under_way_in_the_old_copy_does_no_harm(bool changedSince)
    {
        var (one, two) = (await world.Given.Message("een@voorbeeld.nl"), await world.Given.Message("twee@voorbeeld.nl"));
        world.MoveTo(one.Due.On);
        var line = new LedgerLine(
            "messages-1", Kinds.Message, one.Retention(world.Get<RetentionRules>(), world.Today), "sweep",
            world.Now, [.. new[] { one, two }.Select(message => new LedgerItem(message.Id, null, world.Get<ContactMessages>().SubjectsOf(message), [], []))]);
        await world.Get<DueIndex>().Claim(new(one.Due.On, line.Id, [one.Due, two.Due]), default);
        await world.Get<Ledger>().Write(line, default);
        var backup = await Backup.Of(world);
        await Sweep();
        var certified = await world.Get<Ledger>().Find(line.Id, default);
        await backup.Restore(world);
        if (changedSince)
            foreach (var message in new[] { one, two })
                await world.Get<ContactMessages>().Change(message.Id, found => found with { Name = "Jetje" }, default);

        await Sweep();
        await Replay();
        await Sweep();

        await AssertGone([one.Id, two.Id]);
        var kept = (await world.Get<Ledger>().Find(line.Id, default))!;
        Assert.Equal(certified!.Certificate, kept.Certificate);
        Assert.Equal(2, kept.Line.Items.Count);
        Assert.True((await CertificateChain.Verify(world.Get<Certificates>().All(default))).Intact);
    }

    private Task<Run> Replay() => world.Get<Replay>().Run("officer", default);

    private Task<Run> Sweep() => world.Get<Sweep>().Run("sweep", default);

    private async Task<Order> ShippedOrder()
    {
        var order = await world.Given.OrderWithScan();
        return await world.Given.Change(order, found => found with { ShippedOn = world.Today });
    }

    private static Order Held(Order order) =>
        order with { Holds = [new(Id.New(order.Id.MadeAt), "A claim.", order.OpenedOn.AddYears(20))] };

    private ConsentGiven Consented(Order order) => new(
        world.NewId(), Purpose.KeepScan, ConsentAnswer.Yes, Channel.Paper, "nl", "1", order.Id.MadeAt, "staff");

    /// <summary>What is not due for long, as the rows that must still be there.</summary>
    private async Task<IReadOnlyList<(string Table, TableEntity Row)>> KeptThings()
    {
        var message = await world.Given.Message("blijft@voorbeeld.nl");
        var order = Held(await world.Given.OrderWithScan("blijft@voorbeeld.nl"));
        await world.Given.Change(order, _ => order);
        var rows = new List<(string, TableEntity)>();
        foreach (var table in (string[])
            [ContactMessages.TableName, OrderStore.TableName, DueIndex.TableName, SubjectIndex.TableName, ScanIndex.TableName, OrderList.TableName])
            rows.AddRange((await world.Storage.Rows(table)).Where(row => Of([message.Id, order.Id, order.Scans[0].Id])(row)).Select(row => (table, row)));
        return rows;
    }

    private async Task AssertGone(Id[] ids)
    {
        // A letter is a reference: without its record it is dropped.
        foreach (var table in StorageSetup.RecordTables.Except([RunLog.TableName, Letters.TableName]))
            Assert.DoesNotContain(await world.Storage.Rows(table), row => Of(ids)(row));
        Assert.DoesNotContain(await world.Storage.BlobNames(), name => ids.Any(id => name.Contains($"{id}", StringComparison.Ordinal)));
    }

    private static Func<TableEntity, bool> Of(IReadOnlyList<Id> ids) => row =>
        ids.Any(id => row.PartitionKey.Contains($"{id}", StringComparison.Ordinal) || row.RowKey.Contains($"{id}", StringComparison.Ordinal));

    private static bool Same(TableEntity one, TableEntity other) =>
        one.PartitionKey == other.PartitionKey && one.RowKey == other.RowKey
        && other.Keys.Except(["Timestamp", "odata.etag"]).All(name => Equals(one[name], other[name]));
}
