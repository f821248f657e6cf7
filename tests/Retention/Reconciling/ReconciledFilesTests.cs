namespace WelWee3D.Tests.Retention.Reconciling;

public sealed class ReconciledFilesTests : OwnWorld
{
    [Fact]
    public async Task A_file_that_was_never_read_is_read()
    {
        var order = await world.Given.OrderWithScan(read: false);
        world.MoveTo(world.Today.AddDays(2));

        var run = await Reconcile();

        Assert.Equal(new Dictionary<string, int> { ["blob"] = 1 }, run.Repaired);
        Assert.NotNull((await world.Get<OrderStore>().Find(order.Id, default))!.Scans[0].Facts);
        Assert.Empty((await Reconcile()).Repaired);
    }

    [Fact]
    public async Task One_that_came_today_is_left_to_its_trigger()
    {
        await world.Given.OrderWithScan(read: false);

        Assert.Empty((await Reconcile()).Repaired);
    }

    [Fact]
    public async Task A_file_that_no_order_knows_has_been_here_since_it_was_made()
    {
        await world.Given.File("found/here.stl");
        var made = Amsterdam.DateOf((await world.Storage.Scans.GetBlobClient("found/here.stl").GetPropertiesAsync()).Value.CreatedOn);
        world.MoveTo(made.AddDays(40));

        var run = await Reconcile();

        Assert.Equal(1, run.Repaired["blob"]);
        Assert.Equal(made, (await world.Get<UnclaimedBlobs>().All(default).SingleAsync()).Retention.Start);
        Assert.NotNull(await world.Letter(BlobUnclaimedLetter.Name));
        Assert.Empty((await Reconcile()).Repaired);
    }

    [Fact]
    public async Task An_empty_file_is_nothing_while_it_may_yet_be_filled()
    {
        var blob = world.Storage.Scans.GetBlobClient("found/empty.stl");
        await blob.UploadAsync(BinaryData.Empty);
        // The emulator has a clock of its own.
        world.MoveTo(Amsterdam.DateOf((await blob.GetPropertiesAsync()).Value.CreatedOn));

        Assert.Empty((await Reconcile()).Repaired);
    }

    [Fact]
    public async Task One_that_stays_empty_goes_on_its_day_too_for_its_name_may_be_somebodys()
    {
        var blob = world.Storage.Scans.GetBlobClient("anna-de-vries.stl");
        await blob.UploadAsync(BinaryData.Empty);
        world.MoveTo(Amsterdam.DateOf((await blob.GetPropertiesAsync()).Value.CreatedOn).AddDays(2));

        Assert.Equal(1, (await Reconcile()).Repaired["blob"]);
        var unclaimed = await world.Get<UnclaimedBlobs>().All(default).SingleAsync();
        world.MoveTo(unclaimed.Due.On);
        await world.Get<Sweep>().Run(Decider.Sweep, default);

        Assert.False(await blob.ExistsAsync());
        Assert.Empty((await Reconcile()).Repaired);
    }

    [Fact]
    public async Task A_scan_without_its_file_is_told()
    {
        var order = await world.Given.OrderWithScan();
        await world.Storage.ClearScans();
        world.MoveTo(world.Today.AddDays(2));

        var run = await Reconcile();

        Assert.False(run.Complete);
        Assert.Equal([new Unfinished($"scan|{order.Scans[0].Id}", "its file is missing")], run.Unfinished);
        Assert.Contains($"scan|{order.Scans[0].Id}: het bestand ontbreekt", await world.Letter(ReconciledLetter.Name), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_scan_that_is_new_or_on_its_way_out_may_be_without(bool destroying)
    {
        var order = await world.Given.OrderWithScan();
        if (destroying)
        {
            await world.Given.Change(order, found => found.With(found.Scans[0] with { Destroying = true }));
            world.MoveTo(world.Today.AddDays(2));
        }
        await world.Storage.ClearScans();

        Assert.True((await Reconcile()).Complete);
    }

    private Task<Run> Reconcile() => world.Get<Reconciliation>().Run(default);
}
