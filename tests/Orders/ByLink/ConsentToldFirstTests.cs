using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Orders.ByLink;

/// <summary>A client's page tells of each answer which scan would go earlier by it, and no button of it has anything else go soon.</summary>
public sealed class ConsentToldFirstTests() : OwnWorld(new() { ServesHttp = true, At = new(2026, 12, 28, 9, 0, 0, TimeSpan.FromHours(1)) })
{
    private static readonly DateOnly Scanned = new(2022, 1, 5);

    [Theory]
    [InlineData("nl", "Zeg je ja, dan gaat dit eerder weg dan nu:", "weg in de eerste nacht die komt")]
    [InlineData("en", "If you say yes, this goes earlier than it would now:", "gone in the first night to come")]
    public async Task To_agree_tells_it_too_where_five_years_after_the_scan_are_sooner(string language, string told, string night)
    {
        var order = await Shipped();

        var page = await Page(order, $"?language={language}");
        using var untold = await Press(order, [.. Button(page, "keep-scan", "yes").Where(field => field.Key is not ("told" or "destroysNow"))]);
        using var pressed = await Press(order, Button(page, "keep-scan", "yes"));

        var card = Card(page, "keep-scan");
        Assert.All([told, night], words => Assert.Contains(words, card[..card.IndexOf("<button", StringComparison.Ordinal)], StringComparison.Ordinal));
        Assert.DoesNotContain("told", Button(page, "keep-scan", "no").Keys);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.SeeOther), (untold.StatusCode, pressed.StatusCode));
        Assert.True((await Found(order)).Retention(order.Scans[0], new(7), world.Today).IsDue(world.Today));
    }

    [Fact]
    public async Task To_say_no_tells_it_too()
    {
        var order = await world.Given.Change(await world.Given.OrderWithScan(), each => each with { Consents = [] });

        var page = await Page(order);
        using var pressed = await Press(order, Button(page, "make-figurine", "no"));

        Assert.Contains("zeg je nee, dan gaat dit eerder weg dan nu:", Card(page, "make-figurine"), StringComparison.Ordinal);
        Assert.Contains($"weg in de nacht van {LetterBody.Day(world.Today.AddMonths(2).AddDays(-8), "nl")}", Card(page, "make-figurine"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, pressed.StatusCode);
    }

    [Fact]
    public async Task A_script_that_says_it_knows_needs_to_say_no_more()
    {
        using var client = HttpWorld.Client(world);
        var order = await Shipped();
        var answer = new { purpose = "keep-scan", answer = "yes", textVersion = "1", language = "nl" };

        var overview = await client.GetFromJsonAsync<JsonElement>(Link(order));
        using var untold = await client.PostAsJsonAsync(Link(order), answer);
        using var done = await client.PostAsJsonAsync(Link(order), new { answer.purpose, answer.answer, answer.textVersion, answer.language, destroysNow = true });

        var goes = Assert.Single(overview.GetProperty("purposes")[1].GetProperty("goesOnYes").EnumerateArray());
        Assert.Equal(("2027-01-05", "2026-12-28"), (goes.GetProperty("deadline").GetString(), goes.GetProperty("dueOn").GetString()));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), (untold.StatusCode, done.StatusCode));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2026-12-15")]
    public async Task A_page_that_told_nothing_or_a_later_night_is_refused_and_shown_anew(string? shipped)
    {
        var order = await Consented(shipped is null ? null : Amsterdam.Date(shipped));
        var stale = Button(await Page(order), "keep-scan", "withdrawn");
        await world.Given.Change(order, each => each with { ShippedOn = new(2026, 10, 20) });

        using var refused = await Press(order, stale);
        var consents = (await Found(order)).Consents;
        var anew = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        using var pressed = await Press(order, Button(anew, "keep-scan", "withdrawn"));

        Assert.Equal(shipped is not null, stale.ContainsKey("told"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Single(consents);
        Assert.Contains("er is intussen iets veranderd", anew, StringComparison.Ordinal);
        Assert.Contains("weg in de eerste nacht die komt", Card(anew, "keep-scan"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, pressed.StatusCode);
    }

    [Fact]
    public async Task A_page_of_yesterday_does_where_the_night_is_the_one_it_told()
    {
        var (shipped, open) = (await Consented(new(2026, 11, 10)), await world.Given.OrderWithScan(agreed: order => order with { Consents = [Make.Agreed(world.Now)] }));
        var (withdrawn, refused) = (Button(await Page(shipped), "keep-scan", "withdrawn"), Button(await Page(open), "make-figurine", "withdrawn"));

        world.MoveTo(world.Today.AddDays(1));
        using var first = await Press(shipped, withdrawn);
        using var second = await Press(open, refused);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
    }

    [Theory]
    [InlineData("nl", "Je bestelling is geannuleerd", "verstuurd, is van jou")]
    [InlineData("en", "Your order was cancelled", "The one that was sent is yours")]
    public async Task Of_an_order_that_was_cancelled_no_figurine_is_told_to_be_hers(string language, string told, string untold)
    {
        var order = await world.Given.OrderWithScan(agreed: order => order with { Consents = [Make.Agreed(world.Now)], CancelledOn = world.Today });

        var card = Card(await Page(order, $"?language={language}"), "make-figurine");

        Assert.Contains(told, card, StringComparison.Ordinal);
        Assert.DoesNotContain(untold, card, StringComparison.Ordinal);
    }

    /// <summary>Shipped long after she was scanned, with nothing said about keeping it.</summary>
    private async Task<Order> Shipped() => await world.Given.Change(
        await world.Given.OrderWithScan(agreed: order => order with { OpenedOn = Scanned }),
        each => each.With(each.Scans[0] with { ScannedOn = Scanned }) with { ShippedOn = new(2026, 11, 20) });

    private async Task<Order> Consented(DateOnly? shipped) => await world.Given.Change(
        await world.Given.OrderWithScan(agreed: order => order with { OpenedOn = new(2026, 9, 1), Consents = [Make.Consent(world.Now)] }),
        each => each.With(each.Scans[0] with { ScannedOn = new(2026, 9, 1) }) with { ShippedOn = shipped });

    private async Task<Order> Found(Order order) => (await world.Get<OrderStore>().Find(order.Id, default))!;

    private string Link(Order order) => world.Get<ConsentLinks>().To(order).AbsolutePath;

    private async Task<string> Page(Order order, string query = "")
    {
        using var answer = await Send(new(HttpMethod.Get, Link(order) + query));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> Press(Order order, IEnumerable<KeyValuePair<string, string>> fields) =>
        Send(new(HttpMethod.Post, Link(order)) { Content = new FormUrlEncodedContent(fields) });

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        using var client = HttpWorld.Client(world);
        request.Headers.TryAddWithoutValidation("Accept", ContactWorld.Browser);
        using (request)
            return await client.SendAsync(request);
    }

    private static string Card(string page, string purpose)
    {
        var from = page.IndexOf($"id=\"{purpose}\"", StringComparison.Ordinal);
        return page[from..page.IndexOf("</section>", from, StringComparison.Ordinal)];
    }

    /// <summary>What a browser sends for the button of an answer.</summary>
    private static Dictionary<string, string> Button(string page, string purpose, string answer) =>
        Regex.Matches(Card(page, purpose), "<form.*?</form>", RegexOptions.Singleline, TimeSpan.FromSeconds(1))
            .Select(form => Regex.Matches(form.Value, "name=\"(.*?)\" value=\"(.*?)\"", RegexOptions.None, TimeSpan.FromSeconds(1))
                .ToDictionary(field => field.Groups[1].Value, field => field.Groups[2].Value))
            .Single(fields => fields["answer"] == answer);
}
