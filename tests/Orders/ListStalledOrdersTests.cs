namespace WelWee3D.Tests.Orders;

/// <summary>What becomes of an order whose figurine is not sent is asked where staff begin their day, too.</summary>
public sealed class ListStalledOrdersTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    [Fact]
    public async Task An_order_is_listed_from_a_year_after_its_scan_until_it_moves_on_also_once_it_was_asked_about()
    {
        var order = await http.World.Given.OrderWithScan();
        http.World.MoveTo(http.World.Today.AddMonths(12).AddDays(-1));
        Assert.Empty(await Listed());

        http.World.MoveTo(http.World.Today.AddDays(1));
        Assert.Equal([$"{order.Id}"], await Listed());
        await http.World.Function<RemindDeadlines>().Run(new(), default);
        http.World.MoveTo(http.World.Today.AddDays(3));
        Assert.Equal([$"{order.Id}"], await Listed());

        await http.World.Given.Change(order, found => found with { ShippedOn = http.World.Today });
        Assert.Empty(await Listed());
    }

    private async Task<IReadOnlyList<string?>> Listed() =>
        [.. (await http.Staff.GetFromJsonAsync<JsonElement>("api/stalled-orders")).GetProperty("items").EnumerateArray().Select(each => each.GetProperty("id").GetString())];
}
