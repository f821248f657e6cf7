namespace WelWee3D.Tests.Orders;

/// <summary>Whoever sends scans sees which files were none, and until when they are there to look at.</summary>
public sealed class ListRejectedFilesTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    [Fact]
    public async Task A_file_that_is_no_scan_is_listed_with_its_order_and_why_until_it_goes_and_no_other_is()
    {
        var good = await http.World.Given.OrderWithScan();
        var bad = await http.World.Given.OrderWithScan(agreed: order => order with { OpenedOn = http.World.Today });
        await http.World.Given.Change(bad, order => order.With(order.Scans[0] with { Facts = order.Scans[0].Facts! with { Format = null, Rejected = "It is no scan." } }));
        var restricted = await http.World.Given.OrderWithScan();
        await http.World.Given.Change(restricted, order => order with
        {
            RestrictedOn = http.World.Today, Scans = [order.Scans[0] with { Facts = order.Scans[0].Facts! with { Format = null, Rejected = "It is no scan." } }],
        });

        var item = Assert.Single(await Listed());
        Assert.Equal(($"{bad.Scans[0].Id}", $"{bad.Id}", "It is no scan."), (Text(item, "id"), Text(item, "orderId"), Text(item, "reason")));
        Assert.Equal(bad.Scans[0].FileName, Text(item, "fileName"));
        Assert.DoesNotContain($"{good.Id}", item.GetRawText(), StringComparison.Ordinal);
        Assert.True(Amsterdam.Date(Text(item, "dueOn")) > http.World.Today);

        http.World.MoveTo(Amsterdam.Date(Text(item, "dueOn")));
        await http.World.Get<Sweep>().Run(Decider.Sweep, default);
        Assert.Empty(await Listed());
    }

    private async Task<IReadOnlyList<JsonElement>> Listed() => [.. (await http.Staff.GetFromJsonAsync<JsonElement>("api/rejected-files")).GetProperty("items").EnumerateArray()];

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
