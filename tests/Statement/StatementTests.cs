using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Statement;

/// <summary>A practice that says who its mail host and its printer are.</summary>
public sealed class StatementWorld : HttpWorld
{
    protected override WorldOptions Options => new()
    {
        At = new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.FromHours(1)),
        Settings = new Dictionary<string, string?> { ["Recipients:MailHost"] = "Mailhuis", ["Recipients:Printer"] = "Drukwerk 3D", ["Quotes:Sender:0"] = "Verloskundigenpraktijk Wel & Wee", ["Mail:SendGridRegion"] = "Global" },
    };
}

public sealed class StatementTests(StatementWorld http) : IClassFixture<StatementWorld>
{
    [Theory]
    [InlineData("nl", "5 jaar vanaf de dag", "bewaart de mail van de praktijk")]
    [InlineData("en", "5 years from the day", "keeps the mail of the practice")]
    public async Task It_tells_promises_and_recipients_in_both_languages(string language, string length, string purpose)
    {
        var statement = await Json($"statement?language={language}");

        Assert.Equal(("5", language), (Text(statement, "version"), Text(statement, "language")));
        var message = Promises(statement).Single(each => Text(each, "kind") == "contact-message");
        Assert.Equal("P5Y", Text(message, "term"));
        Assert.Contains(length, Text(statement, "text"), StringComparison.Ordinal);
        var recipients = statement.GetProperty("recipients").EnumerateArray().Select(each => Text(each, "name")).ToList();
        Assert.Subset(recipients.ToHashSet(), new HashSet<string> { "Mailhuis", "IdeeMedia", "Microsoft Azure", "Twilio SendGrid", "Drukwerk 3D" });
        Assert.DoesNotContain("Google Analytics", recipients);
        Assert.Contains(statement.GetProperty("recipients").EnumerateArray(), each => Text(each, "purpose").StartsWith(purpose, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nl", "Je kunt ook altijd een klacht indienen bij de Autoriteit Persoonsgegevens")]
    [InlineData("en", "You can also complain to the Dutch data protection authority")]
    public async Task Its_text_says_where_to_ask_and_to_complain_and_that_of_before_stays_as_it_was(string language, string complaint)
    {
        var (former, newest) = (await Json($"statement/3?language={language}"), await Json($"statement/5?language={language}"));

        Assert.All([complaint, Settings.Practice], told => Assert.Contains(told, Text(newest, "text"), StringComparison.Ordinal));
        Assert.DoesNotContain(Settings.Practice, Text(former, "text"), StringComparison.Ordinal);
        Assert.All([former, newest], each => Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(each, "text")))), Text(each, "sha256")));
    }

    [Theory]
    [InlineData("nl", "Verantwoordelijk voor je gegevens: Wel & Wee – 3D, Verloskundigenpraktijk Wel & Wee, ", "Twilio SendGrid: bezorgt onze mail aan jou. Waar: Verenigde Staten.")]
    [InlineData("en", "Responsible for your data: Wel & Wee – 3D, Verloskundigenpraktijk Wel & Wee, ", "Twilio SendGrid: delivers our mail to you. Where: United States.")]
    public async Task It_says_who_is_responsible_and_of_a_recipient_where_it_keeps_what_it_gets(string language, string controller, string recipient)
    {
        var statement = await Json($"statement/5?language={language}");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/statement/5?language={language}");
        request.Headers.Accept.ParseAdd(ContactWorld.Browser);
        using var answer = await http.Anyone.SendAsync(request);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Contains($"{controller}{Settings.Practice}.", Text(statement, "text"), StringComparison.Ordinal);
        Assert.Contains(statement.GetProperty("recipients").EnumerateArray(), each => each.TryGetProperty("region", out var region) && recipient.Contains(region.GetString()!, StringComparison.Ordinal));
        Assert.All([controller, recipient], told => Assert.Contains(told, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_changed_is_told_line_by_line()
    {
        var (first, second) = (await Json("statement/1"), await Json("statement/2"));
        var changes = second.GetProperty("changes");

        Assert.False(first.TryGetProperty("changes", out _));
        Assert.Equal(("2023-06-01", "2026-10-31"), (Text(first, "inForceFrom"), Text(first, "inForceUntil")));
        Assert.Equal("1", Text(changes, "since"));
        Assert.Equal(Lines(second).Except(Lines(first)), changes.GetProperty("added").EnumerateArray().Select(each => each.GetString()));
        Assert.Equal(Lines(first).Except(Lines(second)), changes.GetProperty("removed").EnumerateArray().Select(each => each.GetString()));
        Assert.NotEmpty(changes.GetProperty("removed").EnumerateArray());
    }

    [Theory]
    [InlineData("nl", "Privacyverklaring", "Wat er is veranderd sinds versie 4")]
    [InlineData("en", "Privacy statement", "What changed since version 4")]
    public async Task A_browser_gets_a_page(string language, string title, string changes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/statement");
        request.Headers.Accept.ParseAdd(ContactWorld.Browser);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await http.Anyone.SendAsync(request);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
        Assert.Contains(changes, page, StringComparison.Ordinal);
        foreach (var line in StatementVersions.All[^1].Lines(language))
            Assert.Contains(line, page, StringComparison.Ordinal);
        Assert.Contains(Settings.Practice, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("statement/6", HttpStatusCode.NotFound)]
    [InlineData("statement/01", HttpStatusCode.NotFound)]
    [InlineData("statement?language=fr", HttpStatusCode.BadRequest)]
    [InlineData("statement?version=1", HttpStatusCode.BadRequest)]
    public async Task What_there_is_not_is_refused(string path, HttpStatusCode status)
    {
        using var answer = await http.Anyone.GetAsync($"api/{path}");

        Assert.Equal(status, answer.StatusCode);
    }

    private async Task<JsonElement> Json(string path)
    {
        using var answer = await http.Anyone.GetAsync($"api/{path}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static IEnumerable<JsonElement> Promises(JsonElement statement) => statement.GetProperty("promises").EnumerateArray();

    private static string[] Lines(JsonElement statement) => Text(statement, "text").Split('\n');

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
