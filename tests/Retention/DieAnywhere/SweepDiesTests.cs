using Azure.Storage.Blobs.Specialized;
using WelWee3D.Consent;
using WelWee3D.Contact;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Scans;
using WelWee3D.Scans.Uploads;
using WelWee3D.Storage;
using Xunit.Abstractions;

namespace WelWee3D.Tests.Retention.DieAnywhere;

/// <summary>One night with something of every kind due, beside what must stay.</summary>
public sealed class SweepDiesTests(MortalApp app, ITestOutputHelper output) : IClassFixture<MortalApp>, IAsyncLifetime
{
    private readonly List<DueRow> leftByChanges = [];
    private Order stays = null!;
    private StoredState before = null!;

    public async Task InitializeAsync()
    {
        await using var life = app.Live();
        app.MoveTo(Day(2025, 1, 1));
        var restricted = await Message(life, "restricted@example.nl");
        await life.Get<ContactMessages>().Change(restricted.Id, message => message with { RestrictedOn = new(2025, 1, 2) }, default);
        leftByChanges.Add(new(new(2026, 1, 1), restricted.Item, 0));
        leftByChanges.Add(new(new(2026, 1, 2), restricted.Item, 1));
        var held = await Given.OrderWithScan(life, "held@example.nl", order => Shipped(order) with
        {
            Holds = [new(order.Id, "A claim", new(2028, 3, 1))],
        });
        leftByChanges.Add(new(new(2026, 1, 3), held.Due.Item, 0));
        stays = await Given.OrderWithScan(life, "consented@example.nl", order => Shipped(order) with
        {
            Consents = [new(order.Id, Purpose.KeepScan, ConsentAnswer.Yes, Channel.Paper, "nl", "1", MortalApp.Start, "staff")],
        });
        leftByChanges.Add(new(new(2026, 1, 4), stays.Due.Item, 0));
        app.MoveTo(MortalApp.Start);
        before = await StoredState.Read(app);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_next_sweep_finishes_what_died_anywhere()
    {
        await new EveryPoint<Night>(app, output, "sweep")
        {
            Prepare = NewNight,
            Act = async (life, _) => Assert.True((await life.Get<Sweep>().Run("sweep", default)).Complete),
            Check = async (state, night) =>
            {
                await Proven.Gone(app, state, night.Goes, night.Waits);
                Assert.Equal([.. before.Kept.Append($"order|{night.Remains}").Order()], state.Kept.Order());
                Assert.Equal(before.Blobs, state.Blobs);
                await Remove(night.Remains);
            },
        }.TryOnce(atLeast: 80);
        await Proven.Whole(app);
    }

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 6, 0, 0, TimeSpan.Zero);

    private static Order Shipped(Order order) => order with { ShippedOn = order.OpenedOn };

    private static async Task<ContactMessage> Message(Life life, string email)
    {
        var now = life.Get<TimeProvider>().GetUtcNow();
        var message = ContactMessage.From(new ContactForm { Name = "Eva", Email = email, Message = "Hallo!" }, Id.New(now), now) with { Source = "phone" };
        Assert.True(await life.Get<ContactMessages>().Add(message, default));
        return message;
    }

    private async Task<Night> NewNight(Life life)
    {
        var name = app.NewAddress();
        app.MoveTo(Day(2021, 11, 22));
        ContactMessage[] messages = [await Message(life, name), await Message(life, name)];
        var goes = await Given.OrderWithScan(life, name, Shipped);
        app.MoveTo(Day(2024, 1, 1));
        var remains = await Given.OrderWithScan(life, name, Shipped, Given.Copy(Day(2024, 1, 1), "Disk 1"));
        app.MoveTo(Day(2026, 1, 1));
        await app.Scans.GetBlobClient($"loose/{name}.stl").UploadAsync(BinaryData.FromBytes(Given.File));
        await new RecordScan(life.Get<ScanRecorder>(), life.Get<TimeProvider>())
            .Run(life.Get<ScanBlobs>().Blob($"loose/{name}.stl"), default);
        var upload = await life.Get<UploadStore>().Create(stays, new(stays.Id, "buik.stl", null, "filename YnVpaw=="), 1000, default);
        await app.Scans.GetBlockBlobClient($"{stays.Id}/{upload.BlobName}")
            .StageBlockAsync(new Block(0, 1, Given.File.Length).Id, new MemoryStream(Given.File));
        foreach (var row in leftByChanges)
            await life.Get<DueIndex>().Put(row, default);
        app.MoveTo(MortalApp.Start);

        var blob = (await StoredState.Rows(app, "Unclaimed")).Single().PartitionKey;
        return new(
            [
                .. messages.Select(message => $"{message.Item}"), $"order|{goes.Id}", $"scan|{goes.Scans[0].Id}", $"upload|{upload.Id}", $"blob|{blob}",
            ],
            $"scan|{remains.Scans[0].Id}", remains.Id);
    }

    // Its five years are not over: the next night is without it.
    private async Task Remove(Id order)
    {
        await using var life = app.Live();
        await life.Get<OrderStore>().Delete(order, _ => true, default);
    }

    /// <param name="Goes">What is due, as kind and id.</param>
    /// <param name="Waits">The scan with a copy on disk.</param>
    /// <param name="Remains">The order of that scan.</param>
    private sealed record Night(IReadOnlyList<string> Goes, string Waits, Id Remains);
}
