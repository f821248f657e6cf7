using Azure.Storage.Blobs.Specialized;
using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

/// <summary>Nights with one thing due, beside what must stay.</summary>
public sealed class SweepDiesTests(MortalApp app, ITestOutputHelper output) : IClassFixture<MortalApp>
{
    private readonly List<DueRow> leftByChanges = [];
    private Order stays = null!;

    [Fact]
    public Task Messages() => Sweep("sweep messages", StoredState.OfMessages, atLeast: 10, beside: Restricted, prepare: async life =>
    {
        var name = At(2021, 11, 22);
        ContactMessage[] messages = [await Given.Message(life, name), await Given.Message(life, name)];
        return new([.. messages.Select(message => $"{message.Item}")]);
    });

    [Fact]
    public Task A_scan_of_an_order_that_stays() => Sweep("sweep a scan", StoredState.OfOrders, atLeast: 18, beside: Consented, prepare: async life =>
    {
        var order = await Given.OrderWithScan(life, At(2024, 1, 1), Shipped);
        return new([$"scan|{order.Scans[0].Id}"], Remains: order);
    });

    [Fact]
    public Task A_scan_with_a_copy_on_disk() => Sweep("sweep a scan with a disk copy", StoredState.OfOrders, atLeast: 18, prepare: async life =>
    {
        var order = await Given.OrderWithScan(life, At(2024, 1, 1), Shipped, Given.Copy(Day(2024, 1, 1), "Disk 1"));
        return new([], Waits: $"scan|{order.Scans[0].Id}", Remains: order);
    });

    [Fact]
    public Task An_order_without_scans() => Sweep("sweep an order", StoredState.OfOrders, atLeast: 15, beside: Held, prepare: async life =>
    {
        var order = await Given.Order(life, At(2021, 11, 22));
        return new([$"order|{order.Id}"]);
    });

    [Fact]
    public Task An_order_that_goes_with_its_scan() => Sweep("sweep an order with its scan", StoredState.OfOrders, atLeast: 28, prepare: async life =>
    {
        var order = await Given.OrderWithScan(life, At(2021, 11, 22), Shipped);
        return new([$"scan|{order.Scans[0].Id}", $"order|{order.Id}"]);
    });

    [Fact]
    public Task An_upload_that_nobody_came_back_to() => Sweep("sweep an upload", StoredState.OfAll, atLeast: 12, beside: Consented, prepare: async life =>
    {
        At(2026, 1, 1);
        var upload = await life.Get<UploadStore>().Create(stays, new(stays.Id, "buik.stl", null, "filename YnVpaw=="), 1000, default);
        await app.Scans.GetBlockBlobClient($"{stays.Id}/{upload.BlobName}")
            .StageBlockAsync(new Block(0, 1, Given.File.Length).Id, new MemoryStream(Given.File));
        return new([$"upload|{upload.Id}"]);
    });

    [Fact]
    public Task A_blob_that_no_order_knows() => Sweep("sweep an unclaimed blob", StoredState.OfAll, atLeast: 12, beside: Consented, prepare: async life =>
    {
        var blob = $"loose/{At(2026, 1, 1)}.stl";
        await app.Scans.GetBlobClient(blob).UploadAsync(BinaryData.FromBytes(Given.File));
        await new RecordScan(life.Get<ScanRecorder>(), life.Get<TimeProvider>()).Run(life.Get<ScanBlobs>().Blob(blob), default);
        return new([$"blob|{(await StoredState.Rows(app, "Unclaimed")).Single().PartitionKey}"]);
    });

    [Fact]
    public Task Due_rows_that_changes_left() => Sweep("sweep stale due rows", StoredState.OfAll, atLeast: 8, beside: async life =>
    {
        await Restricted(life);
        await Held(life);
        await Consented(life);
    },
    prepare: async life =>
    {
        await Task.WhenAll(leftByChanges.Select(row => life.Get<DueIndex>().Put(row, default)));
        return new([]);
    });

    private async Task Sweep(
        string operation, IReadOnlyList<string> tables, int atLeast, Func<Life, Task<Night>> prepare, Func<Life, Task>? beside = null)
    {
        StoredState before = null!;
        await new EveryPoint<Night>(app, output, operation)
        {
            Tables = tables,
            Beside = async life =>
            {
                app.MoveTo(Day(2025, 1, 1));
                await (beside ?? (_ => Task.CompletedTask))(life);
                app.MoveTo(MortalApp.Start);
                before = await StoredState.Read(app, tables);
            },
            Prepare = async life =>
            {
                var night = await prepare(life);
                app.MoveTo(MortalApp.Start);
                return night;
            },
            Act = async (life, _) => Assert.True((await life.Get<Sweep>().Run("sweep", default)).Complete),
            Check = async (state, night) =>
            {
                await Proven.Gone(app, state, night.Goes, night.Waits);
                Assert.Equal([.. before.Kept.Concat(night.Remains is null ? [] : [$"order|{night.Remains.Id}"]).Order()], state.Kept.Order());
                Assert.Equal(before.Blobs, state.Blobs);
                if (night.Remains is not null)
                    await Given.Remove(app, night.Remains);
            },
        }.Try(atLeast);
        await Proven.Whole(app);
    }

    private async Task Restricted(Life life)
    {
        var message = await Given.Message(life, "restricted@example.nl");
        await life.Get<ContactMessages>().Change(message.Id, message => message with { RestrictedOn = new(2025, 1, 2) }, default);
        leftByChanges.AddRange([new(new(2026, 1, 1), message.Item, 0), new(new(2026, 1, 2), message.Item, 1)]);
    }

    private async Task Held(Life life)
    {
        var order = await Given.OrderWithScan(life, "held@example.nl", order => Shipped(order) with
        {
            Holds = [new(order.Id, "A claim", new(2028, 3, 1))],
        });
        leftByChanges.Add(new(new(2026, 1, 3), order.Due.Item, 0));
    }

    private async Task Consented(Life life)
    {
        stays = await Given.OrderWithScan(life, "consented@example.nl", order => Shipped(order) with
        {
            Consents = [new(order.Id, Purpose.KeepScan, ConsentAnswer.Yes, Channel.Paper, "nl", "1", MortalApp.Start, "staff")],
        });
        leftByChanges.Add(new(new(2026, 1, 4), stays.Due.Item, 0));
    }

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 6, 0, 0, TimeSpan.Zero);

    private static Order Shipped(Order order) => order with { ShippedOn = order.OpenedOn };

    /// <summary>Goes back to a day, and to somebody of that day.</summary>
    private string At(int year, int month, int day)
    {
        app.MoveTo(Day(year, month, day));
        return app.NewAddress();
    }

    /// <param name="Goes">What is due, as kind and id.</param>
    /// <param name="Waits">The scan with a copy on disk.</param>
    /// <param name="Remains">The order of the scan that goes or waits.</param>
    private sealed record Night(IReadOnlyList<string> Goes, string? Waits = null, Order? Remains = null);
}
