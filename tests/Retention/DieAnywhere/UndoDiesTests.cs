using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

public sealed class UndoDiesTests(ITestOutputHelper output) : OwnWorld
{
    [Fact]
    public async Task A_scan_that_is_brought_back_is_there_once_and_nothing_recovered_is_left_beside_it()
    {
        await new EveryPoint<(Order Order, int Certificate)>(world, output, "undo a destruction")
        {
            Tables = StoredState.OfOrders,
            Prepare = async () =>
            {
                var order = await world.Given.OrderWithScan(world.Given.NewAddress(), read: false);
                await world.Ask<DestroyScan>(
                    (function, request) => function.Run(request, $"{order.Scans[0].Id}", default), new { reason = "Vergissing", destroysNow = true });
                return (order, (await world.Get<RecordTrace>().Destroyed(new(Kinds.Scan, order.Scans[0].Id), default))!.Certificate!.Number);
            },
            Act = async (life, given) => Assert.Equal(200, await Undo(life, given.Certificate)),
            Again = async (life, given) =>
            {
                Assert.Equal(200, await Undo(life, given.Certificate));
                Assert.True((await life.Get<Sweep>().Run(Decider.Sweep, default)).Complete);
            },
            Check = async (state, given) =>
            {
                var scan = Assert.Single(state.Scans, row => row.PartitionKey == $"{given.Order.Id}");
                Assert.Equal([$"{given.Order.Id}/{scan.GetString("BlobName")}"], state.Blobs.Where(name => name.StartsWith($"{given.Order.Id}", StringComparison.Ordinal)));
                await Proven.Gone(world, state, [$"scan|{given.Order.Scans[0].Id}"]);
                var undone = await world.Get<Certificates>().NewestFirst(null, 3, default).Take(3).Select(each => each.Read()).ToListAsync();
                Assert.Single(undone, each => each.Undone?.Certificate == given.Certificate);
            },
        }.Try(atLeast: 25);
        await Proven.Whole(world);
    }

    private static async Task<int> Undo(World life, int certificate) => (await life.Ask<UndoDestruction>(
        (function, request) => function.Run(request, default), new { certificate, reason = "Terug" })).StatusCode;
}
