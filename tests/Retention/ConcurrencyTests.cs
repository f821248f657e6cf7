using Azure.Core;

namespace WelWee3D.Tests.Retention;

/// <summary>A sweep beside whatever else may happen at that moment: storage calls in every order that seeds bring about.</summary>
public sealed class ConcurrencyTests(OwnBackend own) : SideBySide(own)
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
                app.Clock.Move(TimeSpan.FromDays(1));
            things.Add(await app.NewMessage());
            var (order, scan) = await app.NewShippedOrder();
            things.AddRange([order, scan]);
            things.Add(await app.NewUpload(order));
            things.Add(await app.NewStrayBlob($"somebody/buik {each}.stl"));
        }
        app.Clock.Move(TimeSpan.FromDays(6 * 366));

        Interleave(seed);
        var runs = await Task.WhenAll(Enumerable.Range(0, sweeps).Select(each => Elsewhere(seed + each).The<Sweep>().Run("sweep", None)));
        // An upload that one sweep is taking away, the other must leave: it says so, and there is nothing left to do.
        Assert.All(runs.SelectMany(run => run.Unfinished), each => Assert.StartsWith("upload-", each.What, StringComparison.Ordinal));
        Assert.Empty((await app.The<Sweep>().Run("sweep", None)).Unfinished);

        var certified = await app.Certified();
        Assert.Equal(things.Order(), certified.Keys.Order());
        Assert.All(certified.Values, count => Assert.Equal(1, count));
        await AssertNothingIsLeft();
        await AssertTheChainHolds(certificates: (await app.Rows(Ledger.TableName)).Count);
    }

    [Theory]
    [InlineData("consent", 1)]
    [InlineData("consent", 2)]
    [InlineData("hold", 3)]
    [InlineData("hold", 4)]
    [InlineData("restriction", 5)]
    public async Task What_was_decided_before_its_destruction_began_keeps_a_scan(string change, int seed)
    {
        var orders = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => app.NewShippedOrder()));
        app.Clock.Move(TimeSpan.FromDays(60));

        Interleave(seed);
        var moments = new Moments(seed, calls: 220);
        var sweep = During(moments, Elsewhere(seed, moments).The<Sweep>().Run("sweep", None));
        var inTime = await Task.WhenAll(orders.Select(each => Change(each.Order, each.Scan, change, moments)));
        Assert.Empty((await sweep).Unfinished);

        var (blobs, certified) = (await app.BlobNames(), await app.Certified());
        foreach (var ((id, scan), kept) in orders.Zip(inTime))
        {
            var order = await app.The<OrderStore>().Find(id, None);
            Assert.Equal(kept, order!.Scan(scan) is not null);
            Assert.Equal(kept, blobs.Contains($"{id}/{scan}.stl"));
            Assert.Equal(kept ? 0 : 1, certified.GetValueOrDefault(scan));
            Assert.True(order is { Consents.Count: 1 } or { Holds.Count: 1 } or { RestrictedOn: not null }, "A change is lost.");
        }
        Assert.Equal(certified.Count, (await app.Rows(Ledger.TableName)).Count);
        await AssertNoDestructionIsOpen();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_message_that_was_restricted_in_time_stays(int seed)
    {
        var messages = new List<Id>();
        for (var each = 0; each < Many; each++)
            messages.Add(await app.NewMessage());
        app.Clock.Move(TimeSpan.FromDays(6 * 366));

        Interleave(seed);
        var moments = new Moments(seed, calls: 8);
        var sweep = During(moments, Elsewhere(seed, moments).The<Sweep>().Run("sweep", None));
        var restricted = await Task.WhenAll(messages.Select(async id =>
        {
            await moments.Next();
            return await app.The<ContactMessages>().Change(id, message => message with { RestrictedOn = app.Today }, None);
        }));
        Assert.Empty((await sweep).Unfinished);

        var (found, certified) = (await app.The<ContactMessages>().Find(messages, None), await app.Certified());
        foreach (var (id, kept) in messages.Zip(restricted.Select(message => message is not null)))
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
            var (order, scan) = await app.NewShippedOrder();
            things.AddRange([order, scan, await app.NewMessage()]);
        }
        app.Clock.Move(TimeSpan.FromDays(6 * 366));

        Interleave(seed);
        var erasure = Erase(Elsewhere(seed));
        Assert.Empty((await app.The<Sweep>().Run("sweep", None)).Unfinished);
        Assert.True(await erasure);

        var certified = await app.Certified();
        Assert.Equal(things.Order(), certified.Keys.Order());
        Assert.All(certified.Values, count => Assert.Equal(1, count));
        await AssertNothingIsLeft();
        await AssertTheChainHolds(certificates: (await app.Rows(Ledger.TableName)).Count);
    }

    [Fact]
    public async Task A_ledger_line_that_somebody_else_has_taken_up_is_not_withdrawn()
    {
        var (order, scan) = await app.NewShippedOrder();
        app.Clock.Move(TimeSpan.FromDays(60));
        var (spares, takenUp) = (new TaskCompletionSource(), new TaskCompletionSource());
        var sweeping = app.Beside();
        sweeping.Transport.After = async request =>
        {
            if (request.Method == RequestMethod.Post && IsLedger(request))
                await app.The<OrderStore>().Change(order, each => OrderRules.Consent(each, Yes()), None);
        };
        sweeping.Transport.Before = async request =>
        {
            if (request.Method != RequestMethod.Delete || !IsLedger(request))
                return;
            spares.TrySetResult();
            await takenUp.Task;
        };
        var sweep = sweeping.The<Sweep>().Run("sweep", None);
        await spares.Task;

        var erasing = app.Beside();
        var hasLine = false;
        erasing.Transport.Before = async request =>
        {
            if (IsLedger(request))
                hasLine = true;
            else if (hasLine && takenUp.TrySetResult())
                await sweep;
        };
        Assert.True(await Erase(erasing));

        Assert.Equal(1, (await app.Certified())[scan]);
        Assert.NotNull(await app.The<Ledger>().Find($"scan-{scan}", None));
        await AssertNothingIsLeft();

        static bool IsLedger(Request request) => request.Uri.Path.Contains($"/{Ledger.TableName}", StringComparison.Ordinal);
    }

    /// <returns>Whether the change came before the destruction: by what it saw when it was written.</returns>
    private async Task<bool> Change(Id order, Id scan, string change, Moments moments)
    {
        await moments.Next();
        var inTime = false;
        await app.The<OrderStore>().Change(
            order,
            each =>
            {
                inTime = each.Scan(scan) is not null;
                return change switch
                {
                    "consent" => OrderRules.Consent(each, Yes()),
                    "hold" => OrderRules.PlaceHold(each, new(Id.New(app.Clock.GetUtcNow()), "claim", app.Today), app.Today),
                    _ => each with { RestrictedOn = app.Today },
                };
            },
            None);
        return inTime;
    }

    private ConsentGiven Yes()
    {
        var now = app.Clock.GetUtcNow();
        return new(Id.New(now), Purpose.KeepScan, ConsentAnswer.Yes, Channel.Link, "nl", "1", now, "client");
    }
}
