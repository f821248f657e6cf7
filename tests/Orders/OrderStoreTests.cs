namespace WelWee3D.Tests.Orders;

public sealed class OrderStoreTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task An_order_is_found_as_it_was_written()
    {
        var client = new Client(
            "Anna de Vries", "anna@example.nl", "06 12345678", new Address("Dam 1", null, "1012 JS", "Amsterdam", "NL"), "en");
        var opened = await world.Given.Opened(client);

        var found = await world.Get<OrderStore>().Find(opened.Id, default);

        Assert.Equal(client, found!.Client);
        Assert.Equal(opened.OpenedOn, found.OpenedOn);
        Assert.Equal(opened.Due, found.Due);
    }

    [Fact]
    public async Task Two_changes_at_once_both_land()
    {
        var order = await world.Given.Order();
        var bothHaveRead = new Barrier(2);
        var meeting = 2;

        await Task.WhenAll(
            Task.Run(() => Change(found => found with { ShippedOn = found.OpenedOn })),
            Task.Run(() => Change(found => found with { RestrictedOn = found.OpenedOn })));

        var changed = (await world.Get<OrderStore>().Find(order.Id, default))!;
        Assert.NotNull(changed.ShippedOn);
        Assert.NotNull(changed.RestrictedOn);

        Task<Order?> Change(Func<Order, Order> change) => world.Get<OrderStore>().Change(
            order.Id,
            found =>
            {
                if (Interlocked.Decrement(ref meeting) >= 0)
                    bothHaveRead.SignalAndWait(TimeSpan.FromSeconds(30));
                return change(found);
            },
            default);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task However_many_write_at_once_the_order_has_its_due_row_and_its_subjects(int seed)
    {
        var random = new Random(seed);
        var order = await world.Given.Order($"client{seed}@example.nl");
        var changes = Enumerable.Range(0, 20).Select(i => (Email: $"client{random.Next(3)}@example.nl", Until: random.Next(1, 4000))).ToList();

        await Task.WhenAll(changes.Select((change, i) => world.Get<OrderStore>().Change(
            order.Id,
            found => i % 2 == 0
                ? found with { Client = found.Client with { Email = change.Email } }
                : found with { Holds = [.. found.Holds, new Hold(Id.New(world.Now), "A claim.", found.OpenedOn.AddDays(change.Until))] },
            default)));

        var changed = (await world.Get<OrderStore>().Find(order.Id, default))!;
        Assert.Equal(10, changed.Holds.Count);
        Assert.Equal(changed.NextDue(world.Get<RetentionRules>(), changed.OpenedOn), changed.Due.On);
        var row = await world.Storage.Table(DueIndex.TableName)
            .GetEntityIfExistsAsync<TableEntity>(changed.Due.PartitionKey, changed.Due.RowKey);
        Assert.True(row.HasValue);
        foreach (var subject in world.Get<OrderStore>().SubjectsOf(changed))
            Assert.Contains(changed.Due.Item, (await world.Get<SubjectIndex>().Find(subject, default)).Items);
    }

    [Fact]
    public async Task A_client_is_found_by_her_new_address_and_no_longer_by_the_old_one()
    {
        var (index, keys) = (world.Get<SubjectIndex>(), world.Get<SubjectKeys>());
        var order = await world.Given.Order("old@example.nl", phone: "06 12345678");

        await world.Get<OrderStore>().Change(order.Id, found => found with { Client = found.Client with { Email = "new@example.nl" } }, default);

        Assert.Contains(order.Due.Item, (await index.Find(keys.OfEmail("new@example.nl"), default)).Items);
        Assert.DoesNotContain(order.Due.Item, (await index.Find(keys.OfEmail("old@example.nl"), default)).Items);
        Assert.Contains(order.Due.Item, (await index.Find(keys.OfPhone("06 12345678"), default)).Items);
    }

    [Fact]
    public async Task A_subject_row_that_was_written_again_is_not_removed()
    {
        var (index, item) = (world.Get<SubjectIndex>(), new Item(Kinds.Order, Id.New(world.Now)));
        string[] subjects = [world.Get<SubjectKeys>().OfEmail("again@example.nl")];
        await index.Add(subjects, item, default);
        var former = await index.Rows(subjects, item, default);

        await index.Add(subjects, item, default);
        await index.Remove(former, default);

        Assert.Contains(item, (await index.Find(subjects[0], default)).Items);
    }

    [Fact]
    public async Task A_refusal_writes_nothing()
    {
        var order = await world.Given.Order();

        var ruling = await world.Get<OrderStore>().Change(order.Id, _ => (Ruling)new Refusal.Stale(), default);

        Assert.IsType<Refusal.Stale>(ruling!.Refusal);
        Assert.Equal(order.Due, (await world.Get<OrderStore>().Find(order.Id, default))!.Due);
        Assert.Single(await world.Storage.RowKeys(DueIndex.TableName, order.Id.ToString()));
    }

    [Fact]
    public async Task Former_due_rows_do_not_stay_behind()
    {
        var order = await world.Given.Order();

        for (var i = 1; i <= 3; i++)
            await world.Get<OrderStore>().Change(order.Id, found => found with { RestrictedOn = found.OpenedOn.AddDays(i) }, default);

        Assert.Equal([$"order|{order.Id}|3"], await world.Storage.RowKeys(DueIndex.TableName, order.Id.ToString()));
    }

    [Fact]
    public async Task Whoever_changes_one_that_is_destroyed_meanwhile_leaves_no_row_that_leads_to_it()
    {
        var order = await world.Given.Order();
        world.Calls.Before = async call =>
        {
            if (!call.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) || !call.Text().Contains($"{OrderStore.TableName}(", StringComparison.Ordinal))
                return;
            world.Calls.LetBe();
            Assert.True(await world.Get<OrderStore>().Delete(order.Id, _ => true, default));
        };

        var changed = await world.Get<OrderStore>().Change(
            order.Id, found => found with { Scans = [Make.Scan(world.Now)], Client = found.Client with { Name = "Beatrix", Email = "bea@example.nl" } }, default);
        world.Calls.LetBe();

        Assert.Null(changed);
        Assert.DoesNotContain(await world.Storage.Rows(ScanIndex.TableName), row => row.GetString("Order") == $"{order.Id}");
        Assert.DoesNotContain(
            await world.Storage.RowKeys(SubjectIndex.TableName, $"{order.Id}"), key => key.StartsWith(world.Get<SubjectKeys>().OfEmail("bea@example.nl"), StringComparison.Ordinal));
        foreach (var table in new[] { DueIndex.TableName, SearchIndex.TableName, StalledOrders.TableName })
            Assert.Empty(await world.Storage.RowKeys(table, $"{order.Id}"));
    }

    [Fact]
    public async Task An_order_that_is_not_there_cannot_change() =>
        Assert.Null(await world.Get<OrderStore>().Change(Id.New(world.Now), found => found, default));
}
