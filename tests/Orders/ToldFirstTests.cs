using WelWee3D.Tests.Contact;
using WelWee3D.Tests.Uploads;

namespace WelWee3D.Tests.Orders;

/// <summary>What cannot be undone is told first, and what was entered wrongly can be set right.</summary>
public sealed class ToldFirstTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    private DateOnly Today => world.Today;

    [Fact]
    public async Task A_late_shipping_date_is_told_with_what_would_go_and_when_until_the_caller_knows()
    {
        var order = await OldOrder();
        var shippedOn = Today.AddMonths(-2);

        using var told = await Post($"orders/{order.Id}/ship", new { shippedOn });
        var untouched = await world.Get<OrderStore>().Find(order.Id, default);
        using var done = await Post($"orders/{order.Id}/ship", new { shippedOn, destroysNow = true });

        var scan = Assert.Single(await WouldDestroy(told));
        Assert.Equal(("scan", $"{order.Scans[0].Id}"), (scan.GetProperty("kind").GetString(), scan.GetProperty("id").GetString()));
        Assert.Equal("scan-without-consent", scan.GetProperty("rule").GetString());
        Assert.True(DateOnly.Parse(scan.GetProperty("dueOn").GetString()!, null) <= Today);
        Assert.Null(untouched!.ShippedOn);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public async Task Soon_is_within_eight_days(int days, bool isSoon)
    {
        var order = await OldOrder();
        // Due so many days from now: eight days before two months are over.
        var shippedOn = Enumerable.Range(0, 100).Select(back => Today.AddDays(-back)).First(day => day.AddMonths(2).AddDays(-8) <= Today.AddDays(days));

        using var answer = await Post($"orders/{order.Id}/ship", new { shippedOn });

        Assert.Equal(shippedOn.AddMonths(2).AddDays(-8) > Today.AddDays(8) ? HttpStatusCode.OK : HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(isSoon, answer.StatusCode == HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task So_are_cancelling_withdrawing_lifting_a_hold_a_scan_of_long_ago_and_an_order_of_long_ago()
    {
        var (cancelled, refused, withdrawn, held, dated, rectified) = (
            await OldOrder(),
            await OldOrder(order => order with { Consents = [Make.Agreed(world.Now.AddMonths(-6))] }),
            await OldOrder(order => order with { ShippedOn = Today.AddMonths(-3), Consents = [Make.Consent(world.Now)] }),
            await OldOrder(order => order with { ShippedOn = Today.AddMonths(-3), Holds = [Make.Hold(world.Now, Today.AddYears(1))] }),
            await OldOrder(),
            await world.Given.Order());
        var scannedOn = Today.AddYears(-10);

        await Told(HttpMethod.Post, $"orders/{cancelled.Id}/cancel", new { cancelledOn = Today.AddMonths(-3) });
        await Told(HttpMethod.Put, $"orders/{refused.Id}/consents/make-figurine", new { answer = "withdrawn", channel = "phone", language = "nl", textVersion = "1", givenOn = Today.AddMonths(-3) });
        await Told(HttpMethod.Put, $"orders/{withdrawn.Id}/consents/keep-scan", new { answer = "withdrawn", channel = "phone", language = "nl", textVersion = "1" });
        await Told(HttpMethod.Delete, $"orders/{held.Id}/holds/{held.Holds[0].Id}", null);
        await Told(HttpMethod.Patch, $"scans/{dated.Scans[0].Id}", new { scannedOn });
        await Told(HttpMethod.Patch, $"orders/{rectified.Id}", new { openedOn = Today.AddYears(-6) });
        await Told(HttpMethod.Post, "orders", new { name = "Anna", email = "anna@example.nl", language = "nl", openedOn = Today.AddYears(-5) });
    }

    [Fact]
    public async Task And_an_upload_says_so_in_its_metadata()
    {
        var order = await world.Given.Order(agreed: order => order with { Consents = [Make.Agreed(world.Now)] });
        var scannedOn = Today.AddYears(-10).Iso();

        using var told = await Upload(order, $"scannedOn {Base64(scannedOn)}");
        using var known = await Upload(order, $"scannedOn {Base64(scannedOn)},destroysNow {Base64("true")}");
        using var nonsense = await Upload(order, $"destroysNow {Base64("yes")}");

        Assert.Single(await WouldDestroy(told));
        Assert.Equal(HttpStatusCode.Created, known.StatusCode);
        Assert.Equal(["destroysNow"], await nonsense.Faults());
    }

    [Theory]
    [InlineData("shipped")]
    [InlineData("consent withdrawn")]
    public async Task And_what_came_over_the_order_while_it_was_under_way_is_told_with_its_last_byte(string change)
    {
        var client = new TusClient(http);
        var order = await world.Given.Order(agreed: order => order with { OpenedOn = Today.AddYears(-1), Consents = [Make.Agreed(world.Now), Make.Consent(world.Now)] });
        var metadata = $"{TusClient.Metadata(order.Id)},scannedOn {Base64(Today.AddMonths(-6).Iso())}";
        using var begun = await client.Send(HttpMethod.Post, "api/uploads", null, ("Upload-Length", "100"), ("Upload-Metadata", metadata));
        var path = begun.Headers.Location!.AbsolutePath;
        await world.Given.Change(order, order => order with
        {
            ShippedOn = Today.AddMonths(-3),
            Consents = change == "shipped" ? [order.Consents[0]] : [.. order.Consents, Make.Consent(world.Now.AddSeconds(1), ConsentAnswer.Withdrawn)],
        });

        using var told = await client.Append(path, 0, new byte[100]);
        using var toldAgain = await client.Send(HttpMethod.Head, path);
        var untouched = await world.Get<OrderStore>().Find(order.Id, default);
        using var known = await client.Append(path, 100, [], ("Upload-Metadata", $"destroysNow {Base64("true")}"));

        Assert.Equal("scan", Assert.Single(await WouldDestroy(told)).GetProperty("kind").GetString());
        Assert.Equal(HttpStatusCode.Conflict, toldAgain.StatusCode);
        Assert.Empty(untouched!.Scans);
        Assert.Equal(HttpStatusCode.NoContent, known.StatusCode);
        Assert.Equal(100, (await client.OnlyScan(order.Id)).Bytes);
    }

    [Fact]
    public async Task A_shipping_date_that_no_scan_can_have_led_to_is_told_with_the_last_byte_of_the_only_one()
    {
        var client = new TusClient(http);
        var order = await world.Given.Order(agreed: order => order with { OpenedOn = Today.AddDays(-9), Consents = [Make.Agreed(world.Now)] });
        var path = await client.Create(order.Id, 100);
        await world.Given.Change(order, order => order with { ShippedOn = Today.AddDays(-8) });

        using var refused = await client.Append(path, 0, new byte[100]);
        await world.Given.Change(order, order => order with { ShippedOn = null });
        using var accepted = await client.Append(path, 100, []);

        Assert.Equal(["scannedOn"], await refused.Faults());
        Assert.Equal(HttpStatusCode.NoContent, accepted.StatusCode);
    }

    [Fact]
    public async Task An_order_is_not_cancelled_before_a_scan_of_it_was_made_nor_is_a_scan_made_after_that()
    {
        var order = await world.Given.OrderWithScan(agreed: order => order with { OpenedOn = Today.AddDays(-30) });
        var scan = order.Scans[0].Id;
        await world.Given.Change(order, found => found.With(found.Scans[0] with { ScannedOn = Today.AddDays(-10) }));

        using var early = await Post($"orders/{order.Id}/cancel", new { cancelledOn = Today.AddDays(-11) });
        using var cancelled = await Post($"orders/{order.Id}/cancel", new { cancelledOn = Today.AddDays(-9) });
        using var late = await http.Staff.PatchAsJsonAsync($"api/scans/{scan}", new { scannedOn = Today.AddDays(-8).Iso() });

        Assert.Equal(["cancelledOn"], await early.Faults());
        Assert.Equal(HttpStatusCode.OK, cancelled.StatusCode);
        Assert.Equal(["scannedOn"], await late.Faults());
    }

    [Fact]
    public async Task The_day_on_which_an_order_was_opened_is_set_right_with_a_reason()
    {
        var order = await world.Given.Order();

        using var answer = await http.Staff.PatchAsJsonAsync($"api/orders/{order.Id}", new { openedOn = Today.AddDays(-3).Iso(), reason = "Later ingevoerd" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            [("openedOn", "Later ingevoerd")],
            (await world.Get<OrderStore>().Find(order.Id, default))!.History.Select(each => (each.Field, each.Reason!)));
    }

    [Fact]
    public async Task Lifting_a_restriction_is_told_too()
    {
        const string email = "freed@example.nl";
        var message = await world.Given.Message(email, Today.AddYears(-5));
        await world.Restrict([world.Get<SubjectKeys>().OfEmail(email)]);

        using var told = await http.Officer.PostAsJsonAsync("api/subjects/restrict", new { email, lift = true });
        var still = (await world.Get<ContactMessages>().Find(message.Id, default))!.RestrictedOn;
        using var done = await http.Officer.PostAsJsonAsync("api/subjects/restrict", new { email, lift = true, destroysNow = true, toldBy = "phone", toldOn = Today.Iso() });

        Assert.Equal($"{message.Id}", Assert.Single(await WouldDestroy(told)).GetProperty("id").GetString());
        Assert.NotNull(still);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Null((await world.Get<ContactMessages>().Find(message.Id, default))!.RestrictedOn);
    }

    [Fact]
    public async Task A_date_that_cannot_be_is_refused_with_its_reason()
    {
        var opened = await world.Given.Order();
        var scanned = await world.Given.OrderWithScan(agreed: order => order with { OpenedOn = Today.AddYears(-1) });

        using var beforeOpening = await Post($"orders/{opened.Id}/ship", new { shippedOn = Today.AddYears(-1), destroysNow = true });
        using var beforeScan = await Post($"orders/{scanned.Id}/ship", new { shippedOn = Today.AddDays(-1) });
        using var cancelledBefore = await Post($"orders/{opened.Id}/cancel", new { cancelledOn = Today.AddDays(-1) });
        using var openedTomorrow = await Post("orders", new { name = "Anna", email = "anna@example.nl", language = "nl", openedOn = Today.AddDays(1) });

        Assert.All(
            [beforeOpening, beforeScan, cancelledBefore, openedTomorrow],
            answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Contains("openedOn", await beforeOpening.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_entered_wrongly_is_set_right_and_the_former_value_who_and_why_stay()
    {
        var order = await OldOrder();
        var scan = order.Scans[0].Id;

        using var shipped = await Post($"orders/{order.Id}/ship", new { shippedOn = Today.AddDays(-1) });
        using var corrected = await Post($"orders/{order.Id}/ship", new { shippedOn = Today, reason = "Bezorgbewijs" });
        using var dated = await Ask(HttpMethod.Patch, $"scans/{scan}", new { scannedOn = Today.AddDays(-3), reason = "Verkeerd jaar" });
        using var takenBack = await Post($"orders/{order.Id}/ship", new { shippedOn = (string?)null });

        Assert.All([shipped, corrected, dated, takenBack], answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var history = (await Json(takenBack)).GetProperty("history").EnumerateArray().ToList();
        Assert.Equal(
            [("shippedOn", Today.AddDays(-1).Iso(), "Bezorgbewijs"), ("shippedOn", Today.Iso(), null)],
            history.Select(each => (Text(each, "field")!, Text(each, "former")!, Text(each, "reason"))));
        Assert.All(history, each => Assert.NotEmpty(Text(each, "by")!));
        var ofScan = Assert.Single((await Json(dated)).GetProperty("history").EnumerateArray());
        Assert.Equal((order.Scans[0].ScannedOn.Iso(), "Verkeerd jaar"), (Text(ofScan, "former"), Text(ofScan, "reason")));
    }

    [Fact]
    public async Task What_was_destroyed_because_of_a_date_settles_it()
    {
        var order = await OldOrder();
        using var shipped = await Post($"orders/{order.Id}/ship", new { shippedOn = Today.AddMonths(-3), destroysNow = true });
        await world.Get<Sweep>().Run(Decider.Sweep, default);

        using var corrected = await Post($"orders/{order.Id}/ship", new { shippedOn = Today });

        Assert.Equal(HttpStatusCode.Conflict, corrected.StatusCode);
        Assert.Equal(["shippedOn"], await corrected.Faults());
    }

    /// <summary>An order of half a year ago, with a scan of then.</summary>
    private Task<Order> OldOrder(Func<Order, Order>? agreed = null) => world.Given.OrderWithScan(read: false, agreed: order =>
    {
        var old = order with { OpenedOn = Today.AddMonths(-6), Scans = [.. order.Scans.Select(scan => scan with { ScannedOn = Today.AddMonths(-6) })] };
        return agreed is null ? old : agreed(old);
    });

    private async Task Told(HttpMethod method, string path, object? body)
    {
        using var answer = await Ask(method, path, body);
        Assert.NotEmpty(await WouldDestroy(answer));
        Assert.Equal(["destroysNow"], await answer.Faults());
    }

    private static async Task<IReadOnlyList<JsonElement>> WouldDestroy(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return [.. (await Json(answer)).GetProperty("wouldDestroy").EnumerateArray()];
    }

    private Task<HttpResponseMessage> Post(string path, object body) => Ask(HttpMethod.Post, path, body);

    private async Task<HttpResponseMessage> Ask(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, $"api/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        return await http.Staff.SendAsync(request);
    }

    private async Task<HttpResponseMessage> Upload(Order order, string more)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/uploads");
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Length", "100");
        request.Headers.Add("Upload-Metadata", $"orderId {Base64($"{order.Id}")},filename {Base64("buik.stl")},{more}");
        return await http.Staff.SendAsync(request);
    }

    private static string Base64(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));

    private static async Task<JsonElement> Json(HttpResponseMessage answer) =>
        JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
