using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Orders;

public sealed class RecordDisclosureTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task Who_was_given_what_is_written_down_and_shown_with_the_order()
    {
        var order = await Printed();

        using var answer = await Give(order, new { recipient = "printer", scans = new[] { $"{order.Scans[0].Id}" }, details = new[] { "name" }, givenOn = world.Today.Iso() });

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var shown = await http.Staff.GetFromJsonAsync<JsonElement>($"api/orders/{order.Id}");
        var given = Assert.Single(shown.GetProperty("recipients").EnumerateArray());
        Assert.Equal(
            ("PRINTER", "De PRINTER", "Beeldjes printen", $"{order.Scans[0].Id}", "name", world.Today.Iso()),
            (Text(given, "recipient"), Text(given, "name"), Text(given, "purpose"), given.GetProperty("scans")[0].GetString(),
                given.GetProperty("details")[0].GetString(), Text(given, "givenOn")));
        Assert.Equal((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetRawText(), given.GetRawText());
    }

    [Fact]
    public async Task Said_again_it_is_one()
    {
        var order = await Printed();
        var given = new { recipient = "PRINTER", details = new[] { "address", "name" }, givenOn = world.Today.Iso() };

        using var first = await Give(order, given);
        using var again = await Give(order, given with { details = ["name", "address"] });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Single((await world.Get<OrderStore>().Find(order.Id, default))!.Disclosures);
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once_by_their_field()
    {
        var order = await Printed();

        using var empty = await Give(order, new { recipient = "NOBODY", givenOn = world.Today.AddDays(1).Iso() });
        using var strange = await Give(order, new { recipient = "PRINTER", scans = new[] { $"{world.NewId()}" } });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (empty.StatusCode, strange.StatusCode));
        Assert.Equal(["givenOn", "recipient", "scans"], (await empty.Faults()).Order());
        Assert.Equal(["givenOn", "scans"], (await strange.Faults()).Order());
    }

    [Theory]
    [InlineData(-1, HttpStatusCode.UnprocessableEntity)]
    [InlineData(0, HttpStatusCode.Created)]
    [InlineData(3, HttpStatusCode.Created)]
    [InlineData(4, HttpStatusCode.UnprocessableEntity)]
    public async Task It_was_given_between_the_day_on_which_the_order_was_opened_and_today(int daysAfter, HttpStatusCode expected)
    {
        var order = await world.Given.Change(await Printed(), found => found with { OpenedOn = world.Today.AddDays(-3) });

        using var answer = await Give(order, new { recipient = "PRINTER", details = new[] { "name" }, givenOn = order.OpenedOn.AddDays(daysAfter).Iso() });

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Of_what_may_only_be_stored_nothing_is_given()
    {
        var order = await world.Given.Change(await Printed(), found => found with { RestrictedOn = world.Today });

        using var answer = await Give(order, new { recipient = "PRINTER", details = new[] { "name" }, givenOn = world.Today.Iso() });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["restrictedOn"], await answer.Faults());
    }

    [Fact]
    public async Task Of_an_order_that_is_full_of_them_that_is_told()
    {
        var order = await Printed();
        var scans = Enumerable.Range(0, OrderStore.MostScans).Select(_ => world.NewId()).ToList();
        await world.Given.Change(order, found => found with
        {
            Disclosures = [.. Enumerable.Range(0, 16).Select(_ => new Disclosure(world.NewId(), "PRINTER", "De drukker", "Printen", scans, [], world.Today))],
        });

        using var answer = await Give(order, new { recipient = "PRINTER", details = new[] { "name" }, givenOn = world.Today.Iso() });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["recipient"], await answer.Faults());
    }

    private async Task<Order> Printed()
    {
        await world.Given.Recipient();
        return await world.Given.OrderWithScan(world.Given.NewAddress());
    }

    private Task<HttpResponseMessage> Give(Order order, object given) => http.Staff.PostAsJsonAsync($"api/orders/{order.Id}/recipients", given);

    private static string? Text(JsonElement given, string member) => given.GetProperty(member).GetString();
}
