using WelWee3D.Tests.Contact;
using WelWee3D.Tests.Uploads;

namespace WelWee3D.Tests.Scans;

public sealed class DestroyScanTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task A_scan_goes_at_once_with_its_proof_when_the_caller_knows_and_its_order_tells_why()
    {
        var order = await world.Given.OrderWithScan();
        var scan = order.Scans[0];

        using var told = await Destroy(scan.Id, new { reason = "Verkeerde bestelling" });
        var isStillThere = await world.Storage.Scans.GetBlobClient($"{order.Id}/{scan.BlobName}").ExistsAsync();
        var gone = await Read(await Destroy(scan.Id, new { reason = "Verkeerde bestelling", destroysNow = true }));
        var again = await Read(await Destroy(scan.Id, new { reason = "Verkeerde bestelling", destroysNow = true }));

        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        Assert.Equal(["destroysNow"], await told.Faults());
        Assert.True(isStillThere);
        Assert.False(gone.GetProperty("kept").GetBoolean());
        Assert.Equal("scan-destroyed-by-staff", gone.GetProperty("why").GetProperty("rule").GetString());
        Assert.True(gone.GetProperty("certificate").GetInt32() > 0);
        Assert.Equal(gone.GetRawText(), again.GetRawText());
        Assert.Empty(await world.Storage.BlobNames($"{order.Id}/"));
        var left = (await world.Get<OrderStore>().Find(order.Id, default))!;
        Assert.Empty(left.Scans);
        Assert.Equal([($"scans/{scan.Id}", "Verkeerde bestelling"), ($"scans/{scan.Id}/destroyed", null)], left.History.Select(each => (each.Field, each.Reason)));
        Assert.Equal((null, world.Today), (left.History[1].Former, Amsterdam.DateOf(left.History[1].At)));
        Assert.Null(left.SettledOn);
    }

    [Fact]
    public async Task Copies_on_disk_become_a_task()
    {
        var order = await world.Given.OrderWithScan(disks: ["SCHIJF-1"]);

        var gone = await Read(await Destroy(order.Scans[0].Id, new { reason = "Mislukt", destroysNow = true }));

        Assert.False(gone.TryGetProperty("certificate", out _));
        Assert.Single(gone.GetProperty("destructionTask").GetProperty("copies").EnumerateArray());
    }

    [Fact]
    public async Task Each_file_is_certified_with_its_own_hash()
    {
        var order = await world.Given.OrderWithScan();
        var beside = (await world.Given.File($"{order.Id}/{order.Scans[0].Id}.obj", "v 1 2 3"u8.ToArray())).Name;

        await Read(await Destroy(order.Scans[0].Id, new { reason = "Mislukt", destroysNow = true }));

        var line = (await world.Get<Ledger>().Find($"scan-{order.Scans[0].Id}", default))!.Line;
        Assert.Equal(
            new Dictionary<string, string?>
            {
                [$"{order.Id}/{order.Scans[0].BlobName}"] = order.Scans[0].Facts!.Sha256,
                [beside] = Convert.ToHexStringLower(SHA256.HashData("v 1 2 3"u8)),
            },
            line.Items[0].Files.ToDictionary(file => file.Name, file => file.Sha256));
    }

    [Fact]
    public async Task One_whose_file_is_still_coming_takes_that_with_it_and_never_comes_back()
    {
        var tus = new TusClient(http);
        var order = await tus.OpenOrder();
        var path = await tus.Create(order, Make.File.Length);
        var scan = Id.Parse(path.Split('/')[^1]);
        await HasAllBytesAndNoBlob(scan);

        await Read(await Destroy(scan, new { reason = "Mislukt", destroysNow = true }));
        using var asked = await tus.Send(HttpMethod.Head, path);

        Assert.Equal(HttpStatusCode.Gone, asked.StatusCode);
        Assert.Empty((await world.Get<OrderStore>().Find(order, default))!.Scans);
        Assert.Empty(await world.Storage.BlobNames($"{order}/"));
        Assert.Null(await world.Get<UploadStore>().Find(scan, default));
    }

    [Fact]
    public async Task One_whose_file_is_still_coming_does_not_move()
    {
        var tus = new TusClient(http);
        var (order, right) = (await tus.OpenOrder(), await world.Given.Order());
        var path = await tus.Create(order, Make.File.Length);
        await HasAllBytesAndNoBlob(Id.Parse(path.Split('/')[^1]));

        using var refused = await http.Staff.PostAsJsonAsync($"api/scans/{path.Split('/')[^1]}/move", new { orderId = $"{right.Id}", reason = "Verwisseld" });
        await tus.Resume(path, Make.File);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(Make.File, await tus.Content(order, await tus.OnlyScan(order)));
    }

    /// <summary>As whoever brought the last byte left it, and died before the bytes became a file.</summary>
    private async Task HasAllBytesAndNoBlob(Id upload)
    {
        var store = world.Get<UploadStore>();
        var found = (await store.Find(upload, default))!;
        await using var turn = (await store.TakeTurn(found, 0, counts: true))!;
        await world.Given.Stage(turn.Upload, Make.File);
        await world.Get<OrderStore>().Change(found.OrderId!.Value, order => order with { Scans = [.. order.Scans, found.Scan()] }, default);
    }

    [Fact]
    public async Task Nothing_else_of_its_order_goes_with_it_whatever_the_clock_says()
    {
        await using var own = await World.Start(new() { ClockLimits = ClockLimits.Usual });
        var order = await own.Given.Scan(await own.Given.OrderWithScan());
        Assert.True((await own.Get<Sweep>().Run(Decider.Sweep, default)).Complete);
        own.MoveTo(own.Today.AddYears(10));

        await own.Ask<DestroyScan>((function, request) => function.Run(request, $"{order.Scans[0].Id}", default), new { reason = "Mislukt", destroysNow = true });

        Assert.Equal([order.Scans[1].Id], (await own.Get<OrderStore>().Find(order.Id, default))!.Scans.Select(scan => scan.Id));
        Assert.False((await own.Get<Sweep>().Run(Decider.Sweep, default)).Complete);
    }

    [Fact]
    public async Task A_hold_keeps_it_until_that_ends()
    {
        var until = world.Today.AddYears(1);
        var order = await world.Given.OrderWithScan(agreed: order => order with { Holds = [Make.Hold(world.Now, until)] });

        using var told = await Destroy(order.Scans[0].Id, new { reason = "Mislukt" });
        var undecided = (await world.Get<OrderStore>().Find(order.Id, default))!.Scans[0];
        var kept = await Read(await Destroy(order.Scans[0].Id, new { reason = "Mislukt", destroysNow = true }));

        Assert.Equal([(until.AddDays(1).Iso(), "scan-destroyed-by-staff")], await WouldGo(told));
        Assert.Null(undecided.DestructionAskedOn);
        Assert.True(kept.GetProperty("kept").GetBoolean());
        Assert.Equal(until.AddDays(1).Iso(), kept.GetProperty("dueOn").GetString());
    }

    [Fact]
    public async Task What_is_due_already_or_was_decided_before_goes_no_sooner_than_the_caller_says_so()
    {
        var due = await world.Given.OrderWithScan(agreed: order => order with { OpenedOn = world.Today.AddYears(-1), ShippedOn = world.Today.AddMonths(-3) });
        var decided = await world.Given.OrderWithScan(agreed: order => order with { Holds = [Make.Hold(world.Now, world.Today.AddDays(30))] });
        await Read(await Destroy(decided.Scans[0].Id, new { reason = "Mislukt", destroysNow = true }));

        using var ofDue = await Destroy(due.Scans[0].Id, new { reason = "Mislukt" });
        using var ofDecided = await Destroy(decided.Scans[0].Id, new { reason = "Mislukt" });

        Assert.Equal([(world.Today.Iso(), "scan-destroyed-by-staff")], await WouldGo(ofDue));
        Assert.Equal([(world.Today.AddDays(31).Iso(), "scan-destroyed-by-staff")], await WouldGo(ofDecided));
        Assert.Null(Assert.Single((await world.Get<OrderStore>().Find(due.Id, default))!.Scans).DestructionAskedOn);
    }

    [Fact]
    public async Task An_order_that_stays_for_the_scan_alone_is_told_with_it()
    {
        var order = await world.Given.OrderKeptForItsScan();

        using var told = await Destroy(order.Scans[0].Id, new { reason = "Mislukt" });

        Assert.Equal(["scan-destroyed-by-staff", "order-with-longer-kept-scan"], (await WouldGo(told)).Select(each => each.Rule));
    }

    [Fact]
    public async Task A_file_that_is_no_scan_has_two_months_from_its_arrival_and_staff_may_remove_it_at_once()
    {
        var order = await world.Given.OrderWithScan(file: "no scan at all"u8.ToArray(), agreed: order => order with { Consents = [Make.Consent(world.Now)] });
        await world.Function<RecordScan>().Run(world.Storage.Scans.GetBlobClient($"{order.Id}/{order.Scans[0].BlobName}"), default);
        var rejected = (await world.Get<OrderStore>().Find(order.Id, default))!;

        Assert.Equal(world.Today.AddMonths(2).AddDays(-8), rejected.Due.On);
        Assert.False((await Read(await Destroy(order.Scans[0].Id, new { reason = "Geen scan", destroysNow = true }))).GetProperty("kept").GetBoolean());
    }

    [Theory]
    [InlineData("{}", "reason")]
    [InlineData("""{"reason":" "}""", "reason")]
    public async Task Why_is_asked(string body, string field)
    {
        var order = await world.Given.OrderWithScan();
        using var answer = await http.Staff.PostAsync($"api/scans/{order.Scans[0].Id}/destroy", new StringContent(body, null, "application/json"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal([field], await answer.Faults());
    }

    [Fact]
    public async Task What_never_was_cannot_be_destroyed()
    {
        using var answer = await Destroy(world.NewId(), new { reason = "Mislukt" });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private Task<HttpResponseMessage> Destroy(Id scan, object body) => http.Staff.PostAsJsonAsync($"api/scans/{scan}/destroy", body);

    private static async Task<(string? DueOn, string? Rule)[]> WouldGo(HttpResponseMessage told)
    {
        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        var problem = JsonSerializer.Deserialize<JsonElement>(await told.Content.ReadAsStringAsync());
        return [.. problem.GetProperty("wouldDestroy").EnumerateArray().Select(each => (each.GetProperty("dueOn").GetString(), each.GetProperty("rule").GetString()))];
    }

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"It answered {(int)answer.StatusCode}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
