using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Browser;

/// <summary>What websites have from the app, and which of them.</summary>
public sealed partial class FormScriptTests(ContactWorld http) : IClassFixture<ContactWorld>
{
    private const string Stranger = "https://evil.example";

    [Fact]
    public async Task It_is_less_than_30_KB_with_the_proof_of_work_and_has_the_hash_that_its_tag_names()
    {
        var (address, integrity) = await Tag();
        using var whole = await Ask(HttpMethod.Get, address);
        using var packed = await Ask(HttpMethod.Get, address, encoding: "br");

        Assert.Equal(integrity, $"sha384-{Convert.ToBase64String(SHA384.HashData(await whole.Content.ReadAsByteArrayAsync()))}");
        Assert.Equal("br", packed.Content.Headers.ContentEncoding.Single());
        Assert.InRange((await packed.Content.ReadAsByteArrayAsync()).Length, 1000, 30_000);
    }

    [Fact]
    public async Task It_brings_no_other_file_along_and_keeps_nothing_in_the_browser()
    {
        var (address, _) = await Tag();
        var script = await http.Anyone.GetStringAsync(address);

        Assert.All(["import(", "from\"", "cookie", "localStorage", "sessionStorage", "innerHTML", "eval("], word =>
            Assert.DoesNotContain(word, script, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_websites_of_the_settings_may_take_it()
    {
        var (address, _) = await Tag();
        using var own = await Ask(HttpMethod.Get, address);
        using var website = await Ask(HttpMethod.Get, address, ContactWorld.Website);
        using var stranger = await Ask(HttpMethod.Get, address, Stranger);

        Assert.Equal((HttpStatusCode.OK, null), (own.StatusCode, AllowedOrigin(own)));
        Assert.Equal((HttpStatusCode.OK, ContactWorld.Website), (website.StatusCode, AllowedOrigin(website)));
        Assert.Equal((HttpStatusCode.Forbidden, null), (stranger.StatusCode, AllowedOrigin(stranger)));
        Assert.Equal("cross-origin", website.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        // What a cache keeps for one is not for the other.
        Assert.All([own, website], answer => Assert.Equal(["Accept-Encoding", "Origin"], answer.Headers.Vary));
    }

    [Fact]
    public async Task The_files_of_the_apps_own_pages_are_for_no_website()
    {
        var page = OwnFile().Match(await http.Anyone.GetStringAsync("forms")).Groups[1].Value;
        using var answer = await Ask(HttpMethod.Get, page, ContactWorld.Website);

        Assert.Equal((HttpStatusCode.OK, null), (answer.StatusCode, AllowedOrigin(answer)));
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
    }

    [Theory]
    [InlineData("api/contact", "POST")]
    [InlineData("api/privacy-requests", "POST")]
    [InlineData("api/visits", "POST")]
    [InlineData("api/challenge", "GET")]
    public async Task A_browser_is_told_what_the_websites_of_the_settings_may_ask_and_others_may_not(string route, string method)
    {
        using var website = await Ask(HttpMethod.Options, route, ContactWorld.Website);
        using var stranger = await Ask(HttpMethod.Options, route, Stranger);

        Assert.Equal((HttpStatusCode.NoContent, ContactWorld.Website), (website.StatusCode, AllowedOrigin(website)));
        Assert.Equal(method, website.Headers.GetValues("Access-Control-Allow-Methods").Single());
        Assert.Equal((HttpStatusCode.Forbidden, null), (stranger.StatusCode, AllowedOrigin(stranger)));
    }

    [Fact]
    public async Task The_counter_may_be_taken_by_any_site()
    {
        foreach (var site in (string?[])[ContactWorld.Website, Stranger, null])
        {
            using var beacon = await Ask(HttpMethod.Get, "api/visits/beacon.js", site);

            Assert.Equal((HttpStatusCode.OK, "cross-origin"), (beacon.StatusCode, beacon.Headers.GetValues("Cross-Origin-Resource-Policy").Single()));
        }
    }

    private async Task<(string Address, string Integrity)> Tag()
    {
        var tag = ScriptTag().Match(await http.Anyone.GetStringAsync("forms"));
        return (tag.Groups[1].Value, tag.Groups[2].Value);
    }

    private async Task<HttpResponseMessage> Ask(HttpMethod method, string address, string? origin = null, string? encoding = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        if (encoding is not null)
            request.Headers.Add("Accept-Encoding", encoding);
        return await http.Anyone.SendAsync(request);
    }

    private static string? AllowedOrigin(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) ? origins.Single() : null;

    [GeneratedRegex("src=\"/(web/forms-[^\"]+)\" integrity=\"([^\"]+)\" crossorigin")]
    private static partial Regex ScriptTag();

    [GeneratedRegex("src=\"/(web/for-websites-[^\"]+)\"")]
    private static partial Regex OwnFile();
}
