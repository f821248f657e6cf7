using WelWee3D.Tests.Scans.Printing;
using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

public sealed class PrintCopyDiesTests(ITestOutputHelper output) : OwnWorld(PrintersWorld.With)
{
    [Fact]
    public Task A_print_copy_that_is_fetched_again_was_given_once_and_its_order_tells_which_file_that_is() =>
        new EveryPoint<Order>(world, output, "give a print copy")
        {
            Tables = StoredState.OfOrders,
            Beside = () => world.Given.Recipient(),
            Prepare = () => world.Given.OrderWithScan(world.Given.NewAddress(), agreed: order => order with { HeightInMillimetres = 140 }),
            Act = async (life, order) => Assert.Equal(200, await Give(life, order)),
            Check = async (state, order) =>
            {
                Assert.Single(state.Scans, row => row.PartitionKey == $"{order.Id}");
                var given = Assert.Single((await world.Get<OrderStore>().Find(order.Id, default))!.Disclosures);
                Assert.Equal(("PRINTER", order.Scans[0].Id), (given.Recipient, Assert.Single(given.Scans)));
                Assert.Matches("^[0-9a-f]{64}$", given.PrintCopy!.Sha256);
            },
        }.Try(atLeast: 8);

    private static async Task<int> Give(World life, Order order) => (await life.Ask<GivePrintCopy>(
        (function, request) => function.Run(request, $"{order.Scans[0].Id}", default), new { printer = "PA12" },
        request => request.Headers[StatedReason.Header] = "Naar%20de%20printer")).StatusCode;
}
