using WelWee3D.Tests.Contact;
using WelWee3D.Tests.Uploads;

namespace WelWee3D.Tests;

/// <summary>What one client costs, in requests to storage, from her first message to her last certificate: docs/performance.md reckons with it.</summary>
public sealed class ClientLifeCostTests : OwnWorld
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly List<(string Step, int Requests)> counted = [];

    [Fact]
    public async Task A_client_takes_no_more_requests_than_the_documentation_reckons_with()
    {
        var first = world.Today;
        await Count("message", () => world.Ask<SubmitContactForm>((function, request) => function.Run(request, None), ContactWorld.Fields));
        await Count("both letters", () => world.Function<SendLetters>().Run(new TimerInfo(), None));
        await Count("order", () => world.Ask<OpenOrder>(
            (function, request) => function.Run(request, None), new { name = "Anna", email = "anna@example.nl", phone = "06 12345678", language = "nl" }));
        var order = Assert.Single(await world.Get<OrderStore>().All(None).ToListAsync());
        await Count("upload", () => Upload(order.Id));
        var scan = (await world.Get<OrderStore>().Find(order.Id, None))!.Scans.Single();
        await Count("recording", () => world.Function<RecordScan>().Run(world.Storage.Scans.GetBlobClient($"{order.Id}/{scan.BlobName}"), None));
        await Count("shipping", () => world.Ask<ShipOrder>(
            (function, request) => function.Run(request, $"{order.Id}", None), new { shippedOn = world.Today.Iso() }));
        await Goes("scan", (await world.Get<OrderStore>().Find(order.Id, None))!.Due.On);
        await Goes("message and order", first.AddYears(5));

        Assert.Empty(await world.Get<OrderStore>().All(None).ToListAsync());
        var all = string.Join(", ", counted.Select(each => $"{each.Step} {each.Requests}"));
        Assert.True(all == Documented, all);
    }

    private const string Documented = "message 6, both letters 7, order 7, upload 27, recording 9, shipping 6, scan 33, message and order 33";

    private async Task Upload(Id order)
    {
        var created = await world.Ask<CreateUpload>((function, request) => function.Run(request, None), compose: request =>
        {
            request.Headers["Tus-Resumable"] = "1.0.0";
            request.Headers["Upload-Length"] = $"{Make.File.Length}";
            request.Headers["Upload-Metadata"] = TusClient.Metadata(order) + TusClient.Agreed;
        });
        var upload = created.Headers.Location.ToString().Split('/')[^1];
        var answer = await world.Ask<AppendToUpload>((function, request) => function.Run(request, upload, None), compose: request =>
        {
            request.Method = HttpMethods.Patch;
            request.Headers["Tus-Resumable"] = "1.0.0";
            request.Headers["Upload-Offset"] = "0";
            request.Send("application/offset+octet-stream", Make.File);
        });
        Assert.Equal(204, answer.StatusCode);
    }

    /// <summary>What the sweep of a day takes besides what it takes with nothing due.</summary>
    private async Task Goes(string what, DateOnly on)
    {
        world.MoveTo(on.AddDays(-1));
        await world.Get<Sweep>().Run(Decider.Sweep, None);
        var before = world.Calls.Count;
        await world.Get<Sweep>().Run(Decider.Sweep, None);
        var idle = world.Calls.Count - before;
        world.MoveTo(on);
        await Count(what, () => world.Get<Sweep>().Run(Decider.Sweep, None));
        counted[^1] = (what, counted[^1].Requests - idle);
    }

    private async Task Count(string step, Func<Task> work)
    {
        var before = world.Calls.Count;
        await work();
        counted.Add((step, world.Calls.Count - before));
    }
}
