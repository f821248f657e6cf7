namespace WelWee3D.Tests.Description;

/// <summary>The page that shows the API comes whole from the app, and its policy lets it ask nobody else.</summary>
public sealed partial class ApiPageTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    [Fact]
    public async Task All_that_it_loads_is_the_apps()
    {
        var page = await http.Anyone.GetStringAsync("api/docs");

        var sources = Sources().Matches(page).Select(each => each.Groups["from"].Value).ToList();
        Assert.Equal(["data:,", "/api/openapi.json", "/api/docs/scalar.js", "/api/docs/start.js"], sources);
        foreach (var script in sources.Where(each => each.EndsWith(".js", StringComparison.Ordinal)))
        {
            using var answer = await http.Anyone.GetAsync(script);
            Assert.Equal((HttpStatusCode.OK, "text/javascript"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.NotEmpty(await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Its_policy_allows_no_script_of_the_page_itself_and_nobody_but_the_app()
    {
        using var answer = await http.Anyone.GetAsync("api/docs");

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single().Split("; ").ToDictionary(each => each.Split(' ')[0], each => each.Split(' ')[1..]);
        Assert.Equal(["'none'"], policy["default-src"]);
        Assert.Equal(["'self'"], policy["script-src"]);
        Assert.Equal(["'self'"], policy["connect-src"]);
        Assert.DoesNotContain(policy.SelectMany(each => each.Value), source => source.Contains('.', StringComparison.Ordinal) || source.Contains('*', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("favicon.svg")]
    [InlineData("..%2Fstart.js")]
    public async Task No_other_file_is_handed_out(string name) =>
        Assert.Equal(HttpStatusCode.NotFound, (await http.Anyone.GetAsync($"api/docs/{name}")).StatusCode);

    [GeneratedRegex("(?:src|href)=\"(?<from>[^\"]*)\"")]
    private static partial Regex Sources();
}
