namespace WelWee3D.Tests.Quotes;

public sealed class MakeQuoteTests(QuotesWorld http) : IClassFixture<QuotesWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task It_keeps_each_rate_with_the_day_on_which_it_held_and_adds_up_what_is_paid()
    {
        var order = await world.Given.Order(agreed: order => order with { Client = order.Client with { Address = new("Keizersgracht 1", null, "1015 AA", "Amsterdam", "NL") } });

        using var answer = await http.Make(order, QuotesWorld.Usual);
        var quote = await answer.Content.ReadFromJsonAsync<JsonElement>();
        using var read = await http.Staff.GetAsync(answer.Headers.Location);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (answer.StatusCode, read.StatusCode));
        Assert.Matches("^20[0-9]{2}-[0-9]{4,}$", Text(quote, "number"));
        Assert.Equal(("draft", "Anna de Vries", world.Today.Iso(), world.Today.AddDays(30).Iso()), (Text(quote, "state"), Text(quote, "name"), Text(quote, "madeOn"), Text(quote, "validUntil")));
        Assert.Equal(17_080, quote.GetProperty("totalInCents").GetInt64());
        Assert.All(quote.GetProperty("lines").EnumerateArray(), line => Assert.Equal(world.Today.Iso(), Text(line, "vatRateOn")));
        Assert.Equal([(21, 2586L), (9, 180L)], quote.GetProperty("vat").EnumerateArray().Select(vat => (vat.GetProperty("rate").GetInt32(), vat.GetProperty("vatInCents").GetInt64())));
        Assert.Equal("quote", Text(quote.GetProperty("retention"), "rule"));
        Assert.Equal(quote.GetRawText(), await read.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var order = await world.Given.Order();

        using var answer = await http.Make(order, new
        {
            lines = new object[]
            {
                new { description = " ", quantity = 0, amountInCents = 1_000_001, vatRate = 6 },
                new { description = "Beeldje\nmet voet", quantity = 1001, amountInCents = 1, vatRate = 21 },
                new { quantity = 1 },
            },
            validUntil = world.Today.AddDays(-1),
            oneStopShop = true,
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            [
                "lines[0].description", "lines[0].quantity", "lines[0].amountInCents", "lines[0].vatRate", "lines[1].description", "lines[1].quantity",
                "lines[2].description", "lines[2].amountInCents", "lines[2].vatRate", "validUntil", "oneStopShop",
            ], await Fields(answer));
    }

    [Theory]
    [InlineData("""{}""", "lines")]
    [InlineData("""{"lines": []}""", "lines")]
    [InlineData("""{"lines": [{"description": "Korting", "quantity": 1, "amountInCents": -1, "vatRate": 21}]}""", "lines")]
    [InlineData("""{"lines": [{"description": "Beeldje", "quantity": 1, "amountInCents": 1, "vatRate": 21}], "validUntil": "2999-01-01"}""", "validUntil")]
    [InlineData("""{"lines": [{"description": "Beeldje", "quantity": 1.5, "amountInCents": 1, "vatRate": 21}]}""", "lines[0].quantity")]
    [InlineData("""{"lines": [{"description": "Beeldje", "quantity": 1, "amountInCents": 1, "vatRate": 21, "colour": "rood"}]}""", "lines[0].colour")]
    public async Task What_cannot_be_offered_is_refused_by_its_field(string body, string field)
    {
        using var answer = await http.Make(await world.Given.Order(), JsonDocument.Parse(body).RootElement);

        Assert.InRange((int)answer.StatusCode, 400, 422);
        Assert.Equal([field], await Fields(answer));
    }

    [Fact]
    public async Task Twenty_lines_of_two_hundred_signs_each_are_kept_whole()
    {
        var line = new { description = new string('€', 200), quantity = 1000, amountInCents = 1_000_000, vatRate = 21 };

        var quote = await http.Made(await world.Given.Order(), new { lines = Enumerable.Repeat(line, 20) });
        using var more = await http.Make(await world.Given.Order(), new { lines = Enumerable.Repeat(line, 21) });

        Assert.Equal(20_000_000_000, quote.GetProperty("totalInCents").GetInt64());
        Assert.Equal(["lines"], await Fields(more));
    }

    [Fact]
    public async Task Repeated_under_its_key_there_is_one_and_another_under_it_is_refused()
    {
        var (order, other) = (await world.Given.Order(), await world.Given.Order());

        using var first = await http.Make(order, QuotesWorld.Usual, "once");
        using var again = await http.Make(order, QuotesWorld.Usual, "once");
        using var changed = await http.Make(order, new { lines = QuotesWorld.Lines, validUntil = world.Today.AddDays(3) }, "once");
        using var ofAnother = await http.Make(other, QuotesWorld.Usual, "once");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal([IdempotencyKey.Header], await Fields(changed));
        Assert.Equal(HttpStatusCode.Created, ofAnother.StatusCode);
        Assert.Equal(1, await http.Quotes.OfOrder(order.Id, default).CountAsync());
    }

    [Fact]
    public async Task The_rate_is_that_of_the_country_under_the_one_stop_shop_scheme()
    {
        var order = await world.Given.Order(agreed: order => order with { Client = order.Client with { Address = new("Hauptstraße 1", null, "10115", "Berlin", "DE") } });
        object Of(int rate) => new { lines = new[] { new { description = "Beeldje", quantity = 1, amountInCents = 11_900, vatRate = rate } }, oneStopShop = true };

        using var ours = await http.Make(order, Of(21));
        var theirs = await http.Made(order, Of(19));

        Assert.Equal(["lines[0].vatRate"], await Fields(ours));
        Assert.Equal(1_900, theirs.GetProperty("vat")[0].GetProperty("vatInCents").GetInt64());
    }

    [Fact]
    public async Task Nothing_is_offered_for_an_order_that_is_cancelled_restricted_or_not_there()
    {
        var cancelled = await world.Given.Order(agreed: order => order with { CancelledOn = world.Today });
        var restricted = await world.Given.Order(agreed: order => order with { RestrictedOn = world.Today });

        using var first = await http.Make(cancelled, QuotesWorld.Usual);
        using var second = await http.Make(restricted, QuotesWorld.Usual);
        using var third = await http.Make(Make.Order(world.Now), QuotesWorld.Usual);

        Assert.Equal(["cancelledOn"], await Fields(first));
        Assert.Equal(["restrictedOn"], await Fields(second));
        Assert.Equal(HttpStatusCode.NotFound, third.StatusCode);
    }

    [Fact]
    public async Task No_quote_is_left_when_its_order_goes()
    {
        var order = await world.Given.Order(agreed: order => order with { OpenedOn = world.Today.AddYears(-5).AddMonths(3) });

        using var tooLate = await http.Make(order, new { lines = QuotesWorld.Lines, validUntil = world.Today.AddMonths(2) });
        using var inTime = await http.Make(order, new { lines = QuotesWorld.Lines, validUntil = world.Today.AddDays(20) });

        Assert.Equal(["validUntil"], await Fields(tooLate));
        Assert.Equal(HttpStatusCode.Created, inTime.StatusCode);
    }

    [Fact]
    public async Task They_are_listed_by_order_and_by_year_the_newest_first()
    {
        var order = await world.Given.Order();
        var (one, two) = (await http.Made(order), await http.Made(order));

        var ofOrder = await http.Staff.GetFromJsonAsync<JsonElement>($"api/orders/{order.Id}/quotes");
        var ofYear = await http.Staff.GetFromJsonAsync<JsonElement>($"api/quotes?year={world.Today.Year}&limit=1");
        var next = await http.Staff.GetFromJsonAsync<JsonElement>($"api/quotes?limit=100&continuation={Text(ofYear, "continuation")}");
        var another = await http.Staff.GetFromJsonAsync<JsonElement>("api/quotes?year=1999");
        using var none = await http.Staff.GetAsync("api/quotes?year=99");

        Assert.Equal([Text(two, "id"), Text(one, "id")], Ids(ofOrder));
        Assert.Single(Ids(ofYear));
        Assert.Contains(Text(one, "id"), Ids(ofYear).Concat(Ids(next)));
        Assert.Empty(Ids(another));
        Assert.Equal(["year"], await Fields(none));
    }

    [Fact]
    public async Task Those_of_an_order_come_a_page_at_a_time()
    {
        var order = await world.Given.Order();
        var (one, two) = (await http.Made(order), await http.Made(order));
        var path = $"api/orders/{order.Id}/quotes?limit=1";

        var first = await http.Staff.GetFromJsonAsync<JsonElement>(path);
        var second = await http.Staff.GetFromJsonAsync<JsonElement>($"{path}&continuation={Text(first, "continuation")}");
        using var garbage = await http.Staff.GetAsync($"{path}&continuation={Text(one, "id")}");
        using var none = await http.Staff.GetAsync($"api/orders/{order.Id}/quotes?limit=101");

        Assert.Equal((Text(two, "id"), Text(one, "id")), (Assert.Single(Ids(first)), Assert.Single(Ids(second))));
        Assert.False(second.TryGetProperty("continuation", out var last) && last.ValueKind != JsonValueKind.Null);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (garbage.StatusCode, none.StatusCode));
        Assert.Equal(["continuation", "limit"], [.. await Fields(garbage), .. await Fields(none)]);
    }

    [Fact]
    public async Task What_may_only_be_stored_only_the_officer_sees()
    {
        var order = await world.Given.Order(world.Given.NewAddress());
        var quote = await http.Sent(order);
        await world.Restrict(world.Get<OrderStore>().SubjectsOf(order));

        using var staff = await http.Staff.GetAsync($"api/quotes/{Text(quote, "id")}");
        using var send = await http.Send(quote);
        using var withdraw = await http.Withdraw(quote);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/quotes/{Text(quote, "id")}");
        request.Headers.Add(StatedReason.Header, HttpWorld.Reason);
        using var officer = await http.Officer.SendAsync(request);
        var listed = await http.Staff.GetFromJsonAsync<JsonElement>("api/quotes?limit=100");

        Assert.All([staff, send, withdraw], answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        Assert.Equal(HttpStatusCode.OK, officer.StatusCode);
        Assert.DoesNotContain(Text(quote, "id"), Ids(listed));
    }

    private static IEnumerable<string> Ids(JsonElement list) => list.GetProperty("items").EnumerateArray().Select(item => Text(item, "id"));

    private static string Text(JsonElement of, string name) => QuotesWorld.Text(of, name);

    private static async Task<string[]> Fields(HttpResponseMessage answer) =>
        [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(error => error.Name)];
}
