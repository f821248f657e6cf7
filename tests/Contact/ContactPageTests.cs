namespace WelWee3D.Tests.Contact;

/// <summary>What a visitor meets whose browser runs no script.</summary>
public sealed partial class ContactPageTests(ContactWorld http) : IClassFixture<ContactWorld>
{
    [Theory]
    [InlineData("", "nl", "Stel je vraag")]
    [InlineData("", "en-GB, nl;q=0.5", "Ask your question")]
    [InlineData("", "en;q=0, nl;q=0.1", "Stel je vraag")]
    [InlineData("?language=en", "nl", "Ask your question")]
    public async Task The_form_is_a_page_in_the_language_of_its_visitor(string query, string languages, string title)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/contact{query}");
        request.Headers.AcceptLanguage.ParseAdd(languages);

        using var answer = await http.Anyone.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($"<h1>{title}</h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_there_is_not_is_refused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await http.Anyone.GetAsync("/api/contact?language=fr")).StatusCode);

    [Fact]
    public async Task The_page_loads_only_the_look_of_the_app_stands_in_no_other_and_its_form_leads_only_where_forms_may()
    {
        using var answer = await http.Anyone.GetAsync("/api/contact");

        Assert.Equal(
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self' https://site.example; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        // With no-referrer a browser would not say where the form came from.
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("nl", "2 dingen kloppen nog niet", "Vul een e-mailadres in zoals naam@voorbeeld.nl")]
    [InlineData("en", "2 things are not right yet", "Enter an email address such as name@example.com")]
    public async Task A_mistake_gives_the_form_back_with_every_field_kept_and_what_is_wrong_beside_it(string locale, string title, string email)
    {
        var (status, page) = await Send(
            ("name", "Jet \"<b>"), ("email", "jet-at-<i>"), ("phone", "1"), ("message", "Hallo\n</textarea><script>"), ("locale", locale),
            ("next", ContactWorld.OtherPage), ("idempotencyKey", "k-1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains($"<h2>{title}</h2>", page, StringComparison.Ordinal);
        Assert.Contains($"""<p class="why" id="email-why">{email}</p>""", page, StringComparison.Ordinal);
        Assert.Contains($"""<a href="#email">{email}</a>""", page, StringComparison.Ordinal);
        Assert.Contains("""value="jet-at-&lt;i&gt;" autocomplete="email" aria-invalid="true" aria-describedby="email-why">""", page, StringComparison.Ordinal);
        Assert.Contains("""value="Jet &quot;&lt;b&gt;" autocomplete="name">""", page, StringComparison.Ordinal);
        Assert.Contains("rows=\"8\">Hallo\n&lt;/textarea&gt;&lt;script&gt;</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("""name="next" value="/thanks">""", page, StringComparison.Ordinal);
        Assert.Equal("k-1", Key(page));
    }

    [Fact]
    public async Task A_page_that_is_sent_twice_is_one_message()
    {
        var key = Key(await http.Anyone.GetStringAsync("/api/contact"));
        var message = $"Met {key}";

        var first = await Send(("name", "Jet"), ("email", "jet@voorbeeld.nl"), ("message", message), ("idempotencyKey", key));
        var second = await Send(("name", "Jet"), ("email", "jet@voorbeeld.nl"), ("message", message), ("idempotencyKey", key));

        Assert.All([first, second], sent => Assert.Equal(HttpStatusCode.SeeOther, sent.Status));
        Assert.Single(await http.World.Storage.Rows(ContactMessages.TableName), row => row.GetString("Message") == message);
    }

    [Fact]
    public async Task Another_message_from_the_same_page_is_asked_to_be_sent_again_under_a_new_key()
    {
        var key = ContactWorld.NewKey();
        await Send(("name", "Jet"), ("email", "jet@voorbeeld.nl"), ("message", "Een"), ("idempotencyKey", key));

        var (status, page) = await Send(("name", "Jet"), ("email", "jet@voorbeeld.nl"), ("message", "Twee"), ("idempotencyKey", key));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("is al verstuurd", page, StringComparison.Ordinal);
        Assert.Contains(">Twee</textarea>", page, StringComparison.Ordinal);
        Assert.NotEqual(key, Key(page));
    }

    [Fact]
    public async Task What_no_visitor_can_mend_is_mended_in_the_form_that_is_given_back()
    {
        var (status, page) = await Send(
            ("name", "Jet"), ("email", "jet@voorbeeld.nl"), ("message", "Hallo"), ("next", "https://evil.example"), ("locale", "fr"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Eén ding klopt nog niet", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", page, StringComparison.Ordinal);
        Assert.Contains("""name="locale" value="nl">""", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name=%E9", HttpStatusCode.BadRequest)]
    [InlineData("idempotencyKey=two+words&name=Jet", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_read_is_told_on_a_page_too(string body, HttpStatusCode status)
    {
        using var answer = await http.Post(
            new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded")), accept: ContactWorld.Browser);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("niet goed lezen", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name=Jet&email=jet%40voorbeeld.nl&locale=en&message=caf%E9", "message")]
    [InlineData("name=Jet&email=jet%40voorbeeld.nl&locale=en&message=Een&message=Twee", "message")]
    public async Task Of_a_form_of_which_one_field_cannot_be_read_the_others_are_kept_and_that_one_is_named(string body, string field)
    {
        using var answer = await http.Post(
            new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded")), accept: ContactWorld.Browser);

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("lang=\"en\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"jet@voorbeeld.nl\"", page, StringComparison.Ordinal);
        Assert.Contains($"id=\"{field}-why\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"email-why\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_must_wait_is_told_on_a_page_and_keeps_what_was_written()
    {
        await using var strict = await http.World.Beside(new WorldOptions
        {
            ServesHttp = true, Settings = new Dictionary<string, string?> { ["Contact:TotalPerMinute"] = "1" },
        });
        using var visitor = HttpWorld.Client(strict);
        Task<HttpResponseMessage> Post(string message) => http.Post(
            ContactWorld.Body("urlencoded", new Dictionary<string, string>(ContactWorld.Fields) { ["message"] = message }),
            accept: ContactWorld.Browser, visitor: visitor);

        using var thanked = await Post("Een");
        using var refused = await Post("Twee");

        Assert.Equal(HttpStatusCode.Accepted, thanked.StatusCode);
        Assert.Contains("Bedankt voor je bericht", await thanked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains(">Twee</textarea>", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_storage_is_down_the_page_keeps_what_was_written_and_it_can_be_sent_again()
    {
        var key = ContactWorld.NewKey();
        (string, string)[] fields = [("name", "Jet"), ("email", "jet@voorbeeld.nl"), ("message", $"Met {key}"), ("idempotencyKey", key)];
        http.BreakStorage(ContactMessages.TableName);
        var (status, page) = await Send(fields);
        http.World.Calls.LetBe();

        var again = await Send(fields);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains($">Met {key}</textarea>", page, StringComparison.Ordinal);
        Assert.Equal(key, Key(page));
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        Assert.Single(await http.World.Storage.Rows(ContactMessages.TableName), row => row.GetString("Message") == $"Met {key}");
    }

    [Theory]
    [InlineData("/api/")]
    [InlineData("/api")]
    public async Task The_front_says_what_is_here(string path)
    {
        var lines = await http.Anyone.GetStringAsync($"{path}?language=en");

        Assert.Contains("/api/contact", lines, StringComparison.Ordinal);
        Assert.Contains("README.md", lines, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Page)> Send(params (string Name, string Value)[] fields)
    {
        using var answer = await http.Post(
            ContactWorld.Body("urlencoded", fields.ToDictionary(field => field.Name, field => field.Value)), accept: ContactWorld.Browser);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static string Key(string page) => HiddenKey().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"idempotencyKey\" value=\"([^\"]+)\"")]
    private static partial Regex HiddenKey();
}
