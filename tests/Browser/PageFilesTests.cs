namespace WelWee3D.Tests.Browser;

/// <summary>How the pages are served.</summary>
public sealed partial class PageFilesTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    [Theory]
    [InlineData("")]
    [InlineData("staff")]
    [InlineData("staff/orders/01a203d546447aea88e48193e22e6096")]
    [InlineData("forms")]
    public async Task A_page_loads_nothing_but_files_of_the_app_and_runs_no_script_that_stands_in_it(string address)
    {
        using var answer = await http.Anyone.GetAsync(address);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl?.NoCache);
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_files_are_kept_for_a_year_under_names_that_change_with_them()
    {
        foreach (var file in await Files())
        {
            using var answer = await http.Anyone.GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Matches("-[A-Za-z0-9]{8}\\.[a-z0-9]+$", file);
            Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl?.MaxAge);
        }
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task A_script_comes_packed_as_the_browser_can_read_it(string accepts, string? packed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, (await Files()).First(file => file.EndsWith(".js", StringComparison.Ordinal)));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepts);
        using var answer = await http.Anyone.SendAsync(request);

        Assert.Equal(packed, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("web/nothing.js")]
    [InlineData("web/..%2Fhost.json")]
    [InlineData("web/staff.html")]
    [InlineData("web/names.json")]
    public async Task Nothing_else_is_served(string address)
    {
        using var answer = await http.Anyone.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_console_is_told_who_signs_in_what_day_it_is_and_what_rules_and_kinds_are_called_and_no_secret()
    {
        var told = await http.Anyone.GetFromJsonAsync<JsonElement>("api/console");

        Assert.Equal($"{http.World.Today:yyyy-MM-dd}", told.GetProperty("today").GetString());
        Assert.Equal("local", told.GetProperty("signIn").GetString());
        Assert.Equal(RetentionSchedule.All.Select(rule => rule.Name), told.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("name").GetString()));
        Assert.Equal(["authority", "clientId", "kinds", "now", "recoveryDays", "reviews", "rules", "signIn", "today"], told.EnumerateObject().Select(each => each.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_changes_from_year_to_year_says_when_it_must_be_looked_at_again()
    {
        var reviews = (await http.Anyone.GetFromJsonAsync<JsonElement>("api/console")).GetProperty("reviews").EnumerateArray().ToList();

        Assert.Equal(["holidays", "vat", "consent-texts", "statement"], reviews.Select(each => each.GetProperty("name").GetString()));
        Assert.All(reviews, each => Assert.Equal(
            DateOnly.Parse(each.GetProperty("checkedOn").GetString()!, CultureInfo.InvariantCulture).AddYears(1), DateOnly.Parse(each.GetProperty("againOn").GetString()!, CultureInfo.InvariantCulture)));
    }

    /// <summary>Those that the page of the console names.</summary>
    private async Task<IReadOnlyList<string>> Files() =>
        [.. Named().Matches(await http.Anyone.GetStringAsync("staff")).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("(?:href|src)=\"/(web/[^\"]+)\"")]
    private static partial Regex Named();
}
