using Azure.Core;

namespace WelWee3D.Tests.Scans;

/// <summary>The file of a scan comes after its row: what is destroyed in between gets none.</summary>
public sealed class ComesTooLateTests : OwnWorld
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_scan_that_moves_to_an_order_that_is_erased_at_that_moment_leaves_no_file_there()
    {
        var (wrong, right) = (await world.Given.OrderWithScan("wrong@example.nl"), await world.Given.Order("right@example.nl"));
        await using var moving = AtCopy(() => Erase(right));

        Assert.Equal(404, (await moving.Ask<MoveScan>(
            (function, request) => function.Run(request, $"{wrong.Scans[0].Id}", None), new { orderId = $"{right.Id}", reason = "Verwisseld" })).StatusCode);

        Assert.Empty(await world.Storage.BlobNames());
        Assert.Null(await world.Get<OrderStore>().Find(right.Id, None));
    }

    [Fact]
    public async Task One_that_is_brought_back_and_destroyed_at_that_moment_leaves_neither_file_nor_certificate_of_its_return()
    {
        var order = await Destroyed();
        await using var undoing = AtCopy(async () => await Destroy((await Find(order)).Scans.Single().Id));

        Assert.Equal(409, await Undo(undoing, order));

        await AssertNothingCameBack(order);
    }

    [Fact]
    public async Task Of_one_whose_client_is_erased_at_that_moment_nothing_is_left_and_what_came_home_first_is_proven_gone()
    {
        var order = await Destroyed();
        await using var undoing = AtCopy(() => Erase(order));

        Assert.Equal(409, await Undo(undoing, order));

        Assert.Empty(await world.Storage.BlobNames());
        Assert.Null(await world.Get<OrderStore>().Find(order.Id, None));
        Assert.True((await world.Get<Sweep>().Run(Decider.Sweep, None)).Complete);
        var gone = await world.Certified();
        Assert.All(await Returns(), each => Assert.Equal(1, gone[each.Id]));
    }

    [Fact]
    public async Task What_was_recovered_is_no_file_without_an_order_while_it_comes_home()
    {
        var order = await Destroyed();
        await using var undoing = AtCopy(() => world.Get<Reconciliation>().Run(None));

        Assert.Equal(200, await Undo(undoing, order));

        Assert.Empty(await world.Storage.Rows(UnclaimedBlobs.TableName));
        Assert.Null(await world.Letter(BlobUnclaimedLetter.Name));
    }

    [Fact]
    public async Task A_return_to_which_nothing_leads_any_more_is_proven_after_a_Sunday()
    {
        var order = await Destroyed();
        await using (var dying = world.Beside(calls => calls.Before = call =>
            call.Place() == Certificates.TableName && !call.Reads() ? throw new ProcessDiedException() : Task.CompletedTask))
            await Assert.ThrowsAnyAsync<Exception>(() => Undo(dying, order));
        var due = world.Storage.Table(DueIndex.TableName);
        foreach (var open in (await world.Storage.Rows(DueIndex.TableName)).Where(row => row.RowKey.StartsWith("open|", StringComparison.Ordinal)))
            await due.DeleteEntityAsync(open.PartitionKey, open.RowKey);

        world.MoveTo(world.Today.AddDays(2));
        await world.Get<Reconciliation>().Run(None);
        Assert.True((await world.Get<Sweep>().Run(Decider.Sweep, None)).Complete);

        var scan = Assert.Single((await Find(order)).Scans);
        Assert.Equal([$"{order.Id}/{scan.BlobName}"], await world.Storage.BlobNames());
        Assert.Single(await Returns(), each => each.Id == scan.Id);
    }

    private async Task AssertNothingCameBack(Order order)
    {
        Assert.Empty(await world.Storage.BlobNames());
        Assert.Empty(await Returns());
        Assert.Null(await world.Get<Ledger>().Find(Homecoming.LineOf(order.Scans[0].Id), None));
        Assert.True((await world.Get<Sweep>().Run(Decider.Sweep, None)).Complete);
    }

    private async Task<IReadOnlyList<Undone>> Returns() =>
        await world.Get<Certificates>().All(None).Select(each => each.Read().Undone).OfType<Undone>().ToListAsync();

    private async Task<Order> Destroyed()
    {
        var order = await world.Given.OrderWithScan();
        await Destroy(order.Scans[0].Id);
        return order;
    }

    private async Task Destroy(Id scan) => Assert.Equal(200, (await world.Ask<DestroyScan>(
        (function, request) => function.Run(request, $"{scan}", None), new { reason = "Vergissing", destroysNow = true })).StatusCode);

    private Task Erase(Order order) => world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(order), "officer", None);

    private static async Task<int> Undo(World life, Order order) => (await life.Ask<UndoDestruction>(
        (function, request) => function.Run(request, None), new { scan = order.Scans[0].Id, reason = "Terug" })).StatusCode;

    private async Task<Order> Find(Order order) => (await world.Get<OrderStore>().Find(order.Id, None))!;

    /// <summary>An instance of the app before whose first copy of a file something else happens.</summary>
    private World AtCopy(Func<Task> act)
    {
        var isFirst = true;
        return world.Beside(calls => calls.Before = async call =>
        {
            if (!isFirst || !call.Headers.TryGetValue("x-ms-copy-source", out _))
                return;
            isFirst = false;
            await act();
        });
    }
}
