using Azure.Core;

namespace WelWee3D.Tests.Retention;

/// <summary>A sweep beside whatever else may happen at that moment: storage calls in every order that seeds bring about.</summary>
public sealed class ConcurrencyTests : SideBySide
{
    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    public async Task Sweeps_at_once_destroy_everything_that_is_due_with_one_certificate_each(int sweeps, int seed)
    {
        var things = new List<Id>();
        for (var each = 0; each < Many; each++)
        {
            if (each % 5 == 0)
                world.Wait(TimeSpan.FromDays(1));
            things.Add(await world.NewMessage());
            var (order, scan) = await world.NewShippedOrder();
            things.AddRange([order.Id, scan]);
            things.Add(await world.NewUpload(order));
            things.Add((await world.Given.StrayBlob($"somebody/buik {each}.stl")).Id);
        }
        world.Wait(TimeSpan.FromDays(6 * 366));

        Interleave(seed);
        var runs = await Task.WhenAll(Enumerable.Range(0, sweeps).Select(each => Elsewhere(seed + each).Get<Sweep>().Run("sweep", None)));
        Assert.Empty(runs.SelectMany(run => run.Unfinished));
        Assert.Equal(things.Count, runs.Sum(run => run.Destroyed.Values.Sum()));
        Assert.Equal((await world.Storage.Rows(Ledger.TableName)).Count, runs.Sum(run => run.Certificates));
        Assert.Equal(0, runs.Sum(run => run.Spared));
        Assert.Empty((await world.Get<Sweep>().Run("sweep", None)).Destroyed);

        var certified = await world.Certified();
        Assert.Equal(things.Order(), certified.Keys.Order());
        Assert.All(certified.Values, count => Assert.Equal(1, count));
        await AssertNothingIsLeft();
        await AssertTheChainHolds(certificates: (await world.Storage.Rows(Ledger.TableName)).Count);
    }

    private const int Changed = 3;

    [Theory]
    [InlineData("consent", 1)]
    [InlineData("consent", 2)]
    [InlineData("hold", 3)]
    [InlineData("hold", 4)]
    [InlineData("restriction", 5)]
    public async Task What_was_decided_before_its_destruction_began_keeps_a_scan(string change, int seed)
    {
        var orders = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => world.NewShippedOrder()));
        world.Wait(TimeSpan.FromDays(60));

        Interleave(seed);
        var moments = new Moments(seed, calls: 220);
        var sweep = During(moments, Elsewhere(seed, moments).Get<Sweep>().Run("sweep", None));
        var inTime = await Task.WhenAll(orders.SkipLast(1).Select(each => Change(each.Order.Id, each.Scan, change, moments)));
        Assert.Empty((await sweep).Unfinished);
        // So the last comes too late for certain.
        inTime = [.. inTime, await Change(orders[^1].Order.Id, orders[^1].Scan, change, moments)];

        var (blobs, certified) = (await world.Storage.BlobNames(), await world.Certified());
        foreach (var ((shipped, scan), kept) in orders.Zip(inTime))
        {
            var (id, order) = (shipped.Id, await world.Get<OrderStore>().Find(shipped.Id, None));
            Assert.Equal(kept, order!.Scan(scan) is not null);
            Assert.Equal(kept, blobs.Contains($"{id}/{scan}.stl"));
            Assert.Equal(kept ? 0 : 1, certified.GetValueOrDefault(scan));
            Assert.True(order is { Consents.Count: 1 } or { Holds.Count: 1 } or { RestrictedOn: not null }, "A change is lost.");
        }
        Assert.Equal(certified.Count, (await world.Storage.Rows(Ledger.TableName)).Count);
        await AssertNoDestructionIsOpen();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_message_that_was_restricted_in_time_stays(int seed)
    {
        var messages = new List<Id>();
        for (var each = 0; each < Many; each++)
            messages.Add(await world.NewMessage());
        world.Wait(TimeSpan.FromDays(6 * 366));

        Interleave(seed);
        var moments = new Moments(seed, calls: 8);
        var sweep = During(moments, Elsewhere(seed, moments).Get<Sweep>().Run("sweep", None));
        // The others go: also those that would have gone under one line with a message that is changed.
        var restricted = await Task.WhenAll(messages.Take(Changed).Select(async id =>
        {
            await moments.Next();
            return await world.Get<ContactMessages>().Change(id, message => message with { RestrictedOn = world.Today }, None);
        }));
        Assert.Empty((await sweep).Unfinished);

        var (found, certified) = (await world.Get<ContactMessages>().Find(messages, None), await world.Certified());
        foreach (var (id, kept) in messages.Zip(restricted.Select(message => message is not null).Concat(Enumerable.Repeat(false, Many - Changed))))
        {
            Assert.Equal(kept, found.FirstOrDefault(record => record.Item.Id == id)?.Retention.SuspendedBy is [{ Kind: Suspension.Restriction }]);
            Assert.Equal(kept ? 0 : 1, certified.GetValueOrDefault(id));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_erasure_beside_a_sweep_gives_each_thing_one_certificate(int seed)
    {
        var things = new List<Id>();
        for (var each = 0; each < Many / 2; each++)
        {
            var (order, scan) = await world.NewShippedOrder();
            things.AddRange([order.Id, scan, await world.NewMessage()]);
        }
        world.Wait(TimeSpan.FromDays(6 * 366));

        Interleave(seed);
        var erasure = Erase(Elsewhere(seed));
        Assert.Empty((await world.Get<Sweep>().Run("sweep", None)).Unfinished);
        Assert.True(await erasure);

        var certified = await world.Certified();
        Assert.Equal(things.Order(), certified.Keys.Order());
        Assert.All(certified.Values, count => Assert.Equal(1, count));
        await AssertNothingIsLeft();
        await AssertTheChainHolds(certificates: (await world.Storage.Rows(Ledger.TableName)).Count);
    }

    [Fact]
    public async Task A_ledger_line_that_somebody_else_has_taken_up_is_not_withdrawn()
    {
        var (order, scan) = await world.NewShippedOrder();
        world.Wait(TimeSpan.FromDays(60));
        var (spares, takenUp) = (new TaskCompletionSource(), new TaskCompletionSource());
        var sweeping = world.Beside();
        sweeping.Calls.After = async request =>
        {
            if (request.Method == RequestMethod.Post && IsLedger(request))
                await world.Get<OrderStore>().Change(order.Id, each => OrderRules.Consent(each, Yes()), None);
        };
        sweeping.Calls.Before = async request =>
        {
            if (request.Method != RequestMethod.Delete || !IsLedger(request))
                return;
            spares.TrySetResult();
            await takenUp.Task;
        };
        var sweep = sweeping.Get<Sweep>().Run("sweep", None);
        await spares.Task;

        var erasing = world.Beside();
        var hasLine = false;
        erasing.Calls.Before = async request =>
        {
            if (IsLedger(request))
                hasLine = true;
            else if (hasLine && takenUp.TrySetResult())
                await sweep;
        };
        Assert.True(await Erase(erasing));

        Assert.Equal(1, (await world.Certified())[scan]);
        Assert.NotNull(await world.Get<Ledger>().Find($"scan-{scan}", None));
        await AssertNothingIsLeft();

        static bool IsLedger(Request request) => request.Uri.Path.Contains($"/{Ledger.TableName}", StringComparison.Ordinal);
    }

    /// <returns>Whether the change came before the destruction: by what it saw when it was written.</returns>
    private async Task<bool> Change(Id order, Id scan, string change, Moments moments)
    {
        await moments.Next();
        var inTime = false;
        await world.Get<OrderStore>().Change(
            order,
            each =>
            {
                inTime = each.Scan(scan) is not null;
                return change switch
                {
                    "consent" => OrderRules.Consent(each, Yes()),
                    "hold" => OrderRules.PlaceHold(each, Make.Hold(world.Now, world.Today), world.Today),
                    _ => each with { RestrictedOn = world.Today },
                };
            },
            None);
        return inTime;
    }

    private ConsentGiven Yes() => Make.Consent(world.Now);
}
