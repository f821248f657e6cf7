using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

public sealed class UndoDiesTests(ITestOutputHelper output) : OwnWorld
{
    [Fact]
    public Task A_scan_that_is_brought_back_is_there_once_and_nothing_recovered_is_left_beside_it() => Undo("undo a destruction");

    [Fact]
    public Task So_is_one_whose_certificate_waits_for_a_copy_on_disk() => Undo("undo a destruction that waits", "SCHIJF-1");

    [Fact]
    public async Task One_that_nobody_asks_for_again_is_back_whole_and_proven_after_the_night_or_not_at_all()
    {
        var undone = 0;
        await new EveryPoint<Order>(world, output, "undo a destruction and never again")
        {
            Tables = StoredState.OfOrders,
            Prepare = async () =>
            {
                var order = await world.Given.OrderWithScan(world.Given.NewAddress(), read: false);
                await world.Ask<DestroyScan>(
                    (function, request) => function.Run(request, $"{order.Scans[0].Id}", default), new { reason = "Vergissing", destroysNow = true });
                return order;
            },
            Act = async (life, order) => Assert.Equal(200, await Undo(life, order, certificate: null)),
            Again = async (life, _) => Assert.True((await life.Get<Sweep>().Run(Decider.Sweep, default)).Complete),
            Check = async (state, order) =>
            {
                var scans = state.Scans.Where(row => row.PartitionKey == $"{order.Id}").ToList();
                var proven = await world.Get<Certificates>().NewestFirst(null, 3, default).Take(3).Select(each => each.Read().Undone)
                    .Where(each => each?.Within == order.Id).ToListAsync();
                Assert.Equal(
                    scans.Select(row => $"{order.Id}/{row.GetString("BlobName")}"),
                    state.Blobs.Where(name => name.StartsWith($"{order.Id}", StringComparison.Ordinal)));
                Assert.Equal(scans.Select(row => row.RowKey), proven.Select(each => $"scan|{each!.Id}"));
                undone += scans.Count;
            },
        }.Try(atLeast: 25);
        Assert.True(undone > 5, $"{undone} were back.");
    }

    private async Task Undo(string operation, params string[] disks)
    {
        await new EveryPoint<(Order Order, int? Certificate)>(world, output, operation)
        {
            Tables = StoredState.OfOrders,
            Prepare = async () =>
            {
                var order = await world.Given.OrderWithScan(world.Given.NewAddress(), read: false, disks: disks);
                await world.Ask<DestroyScan>(
                    (function, request) => function.Run(request, $"{order.Scans[0].Id}", default), new { reason = "Vergissing", destroysNow = true });
                return (order, (await world.Get<RecordTrace>().Destroyed(new(Kinds.Scan, order.Scans[0].Id), default))!.Certificate?.Number);
            },
            Act = async (life, given) => Assert.Equal(200, await Undo(life, given.Order, given.Certificate)),
            Again = async (life, given) =>
            {
                Assert.Equal(200, await Undo(life, given.Order, given.Certificate));
                Assert.True((await life.Get<Sweep>().Run("sweep", default)).Complete);
            },
            Check = async (state, given) =>
            {
                var (scan, former) = (Assert.Single(state.Scans, row => row.PartitionKey == $"{given.Order.Id}"), $"scan|{given.Order.Scans[0].Id}");
                Assert.Equal([$"{given.Order.Id}/{scan.GetString("BlobName")}"], state.Blobs.Where(name => name.StartsWith($"{given.Order.Id}", StringComparison.Ordinal)));
                await Proven.Gone(world, state, given.Certificate is null ? [] : [former], waiting: given.Certificate is null ? former : null);
                var undone = await world.Get<Certificates>().NewestFirst(null, 3, default).Take(3).Select(each => each.Read()).ToListAsync();
                Assert.Single(undone, each => $"scan|{each.Undone?.Id}" == scan.RowKey && each.Undone?.Certificate == given.Certificate);
            },
        }.Try(atLeast: 25);
        await Proven.Whole(world);
    }

    private static async Task<int> Undo(World life, Order order, int? certificate) => (await life.Ask<UndoDestruction>(
        (function, request) => function.Run(request, default),
        certificate is null ? (object)new { scan = order.Scans[0].Id, reason = "Terug" } : new { certificate, reason = "Terug" })).StatusCode;
}
