using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

public sealed class MoveDiesTests(ITestOutputHelper output) : OwnWorld
{
    [Fact]
    public async Task A_scan_that_moves_is_at_one_order_whole_and_the_night_finishes_what_was_begun()
    {
        await new EveryPoint<(Order Wrong, Order Right)>(world, output, "move a scan")
        {
            Tables = StoredState.OfOrders,
            Prepare = async () => (
                await world.Given.OrderWithScan(world.Given.NewAddress(), read: false), await world.Given.Order(world.Given.NewAddress())),
            Act = async (life, orders) => Assert.Equal(200, await Move(life, orders)),
            Again = async (life, orders) =>
            {
                // Whoever asked does so again; where the scan has left already, the night has done the rest.
                Assert.Contains(await Move(life, orders), (int[])[200, 404]);
                Assert.True((await life.Get<Sweep>().Run(Decider.Sweep, default)).Complete);
            },
            Check = async (state, orders) =>
            {
                var (wrong, right) = (orders.Wrong, orders.Right);
                Assert.DoesNotContain(state.Scans, row => row.PartitionKey == $"{wrong.Id}");
                var scan = Assert.Single(state.Scans, row => row.PartitionKey == $"{right.Id}");
                Assert.Equal([$"{right.Id}/{scan.GetString("BlobName")}"], state.Blobs.Where(name => name.StartsWith($"{wrong.Id}", StringComparison.Ordinal) || name.StartsWith($"{right.Id}", StringComparison.Ordinal)));
                var file = await world.Storage.Scans.GetBlobClient($"{right.Id}/{scan.GetString("BlobName")}").DownloadContentAsync();
                Assert.Equal(Make.File, file.Value.Content.ToArray());
                await Proven.Gone(world, state, [$"scan|{wrong.Scans[0].Id}"]);
            },
        }.Try(atLeast: 25);
        await Proven.Whole(world);
    }

    [Fact]
    public async Task One_that_found_nobody_is_wiped_from_disk_and_told_of_once_wherever_it_dies()
    {
        await new EveryPoint<Order>(world, output, "destroy a scan that moved to who was erased")
        {
            Tables = StoredState.OfOrders,
            Prepare = async () =>
            {
                var (wrong, right) = (
                    await world.Given.Disclosed(await world.Given.OrderWithScan(world.Given.NewAddress(), disks: ["SCHIJF-1"])), await world.Given.Order(world.Given.NewAddress()));
                await world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(right), "officer", default);
                return await world.Given.Change(wrong, order => order.With(order.Scans[0] with { MovedTo = right.Id, DestructionAskedOn = world.Today }));
            },
            Act = async (life, _) => Assert.True((await life.Get<Sweep>().Run(Decider.Sweep, default)).Complete),
            Check = async (state, wrong) =>
            {
                Assert.DoesNotContain(state.Scans, row => row.PartitionKey == $"{wrong.Id}");
                var task = Assert.Single(await world.Get<DestructionTasks>().All(default), each => each.Order == wrong.Id);
                Assert.False(task.Done);
                var line = (await world.Get<Ledger>().Find(task.Line, default))!.Line;
                Assert.Equal((RetentionSchedule.Erasure.Name, wrong.Scans[0].Copies[0].LastingName()), (line.Why.Rule, Assert.Single(line.Items[0].Disks)));
                Assert.Single(await world.Get<RecipientNotices>().OfOrder(wrong.Id, default).ToListAsync());
            },
        }.Try(atLeast: 20);
        await Proven.Whole(world);
    }

    private static async Task<int> Move(World life, (Order Wrong, Order Right) orders) => (await life.Ask<MoveScan>(
        (function, request) => function.Run(request, $"{orders.Wrong.Scans[0].Id}", default),
        new { orderId = $"{orders.Right.Id}", reason = "Filed wrongly" })).StatusCode;
}
