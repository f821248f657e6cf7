using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Visits;

/// <summary>The app that counts the visits of a site of two pages.</summary>
public sealed class VisitsWorld : HttpWorld
{
    public const string Website = "https://site.example";

    protected override WorldOptions Options => new()
    {
        Settings = new Dictionary<string, string?> { ["Visits:Pages:0"] = "/", ["Visits:Pages:1"] = "/tarieven", ["Contact:Origins:0"] = Website },
    };
}

public sealed class VisitsTests(VisitsWorld http) : IClassFixture<VisitsWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task Visits_are_counted_by_day_and_page_and_nothing_else_of_them_is_kept()
    {
        world.MoveTo(world.Today.AddDays(1));
        foreach (var seconds in new[] { 5, 15, 45, 120, 4000 })
            Assert.Equal(HttpStatusCode.NoContent, (await Visit("/tarieven/", seconds)).Status);

        var shown = await Shown($"from={world.Today.Iso()}&until={world.Today.Iso()}");

        var day = Assert.Single(shown.GetProperty("items").EnumerateArray());
        Assert.Equal((world.Today.Iso(), "/tarieven", 5, 3785), (Text(day, "day"), Text(day, "page"), day.GetProperty("views").GetInt32(), day.GetProperty("seconds").GetInt32()));
        Assert.Equal("""{"under10":1,"under30":1,"under60":1,"under180":1,"longer":1}""", day.GetProperty("times").GetRawText());
        var row = (await world.Storage.Rows(VisitCounts.TableName)).Single(row => row.RowKey.StartsWith(world.Today.Iso(), StringComparison.Ordinal));
        Assert.DoesNotContain(row, column => $"{column.Value}".Contains("Firefox", StringComparison.Ordinal) || $"{column.Value}".Contains("127.0.0.1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_at_once_are_all_counted()
    {
        world.MoveTo(world.Today.AddDays(2));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Visit("/", 1)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.Status));
        Assert.Equal(20, (await Shown($"from={world.Today.Iso()}")).GetProperty("items")[0].GetProperty("views").GetInt32());
    }

    [Theory]
    [InlineData("DNT", "1")]
    [InlineData("Sec-GPC", "1")]
    [InlineData("User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1)")]
    [InlineData("User-Agent", "curl/8.5.0")]
    public async Task Who_asks_not_to_be_followed_and_programs_are_thanked_and_not_counted(string header, string value)
    {
        var before = await Counted();

        Assert.Equal(HttpStatusCode.NoContent, (await Visit("/", 1, header, value)).Status);

        Assert.Equal(before, await Counted());
    }

    [Theory]
    [InlineData("/elders", 1, "page")]
    [InlineData("", 1, "page")]
    [InlineData("/", -1, "seconds")]
    [InlineData("/", 86401, "seconds")]
    public async Task What_cannot_be_of_the_site_is_refused_by_its_field(string page, int seconds, string field)
    {
        var before = await Counted();

        var answer = await Visit(page, seconds);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, field), (answer.Status, Assert.Single(answer.Faults)));
        Assert.Equal(before, await Counted());
    }

    [Fact]
    public async Task Another_website_is_refused_and_a_script_may_send_JSON()
    {
        using var json = await http.Anyone.SendAsync(Request(JsonContent.Create(new { page = "/", seconds = 3 })));

        Assert.Equal(HttpStatusCode.NoContent, json.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Visit("/", 1, "Origin", "https://elders.example")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await Visit("/", 1, "Origin", VisitsWorld.Website)).Status);
    }

    [Theory]
    [InlineData("from=gisteren", "from")]
    [InlineData("until=2300-01-01", "until")]
    [InlineData("from=2020-01-01&until=2026-11-22", "from")]
    [InlineData("from=2027-12-30&until=2028-12-31", "from")]
    [InlineData("from=2026-11-22&until=2026-11-21", "from")]
    [InlineData("page=/", "page")]
    public async Task A_question_that_cannot_be_read_is_told_by_its_parameter(string query, string parameter)
    {
        using var answer = await http.Staff.GetAsync($"api/visits?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([parameter], await answer.Faults());
    }

    [Theory]
    [InlineData("from=2027-02-28&until=2028-02-29")]
    [InlineData("from=2027-12-31&until=2028-12-31")]
    public async Task A_year_may_have_a_leap_day_in_it(string query) =>
        Assert.Equal(JsonValueKind.Array, (await Shown(query)).GetProperty("items").ValueKind);

    private async Task<int> Counted() => (await world.Storage.Rows(VisitCounts.TableName)).Sum(row => row.GetInt32("Views") ?? 0);

    private async Task<(HttpStatusCode Status, string[] Faults)> Visit(string page, int seconds, string? header = null, string? value = null)
    {
        using var request = Request(new FormUrlEncodedContent(new Dictionary<string, string> { ["page"] = page, ["seconds"] = $"{seconds}" }));
        if (header is not null)
        {
            request.Headers.Remove(header);
            request.Headers.TryAddWithoutValidation(header, value);
        }
        using var answer = await http.Anyone.SendAsync(request);
        return (answer.StatusCode, answer.StatusCode == HttpStatusCode.UnprocessableEntity ? [.. await answer.Faults()] : []);
    }

    private static HttpRequestMessage Request(HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "api/visits") { Content = content };
        request.Headers.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        return request;
    }

    private async Task<JsonElement> Shown(string query)
    {
        using var answer = await http.Staff.GetAsync($"api/visits?{query}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
