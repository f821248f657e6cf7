using System.Net.Http.Headers;

namespace WelWee3D.Tests.Orders;

public sealed class OrderFunctionsTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task An_order_is_opened_and_found_with_the_derivation_of_its_deadline()
    {
        using var opened = await http.Staff.PostAsJsonAsync("api/orders", new
        {
            name = "Anna de Vries",
            email = "anna@example.nl",
            phone = "06 12345678",
            address = new { line1 = "Dam 1", postalCode = "1012 JS", city = "Amsterdam", country = "NL" },
            language = "nl",
        });

        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        var order = await http.Staff.GetFromJsonAsync<JsonElement>(opened.Headers.Location);
        Assert.Equal(new Uri(http.World.Address, $"api/orders/{Text(order, "id")}"), opened.Headers.Location);
        Assert.Equal("Anna de Vries", Text(order, "name"));
        Assert.Equal("1012 JS", Text(order.GetProperty("address"), "postalCode"));
        Assert.Equal(world.Today.Iso(), Text(order, "openedOn"));
        Assert.Empty(order.GetProperty("consents").EnumerateArray());
        Assert.Empty(order.GetProperty("holds").EnumerateArray());
        var retention = order.GetProperty("retention");
        Assert.Equal("order", Text(retention, "rule"));
        Assert.Equal(world.Today.Iso(), Text(retention, "start"));
        Assert.Equal("P5Y", Text(retention, "term"));
        Assert.Equal(world.Today.AddYears(5).Iso(), Text(retention, "deadline"));
    }

    [Fact]
    public async Task A_client_that_will_not_do_is_refused_field_by_field()
    {
        using var answer = await http.Staff.PostAsJsonAsync("api/orders", new { name = "", email = "anna", language = "de" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["name", "email", "language"], await Fields(answer));
    }

    [Theory]
    [InlineData(
        """{"name":5,"email":"anna","adress":{},"address":{"line1":" ","postalCode":"x","country":"nl","city":["a"]}}""", HttpStatusCode.BadRequest,
        "name,address.city,adress,email,address.line1,address.postalCode,language")]
    [InlineData(
        """{"name":"Anna","email":"anna","address":{"city":"Delft","city":"Delft","floor":1}}""", HttpStatusCode.UnprocessableEntity,
        "address.city,address.floor,email,address.line1,address.postalCode,address.country,language")]
    [InlineData("""{"address":"Dam 1"}""", HttpStatusCode.BadRequest, "address,name,email,language")]
    public async Task All_that_is_wrong_with_a_body_is_told_at_once(string body, HttpStatusCode status, string fields)
    {
        using var answer = await Send("POST", "api/orders", body);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(fields.Split(','), await Fields(answer));
    }

    [Theory]
    [InlineData("GET", "api/orders/0190f3a8c1d87abc8def0123456789ab")]
    [InlineData("GET", "api/orders/1")]
    [InlineData("POST", "api/orders/0190f3a8c1d87abc8def0123456789ab/ship", "{\"shippedOn\":\"2026-11-22\"}")]
    [InlineData("POST", "api/orders/x/cancel", "{\"cancelledOn\":\"2026-11-22\"}")]
    [InlineData("PATCH", "api/orders/0190f3a8c1d87abc8def0123456789ab", "{}")]
    [InlineData("DELETE", "api/orders/x/holds/x")]
    [InlineData("GET", "api/orders/0190f3a8c1d87abc8def0123456789ab/scans")]
    public async Task What_is_not_there_is_not_found(string method, string path, string? body = null)
    {
        using var answer = await Send(method, path, body);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("GET", "api/orders")]
    [InlineData("GET", "api/orders/0190f3a8c1d87abc8def0123456789ab")]
    public async Task Orders_are_for_staff(string method, string path)
    {
        using var unknown = await http.Anyone.SendAsync(new(new(method), path));
        using var forbidden = await http.Officer.SendAsync(new(new(method), path));

        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    [Fact]
    public async Task Shipping_is_repeated_without_harm_and_what_was_shipped_is_not_cancelled()
    {
        var order = await world.Given.Order();

        using var first = await Send("POST", $"api/orders/{order.Id}/ship", On("shippedOn", world.Today));
        using var second = await Send("POST", $"api/orders/{order.Id}/ship", On("shippedOn", world.Today));
        using var cancelled = await Send("POST", $"api/orders/{order.Id}/cancel", On("cancelledOn", world.Today));

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Conflict, cancelled.StatusCode);
        Assert.Equal(["cancelledOn"], await Fields(cancelled));
    }

    [Fact]
    public async Task The_answer_that_stands_for_each_purpose_is_shown()
    {
        var order = await world.Given.Order();

        foreach (var answer in new[] { "yes", "yes", "withdrawn" })
        {
            using var given = await Send("PUT", $"api/orders/{order.Id}/consents/keep-scan",
                $$"""{"answer":"{{answer}}","channel":"paper","language":"nl","textVersion":"1"}""");
            Assert.Equal(HttpStatusCode.OK, given.StatusCode);
        }

        var shown = await http.Staff.GetFromJsonAsync<JsonElement>($"api/orders/{order.Id}");
        var consent = Assert.Single(shown.GetProperty("consents").EnumerateArray());
        Assert.Equal(("keep-scan", "withdrawn"), (Text(consent, "purpose"), Text(consent, "answer")));
        var stored = (await world.Get<OrderStore>().Find(order.Id, default))!;
        Assert.Equal(2, stored.Consents.Count);
        Assert.All(stored.Consents, given => Assert.True(Guid.TryParse(given.RecordedBy, out _)));
    }

    [Theory]
    [InlineData("print", "{\"answer\":\"yes\",\"channel\":\"paper\",\"language\":\"nl\",\"textVersion\":\"1\"}", HttpStatusCode.NotFound)]
    [InlineData("keep-scan", "{\"answer\":\"maybe\",\"channel\":\"paper\",\"language\":\"nl\",\"textVersion\":\"1\"}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("keep-scan", "{\"answer\":\"yes\",\"channel\":\"paper\",\"language\":\"nl\",\"textVersion\":\"a b\"}", HttpStatusCode.UnprocessableEntity)]
    public async Task A_consent_names_purpose_answer_and_text(string purpose, string body, HttpStatusCode expected)
    {
        var order = await world.Given.Order();

        using var answer = await Send("PUT", $"api/orders/{order.Id}/consents/{purpose}", body);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_hold_suspends_until_it_is_lifted()
    {
        var order = await world.Given.Order();

        using var placed = await Send("POST", $"api/orders/{order.Id}/holds", "{\"reason\":\"A claim.\",\"until\":\"2040-01-01\"}");
        var held = await http.Staff.GetFromJsonAsync<JsonElement>($"api/orders/{order.Id}");
        using var lifted = await http.Staff.DeleteAsync(placed.Headers.Location);
        using var again = await http.Staff.DeleteAsync(placed.Headers.Location);

        Assert.Equal(HttpStatusCode.Created, placed.StatusCode);
        Assert.Equal("2040-01-02", Text(held.GetProperty("retention"), "dueOn"));
        Assert.Equal("A claim.", Text(Assert.Single(held.GetProperty("holds").EnumerateArray()), "reason"));
        Assert.Equal(HttpStatusCode.NoContent, lifted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task A_hold_that_is_asked_for_again_when_its_answer_was_lost_stands_once()
    {
        var order = await world.Given.Order();
        const string Claim = "{\"reason\":\"A claim.\",\"until\":\"2040-01-01\"}";

        using var placed = await Send("POST", $"api/orders/{order.Id}/holds", Claim);
        using var again = await Send("POST", $"api/orders/{order.Id}/holds", Claim);
        using var other = await Send("POST", $"api/orders/{order.Id}/holds", Claim.Replace("A claim", "Another claim", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(placed.Headers.Location, again.Headers.Location);
        Assert.Equal(await placed.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(["A claim.", "Another claim."], (await world.Get<OrderStore>().Find(order.Id, default))!.Holds.Select(hold => hold.Reason));
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_and_null_takes_away()
    {
        var order = await world.Given.Order(phone: "06 12345678");

        using var answer = await Send(
            "PATCH", $"api/orders/{order.Id}", "{\"name\":\"Anna Jansen\",\"phone\":null}", "application/merge-patch+json");

        var shown = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("Anna Jansen", "anna@example.nl"), (Text(shown, "name"), Text(shown, "email")));
        Assert.False(shown.TryGetProperty("phone", out _));
    }

    [Fact]
    public async Task How_high_the_figurine_is_to_be_is_said_when_the_order_is_opened_or_later_and_can_be_taken_back()
    {
        using var opened = await http.Staff.PostAsJsonAsync(
            "api/orders", new { name = "Anna", email = "anna@example.nl", language = "nl", heightInMillimetres = 120 });
        var order = opened.Headers.Location!.AbsolutePath[1..];
        using var corrected = await Send("PATCH", order, "{\"heightInMillimetres\":150}");
        using var other = await Send("PATCH", order, "{\"name\":\"Anna Jansen\"}");
        using var taken = await Send("PATCH", order, "{\"heightInMillimetres\":null}");

        Assert.Equal(120, await Height(opened));
        Assert.Equal(150, await Height(corrected));
        Assert.Equal(150, await Height(other));
        Assert.Null(await Height(taken));

        static async Task<int?> Height(HttpResponseMessage answer) =>
            (await answer.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("heightInMillimetres", out var height) ? height.GetInt32() : null;
    }

    [Theory]
    [InlineData("{\"heightInMillimetres\":19}", HttpStatusCode.UnprocessableEntity, "heightInMillimetres")]
    [InlineData("{\"heightInMillimetres\":150.5}", HttpStatusCode.BadRequest, "heightInMillimetres")]
    [InlineData("{\"email\":null}", HttpStatusCode.UnprocessableEntity, "email")]
    [InlineData("{\"openedOn\":\"2999-01-01\"}", HttpStatusCode.UnprocessableEntity, "openedOn")]
    [InlineData("{\"shippedOn\":\"2026-01-01\"}", HttpStatusCode.UnprocessableEntity, "shippedOn")]
    [InlineData("{\"address\":{\"city\":\"Delft\"}}", HttpStatusCode.UnprocessableEntity, "address.line1,address.postalCode,address.country")]
    [InlineData("{\"name\":1}", HttpStatusCode.BadRequest, "name")]
    [InlineData("[]", HttpStatusCode.BadRequest, "body")]
    public async Task A_patch_that_leaves_no_good_client_is_refused(string patch, HttpStatusCode expected, string fields)
    {
        var order = await world.Given.Order();

        using var answer = await Send("PATCH", $"api/orders/{order.Id}", patch, "application/merge-patch+json");

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(fields.Split(',').Order(), (await Fields(answer)).Order());
    }

    [Fact]
    public async Task A_patch_of_what_somebody_else_has_changed_is_refused_when_asked()
    {
        var order = await world.Given.Order();
        using var read = await http.Staff.GetAsync($"api/orders/{order.Id}");
        var seen = read.Headers.ETag!.Tag;

        using var first = await Send("PATCH", $"api/orders/{order.Id}", "{\"name\":\"A\"}", ifMatch: seen);
        using var second = await Send("PATCH", $"api/orders/{order.Id}", "{\"name\":\"B\"}", ifMatch: seen);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, second.StatusCode);
    }

    [Fact]
    public async Task Orders_are_listed_newest_first_and_page_by_page()
    {
        var opened = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            opened.Insert(0, (await world.Given.Order()).Id.ToString());
            world.Wait(TimeSpan.FromSeconds(1));
        }

        var first = await http.Staff.GetFromJsonAsync<JsonElement>("api/orders?limit=2");
        var second = await http.Staff.GetFromJsonAsync<JsonElement>($"api/orders?limit=3&continuation={Text(first, "continuation")}");

        Assert.Equal(opened, Ids(first).Concat(Ids(second)));
    }

    [Fact]
    public async Task A_listed_row_without_its_order_is_passed_over()
    {
        var list = world.Get<WelWee3D.Orders.OrderList>();
        var order = await world.Given.Order();
        var nowhere = Id.New(world.Now.AddMilliseconds(1));
        await list.Add(nowhere, default);

        var page = await http.Staff.GetFromJsonAsync<JsonElement>("api/orders?limit=2");
        await list.Remove(nowhere, default);

        Assert.Equal(order.Id.ToString(), Ids(page).First());
    }

    [Theory]
    [InlineData("continuation=x", "continuation")]
    [InlineData("continuation=", "continuation")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=ten", "limit")]
    public async Task A_page_that_cannot_be_is_refused(string query, string field)
    {
        using var answer = await http.Staff.GetAsync($"api/orders?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([field], await Fields(answer));
    }

    private async Task<HttpResponseMessage> Send(
        string method, string path, string? body, string type = "application/json", string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, type);
        if (ifMatch is not null)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue(ifMatch));
        return await http.Staff.SendAsync(request);
    }

    private static string On(string field, DateOnly day) => $$"""{"{{field}}":"{{day.Iso()}}"}""";

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static IEnumerable<string?> Ids(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(item => Text(item, "id"));

    private static async Task<string[]> Fields(HttpResponseMessage answer) =>
        [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(field => field.Name)];
}
