using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Retention.Shown;

public sealed class ListDueTests(ListDueTests.November http) : IClassFixture<ListDueTests.November>
{
    private readonly World world = http.World;
    private readonly Promises promises = new(http);

    [Fact]
    public async Task The_dry_run_lists_what_is_due_until_a_day_with_its_derivation()
    {
        var message = await world.Given.Message(on: world.Today);
        var order = await promises.NewOrder(shippedOn: world.Today, null, "SCHIJF-1");

        var (until, _) = await promises.Pages("due?until=2031-11-22");
        var (before, _) = await promises.Pages("due?until=2031-11-21");

        var told = until.Single(item => Is(item, message.Id));
        Assert.Equal(
            ("message", "contact-message", "2026-11-22", "P5Y", "2031-11-22", 0, "2031-11-22", "2031-11-22"),
            (Text(told, "kind"), Text(told, "rule"), Text(told, "start"), Text(told, "term"), Text(told, "deadline"),
                told.GetProperty("margin").GetInt32(), Text(told, "destroyOn"), Text(told, "dueOn")));
        Assert.Empty(told.GetProperty("suspendedBy").EnumerateArray());
        Assert.Equal(1, until.Count(item => Is(item, order.Id)));
        Assert.Equal(
            [("scan", "2027-01-14"), ("scan", "2027-01-14")],
            before.Where(item => item.TryGetProperty("within", out var within) && within.GetString() == order.Id.ToString())
                .Select(item => (Text(item, "kind"), Text(item, "dueOn"))));
        Assert.DoesNotContain(before, item => Is(item, message.Id) || Is(item, order.Id));
    }

    [Fact]
    public async Task What_goes_in_the_coming_week_tells_what_is_odd_about_it()
    {
        var order = await promises.NewOrder(shippedOn: world.Today.AddDays(-50), null, null);

        var (items, _) = await promises.Pages("due?until=2199-12-31");

        Assert.Equal(["used-lately"], items.Single(item => Is(item, order.Scans[0].Id)).GetProperty("odd").EnumerateArray().Select(each => each.GetString()));
        Assert.Empty(items.Single(item => Is(item, order.Id)).GetProperty("odd").EnumerateArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Each_item_is_listed_once_on_pages_no_longer_than_asked(int limit)
    {
        for (var each = 0; each < 2; each++)
        {
            await world.Given.Message(on: world.Today.AddDays(-each));
            await promises.NewOrder(shippedOn: world.Today, null, null, null);
        }

        var (whole, _) = await promises.Pages("due?until=2035-01-01&limit=100");
        var (items, pages) = await promises.Pages($"due?until=2035-01-01&limit={limit}");

        Assert.All(pages, count => Assert.InRange(count, 1, limit));
        Assert.Equal(whole.Select(Key).Order(), items.Select(Key).Order());
        Assert.Distinct(items.Select(Key));
        Assert.Equal(whole.Select(item => Text(item, "dueOn")).Order(), whole.Select(item => Text(item, "dueOn")));
    }

    [Fact]
    public async Task A_row_that_a_change_left_behind_lists_nothing()
    {
        var message = await world.Given.Message(on: new DateOnly(2022, 3, 1));
        await world.Get<DueIndex>().Put(new DueRow(new DateOnly(2027, 3, 1), message.Item, 7), default);

        var (items, _) = await promises.Pages("due?until=2027-06-01&limit=1");

        Assert.Equal(1, items.Count(item => Is(item, message.Id)));
    }

    [Fact]
    public async Task What_a_hold_or_restriction_keeps_is_due_when_that_ends_or_never()
    {
        var held = await promises.NewOrder(shippedOn: world.Today, [null]);
        var hold = new Hold(Id.New(DateTimeOffset.UnixEpoch), "claim", new DateOnly(2028, 5, 31));
        await world.Get<OrderStore>().Change(held.Id, order => order with { Holds = [hold] }, default);
        var restricted = await world.Given.Message(on: new DateOnly(2022, 4, 1));
        await world.Get<ContactMessages>().Change(restricted.Id, message => message with { RestrictedOn = world.Today }, default);

        var (before, _) = await promises.Pages("due?until=2028-05-31");
        var (after, _) = await promises.Pages("due?until=2199-12-31");

        Assert.DoesNotContain(before, item => Is(item, held.Scans[0].Id));
        var scan = after.Single(item => Is(item, held.Scans[0].Id));
        Assert.Equal(("2027-01-14", "2028-06-01"), (Text(scan, "destroyOn"), Text(scan, "dueOn")));
        Assert.Equal("2028-05-31", Text(scan.GetProperty("suspendedBy")[0], "until"));
        Assert.DoesNotContain(after, item => Is(item, restricted.Id));
    }

    [Fact]
    public async Task Without_a_day_it_is_today()
    {
        var due = await world.Given.Message(on: world.Today.AddYears(-5));
        var notYet = await world.Given.Message(on: world.Today.AddYears(-5).AddDays(1));

        var (items, _) = await promises.Pages("due?limit=100");

        Assert.Contains(items, item => Is(item, due.Id));
        Assert.DoesNotContain(items, item => Is(item, notYet.Id));
    }

    [Theory]
    [InlineData("until=", "until")]
    [InlineData("until=tomorrow", "until")]
    [InlineData("until=2031-02-29", "until")]
    [InlineData("until=01-01-2031", "until")]
    [InlineData("until=1999-12-31", "until")]
    [InlineData("until=2200-01-01", "until")]
    [InlineData("until=2031-01-01&until=2032-01-01", "until")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("continuation=garbage", "continuation")]
    [InlineData("continuation=2031-01-01.message.0.x", "continuation")]
    [InlineData("continuation=", "continuation")]
    public async Task What_makes_no_sense_is_refused_by_its_name(string query, string field)
    {
        using var answer = await promises.Ask($"due?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([field], await answer.Faults());
    }

    private static bool Is(JsonElement item, Id id) => Text(item, "id") == id.ToString();

    private static string Key(JsonElement item) => $"{Text(item, "kind")} {Text(item, "id")}";

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();

    /// <summary>Its answers are full of dates.</summary>
    public sealed class November : HttpWorld
    {
        protected override WorldOptions Options => new() { At = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1)) };
    }
}
