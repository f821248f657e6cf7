namespace WelWee3D.Tests.Contact;

public sealed class AllowedOriginsTests(ContactWorld http) : IClassFixture<ContactWorld>
{
    [Fact]
    public async Task The_website_may_send_the_form_with_a_key_and_read_the_answer()
    {
        using var preflight = await Ask(HttpMethod.Options, ContactWorld.Website);
        using var answer = await Ask(HttpMethod.Post, ContactWorld.Website);

        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal("POST", Header(preflight, "Access-Control-Allow-Methods"));
        Assert.Equal("Content-Type, Idempotency-Key", Header(preflight, "Access-Control-Allow-Headers"));
        await answer.Accepted();
        Assert.All([preflight, answer], each => Assert.Equal(ContactWorld.Website, Header(each, "Access-Control-Allow-Origin")));
        Assert.All([preflight, answer], each => Assert.Contains("Origin", each.Headers.Vary));
    }

    [Fact]
    public async Task The_website_can_read_what_is_wrong_with_the_form()
    {
        using var answer = await Ask(HttpMethod.Post, ContactWorld.Website, message: "");

        Assert.Equal(["message"], await answer.Faults());
        Assert.Equal(ContactWorld.Website, Header(answer, "Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://site.example")]
    [InlineData("https://site.example:8443")]
    [InlineData("https://site.example.evil.example")]
    [InlineData("null")]
    [InlineData("")]
    public async Task Any_other_website_is_refused_before_anything_is_stored(string origin)
    {
        var message = $"Van {ContactWorld.NewKey()}";

        using var preflight = await Ask(HttpMethod.Options, origin);
        using var answer = await Ask(HttpMethod.Post, origin, message);

        Assert.All([preflight, answer], each => Assert.Equal(HttpStatusCode.Forbidden, each.StatusCode));
        Assert.All([preflight, answer], each => Assert.Null(Header(each, "Access-Control-Allow-Origin")));
        Assert.Empty(await answer.Faults());
        Assert.DoesNotContain(await http.World.Storage.Rows(ContactMessages.TableName), row => row.GetString("Message") == message);
    }

    [Theory]
    [InlineData("nl", "Dit is niet verstuurd")]
    [InlineData("en", "This was not sent")]
    public async Task Who_comes_from_it_without_a_script_is_told_so_on_a_page(string language, string told)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/contact") { Content = ContactWorld.Body("urlencoded", ContactWorld.Fields) };
        request.Headers.Add("Origin", "https://evil.example");
        request.Headers.Add("Accept", ContactWorld.Browser);
        request.Headers.Add("Accept-Language", language);

        using var answer = await http.Anyone.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains($"<h1>{told}</h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_on_no_website_or_on_the_app_itself_may_send_it()
    {
        using var server = await Ask(HttpMethod.Post, origin: null);
        using var itself = await Ask(HttpMethod.Post, $"https://{http.World.Address.Authority}");

        await server.Accepted();
        await itself.Accepted();
    }

    [Theory]
    [InlineData("https://site.example/")]
    [InlineData("https://Site.example")]
    [InlineData("site.example")]
    [InlineData("*")]
    public async Task A_setting_that_no_browser_sends_is_told_at_the_start(string origin) =>
        await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => http.World.Beside(new WorldOptions
        {
            ServesHttp = true, Settings = new Dictionary<string, string?> { ["Contact:Origins:0"] = origin },
        }));

    private Task<HttpResponseMessage> Ask(HttpMethod method, string? origin, string message = "Hallo")
    {
        var request = new HttpRequestMessage(method, "/api/contact");
        if (origin is not null)
            request.Headers.TryAddWithoutValidation("Origin", origin);
        if (method == HttpMethod.Post)
            request.Content = ContactWorld.Body("json", new Dictionary<string, string>(ContactWorld.Fields) { ["message"] = message });
        else
            request.Headers.Add("Access-Control-Request-Headers", "idempotency-key");
        return http.Anyone.SendAsync(request);
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
