using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

/// <summary>
/// Nights with what goes together, or waits, beside what must stay. One record of each kind by itself: the contract of kinds.
/// </summary>
public sealed class SweepDiesTests(ITestOutputHelper output) : OwnWorld
{
    private readonly List<DueRow> leftByChanges = [];
    private Order stays = null!;

    [Fact]
    public Task Messages() => Sweep("sweep messages", StoredState.OfMessages, atLeast: 10, beside: Restricted, prepare: async () =>
    {
        var name = Back(years: 5);
        ContactMessage[] messages = [await world.Given.Message(name), await world.Given.Message(name)];
        return new([.. messages.Select(message => $"{message.Item}")]);
    });

    [Fact]
    public Task A_scan_of_an_order_that_stays() => Sweep("sweep a scan", StoredState.OfOrders, atLeast: 18, beside: Consented, prepare: async () =>
    {
        var order = await world.Given.OrderWithScan(Back(years: 3), agreed: Shipped, read: false);
        return new([$"scan|{order.Scans[0].Id}"], Remains: order);
    });

    [Fact]
    public Task A_scan_with_a_copy_on_disk() => Sweep("sweep a scan with a disk copy", StoredState.OfOrders, atLeast: 18, prepare: async () =>
    {
        var order = await world.Given.OrderWithScan(Back(years: 3), agreed: Shipped, read: false, disks: ["SCHIJF-1"]);
        return new([], Waits: $"scan|{order.Scans[0].Id}", Remains: order);
    });

    [Fact]
    public Task An_order_that_goes_with_its_scan() => Sweep("sweep an order with its scan", StoredState.OfOrders, atLeast: 28, prepare: async () =>
    {
        var order = await world.Given.OrderWithScan(Back(years: 5), agreed: Shipped, read: false);
        return new([$"scan|{order.Scans[0].Id}", $"order|{order.Id}"]);
    });

    [Fact]
    public Task What_another_run_took_for_nothing_before_its_line_was_written() => Sweep(
        "sweep what another run closed", StoredState.OfOrders, atLeast: 28, prepare: async () =>
        {
            var order = await world.Given.OrderWithScan(Back(years: 5), agreed: Shipped, read: false);
            return new([$"scan|{order.Scans[0].Id}", $"order|{order.Id}"]);
        },
        isClosedByAnother: true);

    [Fact]
    public Task Due_rows_that_changes_left() => Sweep("sweep stale due rows", StoredState.OfAll, atLeast: 8, beside: async () =>
    {
        await Restricted();
        await Held();
        await Consented();
    },
    prepare: async () =>
    {
        await Task.WhenAll(leftByChanges.Select(row => world.Get<DueIndex>().Put(row, default)));
        return new([]);
    });

    private async Task Sweep(
        string operation, IReadOnlyList<string> tables, int atLeast, Func<Task<Night>> prepare, Func<Task>? beside = null,
        bool isClosedByAnother = false)
    {
        StoredState before = null!;
        await new EveryPoint<Night>(world, output, operation)
        {
            Tables = tables,
            Beside = async () =>
            {
                Back(years: 2);
                await (beside ?? (() => Task.CompletedTask))();
                world.MoveTo(world.Clock.Start);
                before = await new StoredState.Reader(world, tables).Read();
            },
            Prepare = async () =>
            {
                var night = await prepare();
                world.MoveTo(world.Clock.Start);
                return night;
            },
            Act = async (life, _) => Assert.True((await life.Get<Sweep>().Run("sweep", default)).Complete),
            Again = async (life, _) =>
            {
                if (isClosedByAnother)
                    await Close(life);
                // Who was sending a letter had it to itself for five minutes, and that it was sent is told within the hour; the next night takes the order.
                world.Wait(TimeSpan.FromMinutes(66));
                await life.Function<SendLetters>().Run(new(), default);
                Assert.True((await life.Get<Sweep>().Run("sweep", default)).Complete);
                await life.Function<SendLetters>().Run(new(), default);
                Assert.True((await life.Get<Sweep>().Run("sweep", default)).Complete);
                if (isClosedByAnother)
                    await Reconciled(life);
            },
            Check = async (state, night) =>
            {
                await Proven.Gone(world, state, night.Goes, night.Waits);
                Assert.Equal([.. before.Kept.Concat(night.Remains is null ? [] : [$"order|{night.Remains.Id}"]).Order()], state.Kept.Order());
                Assert.Equal(before.Blobs, state.Blobs);
                if (night.Remains is not null)
                    await world.Given.Gone(night.Remains);
            },
        }.Try(atLeast);
        await Proven.Whole(world);
    }

    /// <summary>As who found it open, and no line yet.</summary>
    private static async Task Close(World life)
    {
        await foreach (var page in life.Get<DueIndex>().Until(DateOnly.MaxValue, default))
            await life.Get<DueIndex>().Close(page.Open.Where(open => open.Claimed.Count == 0), default);
    }

    private async Task Reconciled(World life)
    {
        world.Wait(TimeSpan.FromDays(1));
        Assert.True((await life.Get<Reconciliation>().Run(default)).Complete);
        Assert.True((await life.Get<Sweep>().Run("sweep", default)).Complete);
    }

    private async Task Restricted()
    {
        var message = await world.Given.Message("restricted@example.nl");
        await world.Get<ContactMessages>().Change(message.Id, found => found with { RestrictedOn = world.Today }, default);
        leftByChanges.AddRange([new(DaysAgo(300), message.Item, 0), new(DaysAgo(299), message.Item, 1)]);
    }

    private async Task Held()
    {
        var order = await world.Given.OrderWithScan(
            "held@example.nl", agreed: order => Shipped(order) with { Holds = [Make.Hold(world.Now, world.Today.AddYears(4))] }, read: false);
        leftByChanges.Add(new(DaysAgo(298), order.Due.Item, 0));
    }

    private async Task Consented()
    {
        stays = await world.Given.OrderWithScan(
            "consented@example.nl", agreed: order => Shipped(order) with { Consents = [Make.Consent(world.Now)] }, read: false);
        leftByChanges.Add(new(DaysAgo(297), stays.Due.Item, 0));
    }

    private static Order Shipped(Order order) => order with { ShippedOn = order.OpenedOn };

    private DateOnly DaysAgo(int days) => Amsterdam.DateOf(world.Clock.Start).AddDays(-days);

    /// <summary>Goes back so long, and to somebody of that time.</summary>
    private string Back(int years = 0, int months = 0)
    {
        world.MoveTo(world.Clock.Start.AddYears(-years).AddMonths(-months));
        return world.Given.NewAddress();
    }

    /// <param name="Goes">What is due, as kind and id.</param>
    /// <param name="Waits">The scan with a copy on disk.</param>
    /// <param name="Remains">The order of the scan that goes or waits.</param>
    private sealed record Night(IReadOnlyList<string> Goes, string? Waits = null, Order? Remains = null);
}
