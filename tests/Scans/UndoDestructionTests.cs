namespace WelWee3D.Tests.Scans;

public sealed class UndoDestructionTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task A_scan_destroyed_by_mistake_comes_back_whole_under_a_new_id_with_a_certificate_of_its_own()
    {
        var order = await world.Given.OrderWithScan();
        var certificate = await Destroyed(order);

        var back = await Read(await Undo(certificate, "Verkeerde knop"));

        var scan = Assert.Single((await Find(order)).Scans);
        Assert.Equal(($"{order.Id}", $"{scan.Id}"), (Text(back, "orderId"), Text(back, "id")));
        Assert.NotEqual(order.Scans[0].Id, scan.Id);
        Assert.Equal([$"{order.Id}/{scan.BlobName}"], await world.Storage.BlobNames($"{order.Id}/"));
        var file = await world.Storage.Scans.GetBlobClient($"{order.Id}/{scan.BlobName}").DownloadContentAsync();
        Assert.Equal(Make.File, file.Value.Content.ToArray());
        Assert.Equal("Verkeerde knop", (await Find(order)).History[^1].Reason);
        var own = await Newest();
        Assert.Equal((certificate, scan.Id), (own.Undone!.Certificate, own.Undone.Id));
        Assert.Empty(own.Items);
        Assert.DoesNotContain("knop", JsonSerializer.Serialize(own), StringComparison.Ordinal);
        Assert.True((await CertificateChain.Verify(world.Get<Certificates>().All(default))).Intact);
    }

    [Fact]
    public async Task It_is_read_anew_and_kept_as_long_as_it_would_have_been()
    {
        var order = await world.Given.OrderWithScan();
        await Undo(await Destroyed(order), "Verkeerde knop");

        var scan = (await Eventually.Find(async () => (await Find(order)).Scans.Single(), each => each.Facts is not null));

        Assert.Equal(order.Scans[0].Facts!.Sha256, scan.Facts!.Sha256);
        Assert.Equal(order.Scans[0].ScannedOn, scan.ScannedOn);
    }

    [Fact]
    public async Task Asked_again_it_is_the_same_scan_and_certificate()
    {
        var order = await world.Given.OrderWithScan();
        var certificate = await Destroyed(order);
        var once = await Read(await Undo(certificate, "Verkeerde knop"));
        var newest = (await Newest()).Number;

        var again = await Read(await Undo(certificate, "Verkeerde knop"));

        Assert.Equal(Text(once, "id"), Text(again, "id"));
        Assert.Equal(newest, (await Newest()).Number);
    }

    [Fact]
    public async Task One_that_has_no_certificate_yet_for_a_copy_of_it_is_on_a_disk_is_told_by_its_id()
    {
        var order = await world.Given.OrderWithScan(disks: ["SCHIJF-1"]);
        var former = order.Scans[0];
        await Destroy(former.Id);

        var back = await Read(await Undo(former.Id));
        var again = await Read(await Undo(former.Id));

        Assert.Equal(Text(back, "id"), Text(again, "id"));
        var scan = Assert.Single((await Find(order)).Scans);
        Assert.Equal([$"{order.Id}/{scan.BlobName}"], await world.Storage.BlobNames($"{order.Id}/"));
        var undone = await Newest();
        Assert.Equal(((int?)null, scan.Id), (undone.Undone!.Certificate, undone.Undone.Id));
        using var copy = await http.Staff.PostAsJsonAsync($"api/scans/{former.Id}/copies/{former.Copies[0].Id}/destroyed", new { });
        await Read(copy);
        Assert.Equal((former.Id, "SCHIJF-1"), ((await Newest()).Items[0].Id, (await Newest()).Copies[0].Disk));
        Assert.Equal(Text(back, "id"), Text(await Read(await Undo(await CertificateOf(former.Id), "Verkeerde knop")), "id"));
        Assert.Single((await Find(order)).Scans);
    }

    [Fact]
    public async Task Its_page_tells_that_the_destruction_waited_for_copies()
    {
        var order = await world.Given.OrderWithScan(disks: ["SCHIJF-1"]);
        await Destroy(order.Scans[0].Id);
        await Read(await Undo(order.Scans[0].Id));

        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/retention/certificates/{(await Newest()).Number}");
        request.Headers.Accept.ParseAdd("text/html");
        using var page = await http.Officer.SendAsync(request);

        Assert.Contains("wachtte op kopieën", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task What_to_bring_back_is_told_by_either(bool certificate, bool scan)
    {
        using var answer = await http.Officer.PostAsJsonAsync(
            "api/retention/undo", new { certificate = certificate ? 1 : (int?)null, scan = scan ? world.NewId() : (Id?)null, reason = "Verkeerde knop" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("only then", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_back_survives_a_replay_and_the_night()
    {
        var order = await world.Given.OrderWithScan();
        await Read(await Undo(await Destroyed(order), "Verkeerde knop"));

        Assert.True((await world.Get<Replay>().Run("officer", default)).Complete);
        Assert.True((await world.Get<Sweep>().Run(Decider.Sweep, default)).Complete);

        Assert.Single((await Find(order)).Scans);
    }

    [Fact]
    public async Task Destroyed_once_more_it_is_the_later_certificate_that_can_be_undone()
    {
        var order = await world.Given.OrderWithScan();
        var first = await Destroyed(order);
        await Read(await Undo(first, "Verkeerde knop"));
        var second = await Destroyed(await Find(order));

        Assert.Contains("later certificate", await Refused(first), StringComparison.Ordinal);
        await Read(await Undo(second, "Weer verkeerd"));
        Assert.Single((await Find(order)).Scans);
    }

    [Fact]
    public async Task What_would_go_again_at_once_needs_a_hold_and_then_its_date_can_be_set_right()
    {
        var order = await world.Given.OrderWithScan();
        await world.Given.Change(order, found => found with { OpenedOn = world.Today.AddMonths(-4), ShippedOn = world.Today.AddMonths(-3) });
        await world.Get<Sweep>().Run(Decider.Sweep, default);
        var certificate = await CertificateOf(order.Scans[0].Id);

        Assert.Contains("hold", await Refused(certificate), StringComparison.Ordinal);
        using var undone = await http.Officer.PostAsJsonAsync(
            "api/retention/undo", new { certificate, reason = "Verkeerde datum", hold = new { reason = "Datum uitzoeken", until = world.Today.AddDays(30) } });
        await Read(undone);
        using var shipped = await http.Staff.PostAsJsonAsync($"api/orders/{order.Id}/ship", new { shippedOn = world.Today.AddDays(-1), reason = "Juiste datum" });

        Assert.Equal(HttpStatusCode.OK, shipped.StatusCode);
        Assert.Equal("Datum uitzoeken", Assert.Single((await Find(order)).Holds).Reason);
    }

    [Fact]
    public async Task A_date_is_set_right_once_no_scan_is_gone_because_of_it()
    {
        var order = await GoneByDate(await world.Given.Scan(await world.Given.OrderWithScan()));

        Assert.Equal(HttpStatusCode.Conflict, await SetRight(order, order.Scans[1]));
        Assert.Equal(HttpStatusCode.OK, await SetRight(order, order.Scans[0]));
    }

    [Fact]
    public async Task An_order_of_before_that_was_kept_of_each_scan_has_its_date_set_right_when_that_last_scan_is_back()
    {
        var order = await GoneByDate(await world.Given.OrderWithScan());
        await world.Given.Change(order, found => found with { Settlements = [] });

        Assert.Equal(HttpStatusCode.OK, await SetRight(order, order.Scans[0]));
    }

    [Fact]
    public async Task And_not_when_another_scan_had_gone_before()
    {
        var order = await world.Given.OrderWithScan(agreed: order => order with { SettledOn = world.Today.AddDays(-10) });
        order = await GoneByDate(order);

        Assert.Equal(HttpStatusCode.Conflict, await SetRight(order, order.Scans[0]));
    }

    [Fact]
    public async Task Asked_again_it_is_the_same_scan_also_when_its_erasure_was_asked_for_since()
    {
        var order = await world.Given.OrderWithScan(world.Given.NewAddress());
        var certificate = await Destroyed(order);
        var once = await Read(await Undo(certificate, "Verkeerde knop"));
        await world.Given.Change(order, found => found with
        {
            Holds = [Make.Hold(world.Now, world.Today.AddYears(1))], ErasureRequestedOn = world.Today,
        });

        Assert.Equal(Text(once, "id"), Text(await Read(await Undo(certificate, "Verkeerde knop")), "id"));
    }

    [Fact]
    public async Task An_erasure_that_the_person_asked_for_is_not_undone()
    {
        var order = await world.Given.OrderWithScan("erased@example.nl");
        await world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(order), "officer", default);

        Assert.Contains("asked for", await Refused(await CertificateOf(order.Scans[0].Id)), StringComparison.Ordinal);
        Assert.Empty(await world.Storage.BlobNames($"{order.Id}/"));
    }

    [Fact]
    public async Task Nor_a_move_nor_what_is_no_scan_nor_an_undoing()
    {
        var (wrong, right) = (await world.Given.OrderWithScan(), await world.Given.Order());
        using var moved = await http.Staff.PostAsJsonAsync($"api/scans/{wrong.Scans[0].Id}/move", new { orderId = right.Id, reason = "Verwisseld" });
        var order = await world.Given.OrderWithScan();
        await Read(await Undo(await Destroyed(order), "Verkeerde knop"));
        var undoing = (await Newest()).Number;
        await world.Given.Message("gone@example.nl");
        await world.Get<Erasure>().Erase([world.Get<SubjectKeys>().OfEmail("gone@example.nl")], "officer", default);
        var message = (await Newest()).Number;

        Assert.Contains("moved", await Refused(await CertificateOf(wrong.Scans[0].Id)), StringComparison.Ordinal);
        Assert.Contains("undone", await Refused(undoing), StringComparison.Ordinal);
        Assert.Contains("Only a scan", await Refused(message), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_when_the_order_is_gone()
    {
        var order = await world.Given.OrderWithScan();
        var certificate = await Destroyed(order);
        await world.Get<OrderStore>().Delete(order.Id, _ => true, default);

        Assert.Contains("order", await Refused(certificate), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_comes_back_for_whoever_asked_for_its_erasure_since()
    {
        var order = await world.Given.OrderWithScan(world.Given.NewAddress());
        var certificate = await Destroyed(order);
        await world.Given.Change(order, found => found with
        {
            Holds = [Make.Hold(world.Now, world.Today.AddYears(1))], ErasureRequestedOn = world.Today,
        });

        Assert.Contains("erasure", await Refused(certificate), StringComparison.Ordinal);
        Assert.Empty((await Find(order)).Scans);
    }

    [Fact]
    public async Task Who_asks_says_why_and_is_the_privacy_officer()
    {
        var certificate = await Destroyed(await world.Given.OrderWithScan());

        using var without = await http.Officer.PostAsJsonAsync("api/retention/undo", new { certificate });
        using var byStaff = await http.Staff.PostAsJsonAsync("api/retention/undo", new { certificate, reason = "Verkeerde knop" });
        using var unknown = await http.Officer.PostAsJsonAsync("api/retention/undo", new { certificate = 99_999, reason = "Verkeerde knop" });
        using var unknownScan = await Undo(world.NewId());

        Assert.Equal(
            [HttpStatusCode.UnprocessableEntity, HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.NotFound],
            new[] { without, byStaff, unknown, unknownScan }.Select(answer => answer.StatusCode));
    }

    [Fact]
    public async Task Whatever_it_was_called_before_stays_known_however_often_it_comes_back()
    {
        var (wrong, order) = (await world.Given.OrderWithScan(), await world.Given.Order());
        using var moved = await http.Staff.PostAsJsonAsync($"api/scans/{wrong.Scans[0].Id}/move", new { orderId = order.Id, reason = "Verwisseld" });
        moved.EnsureSuccessStatusCode();
        var called = new List<Id> { wrong.Scans[0].Id };

        foreach (var _ in Enumerable.Range(0, 2))
        {
            called.Add((await Find(order)).Scans[0].Id);
            await Read(await Undo(await Destroyed(await Find(order)), "Verkeerde knop"));
        }

        Assert.Equal(called, Assert.Single((await Find(order)).Scans).FormerIds);
    }

    /// <summary>Shipped long ago, as if by mistake; its scans are gone.</summary>
    private async Task<Order> GoneByDate(Order order)
    {
        await world.Given.Change(order, found => found with { OpenedOn = world.Today.AddMonths(-4), ShippedOn = world.Today.AddMonths(-3) });
        await world.Get<Sweep>().Run(Decider.Sweep, default);
        return order;
    }

    /// <returns>What came of setting the shipping date right, once this scan was back under a hold.</returns>
    private async Task<HttpStatusCode> SetRight(Order order, Scan scan)
    {
        var hold = new { reason = "Datum uitzoeken", until = world.Today.AddDays(30) };
        using var undone = await http.Officer.PostAsJsonAsync(
            "api/retention/undo", new { certificate = await CertificateOf(scan.Id), reason = "Verkeerde datum", hold });
        await Read(undone);
        using var shipped = await http.Staff.PostAsJsonAsync($"api/orders/{order.Id}/ship", new { shippedOn = world.Today.AddDays(-1), reason = "Juiste datum" });
        return shipped.StatusCode;
    }

    private async Task<int> Destroyed(Order order)
    {
        await Destroy(order.Scans[0].Id);
        return await CertificateOf(order.Scans[0].Id);
    }

    private async Task Destroy(Id scan)
    {
        using var answer = await http.Staff.PostAsJsonAsync($"api/scans/{scan}/destroy", new { reason = "Vergissing", destroysNow = true });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<Certificate> Newest() => (await world.Get<Certificates>().NewestFirst(null, 1, default).FirstAsync()).Read();

    private async Task<int> CertificateOf(Id scan) =>
        (await world.Get<RecordTrace>().Destroyed(new(Kinds.Scan, scan), default))!.Certificate!.Number;

    private Task<HttpResponseMessage> Undo(int certificate, string reason) =>
        http.Officer.PostAsJsonAsync("api/retention/undo", new { certificate, reason });

    private Task<HttpResponseMessage> Undo(Id scan) =>
        http.Officer.PostAsJsonAsync("api/retention/undo", new { scan, reason = "Verkeerde knop" });

    private async Task<string> Refused(int certificate)
    {
        using var answer = await Undo(certificate, "Terug");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<Order> Find(Order order) => (await world.Get<OrderStore>().Find(order.Id, default))!;

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();}
