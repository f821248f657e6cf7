using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Retention.Shown;

/// <summary>What the chart of the console is drawn from: it says what the lists behind it say.</summary>
public sealed class ForecastTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;
    private readonly Promises promises = new(http);

    [Fact]
    public async Task It_counts_by_month_and_kind_what_the_dry_run_lists_also_of_orders_whose_scans_go_before_them()
    {
        await world.Given.Message(on: world.Today.AddYears(-4));
        await world.Given.Message(on: world.Today.AddYears(-4));
        await promises.NewOrder(shippedOn: world.Today, null, "SCHIJF-1");
        await promises.NewOrder(shippedOn: null, (string?)null);
        await world.Given.Order(agreed: order => order with { RestrictedOn = world.Today });
        var until = world.Today.AddYears(6).Iso();

        var months = await Months($"forecast?until={until}");
        var (due, _) = await promises.Pages($"due?until={until}&limit=100");

        var listed = due.GroupBy(item => (Month: Max(Text(item, "dueOn"), world.Today.Iso())[..7], Kind: Text(item, "kind"))).ToDictionary(each => each.Key, each => each.Count());
        Assert.Equal(listed, Counted(months, "due"));
        Assert.Equal(73 + 12, months.Count);
    }

    [Fact]
    public async Task What_is_gone_is_counted_by_its_certificates_and_they_are_named()
    {
        for (var each = 0; each < 2; each++)
            await world.Given.Message(on: world.Today.AddYears(-5));
        await promises.Sweep();

        var month = (await Months("forecast")).Single(each => Text(each, "month") == world.Today.Iso()[..7]);
        var newest = (await promises.Json("certificates?limit=1")).GetProperty("items")[0].GetProperty("number").GetInt32();

        Assert.True(month.GetProperty("destroyed").GetProperty("message").GetInt32() >= 2);
        Assert.Equal(newest, month.GetProperty("newestCertificate").GetInt32());
        Assert.InRange(month.GetProperty("oldestCertificate").GetInt32(), 1, newest);
    }

    [Fact]
    public async Task The_list_behind_a_month_is_of_its_days_alone()
    {
        var order = await promises.NewOrder(shippedOn: world.Today, (string?)null);
        var ofOrder = order.Retention(world.Get<RetentionRules>(), world.Today).DueOn!.Value;

        var (items, _) = await promises.Pages($"due?from={ofOrder.Iso()}&until={ofOrder.Iso()}&limit=1");

        Assert.All(items, item => Assert.Equal(ofOrder.Iso(), Text(item, "dueOn")));
        Assert.Contains(items, item => Text(item, "id") == $"{order.Id}");
    }

    [Theory]
    [InlineData("forecast?from=2026-11-22&until=2026-11-21")]
    [InlineData("forecast?from=2026-11-22&until=2041-11-23")]
    [InlineData("forecast?until=ooit")]
    [InlineData("due?from=ooit")]
    public async Task Days_that_make_no_sense_are_refused(string path)
    {
        using var answer = await promises.Ask(path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<IReadOnlyList<JsonElement>> Months(string path) => [.. (await promises.Json(path)).GetProperty("months").EnumerateArray()];

    private static Dictionary<(string Month, string Kind), int> Counted(IEnumerable<JsonElement> months, string what) =>
        (from month in months
         from kind in month.GetProperty(what).EnumerateObject()
         select ((Text(month, "month"), kind.Name), kind.Value.GetInt32())).ToDictionary(each => each.Item1, each => each.Item2);

    private static string Max(string one, string other) => string.CompareOrdinal(one, other) > 0 ? one : other;

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
