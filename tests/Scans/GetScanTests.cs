namespace WelWee3D.Tests.Scans;

public sealed class GetScanTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task One_scan_is_told_of_as_in_the_list_of_its_order()
    {
        var order = await world.Given.OrderWithScan(disks: ["SCHIJF-1"]);

        var scan = await http.Staff.GetFromJsonAsync<JsonElement>($"api/scans/{order.Scans[0].Id}");

        var listed = (await http.Staff.GetFromJsonAsync<JsonElement>($"api/orders/{order.Id}/scans")).GetProperty("items")[0];
        Assert.Equal(listed.GetRawText(), scan.GetRawText());
        Assert.Equal($"{order.Id}", scan.GetProperty("orderId").GetString());
    }

    [Fact]
    public async Task Of_a_restricted_client_it_is_told_to_the_officer_for_a_reason_and_to_nobody_else()
    {
        var order = await world.Given.OrderWithScan();
        await world.Given.Change(order, each => each with { RestrictedOn = world.Today });
        http.Officer.DefaultRequestHeaders.Add(StatedReason.Header, HttpWorld.Reason);

        using var staff = await http.Staff.GetAsync($"api/scans/{order.Scans[0].Id}");
        using var officer = await http.Officer.GetAsync($"api/scans/{order.Scans[0].Id}");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), (staff.StatusCode, officer.StatusCode));
    }

    [Theory]
    [InlineData("01a203d546447aea88e48193e22e6096")]
    [InlineData("geen")]
    public async Task What_is_not_there_is_not_found(string id)
    {
        using var answer = await http.Staff.GetAsync($"api/scans/{id}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
