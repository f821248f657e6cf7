using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

public sealed class ClosingDiesTests(ITestOutputHelper output) : OwnWorld
{
    [Fact]
    public async Task A_window_that_has_closed_is_certified_once()
    {
        await new EveryPoint<int>(world, output, "close a recovery window")
        {
            Tables = StoredState.OfOrders,
            Prepare = async () =>
            {
                var order = await world.Given.OrderWithScan(world.Given.NewAddress(), read: false);
                await world.Get<Erasure>().Erase([world.Get<SubjectKeys>().OfEmail(order.Client.Email)], "officer", default);
                var scan = (await world.Get<RecordTrace>().Destroyed(new(Kinds.Scan, order.Scans[0].Id), default))!.Certificate!;
                world.MoveTo(scan.RecoveryClosesOn);
                return scan.Number;
            },
            Act = async (life, _) => Assert.True((await life.Get<Sweep>().Run(Decider.Sweep, default)).Complete),
            Check = async (_, closed) =>
            {
                Assert.Single(
                    await world.Get<Certificates>().NewestFirst(null, 5, default).Take(5).Select(each => each.Read()).ToListAsync(),
                    certificate => certificate.Closes == closed);
                Assert.Empty(await world.Storage.Rows(RecoveryWindows.TableName));
            },
        }.Try(atLeast: 10);
        await Proven.Whole(world);
    }
}
