using WelWee3D.Tests.Contact;
using WelWee3D.Tests.Storage;

namespace WelWee3D.Tests.Register;

/// <summary>What the law has the practice write down is told by what runs; whatever is stored is in it.</summary>
public sealed class RegisterTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task Every_kind_of_record_is_in_the_register()
    {
        var told = Items(await Json("register")).SelectMany(item => Text(item, "kind").Split(", ")).ToHashSet();

        Assert.Superset(world.Get<RecordKinds>().InOrder.Select(kind => kind.Name).ToHashSet(), told);
    }

    [Fact]
    public async Task Every_personal_field_that_is_stored_is_in_the_register()
    {
        var told = Items(await Json("register")).GroupBy(item => Text(item, "activity"))
            .SelectMany(activity => activity.First().GetProperty("data").EnumerateArray().SelectMany(data => data.GetProperty("fields").EnumerateArray())).Select(field => field.GetString()!).Distinct().ToList();

        // Found by the tests' own way of reading declarations.
        Assert.Equal(
            world.Get<DataInventory>().Tables.SelectMany(Declarations.PersonalPlaces).Distinct().Order(StringComparer.Ordinal),
            told.Where(field => world.Get<DataInventory>().Tables.Any(table => field.StartsWith(table.Name + ".", StringComparison.Ordinal))).Order(StringComparer.Ordinal));
        Assert.Superset(world.Get<DataInventory>().Containers.Where(container => container.Content.Count > 0).Select(container => container.Name).ToHashSet(), told.ToHashSet());
        Assert.Contains(told, field => field.StartsWith(PoisonedBlobs.QueueName, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Statement_schedule_register_and_what_is_due_agree_on_every_term()
    {
        var message = await world.Given.Message("register.term@example.nl");
        var statement = Items(await Json($"statement/{StatementVersions.All[^1].Version}"), "promises").ToDictionary(each => Text(each, "kind"), each => Text(each, "term"));
        var concept = Items(await Json("retention/schedule")).ToDictionary(each => Text(each, "rule"), each => Text(each, "standardDeletionPeriod"));
        var register = Items(await Json("register")).Where(each => each.TryGetProperty("rule", out _)).ToDictionary(each => Text(each, "rule"), each => Text(each, "term"));
        var due = Items(await Json($"retention/due?until={world.Today.AddYears(6).Iso()}&limit=100"));

        Assert.Equal(RetentionSchedule.All.ToDictionary(rule => rule.Name, rule => $"{rule.Term}"), concept);
        Assert.Equal(concept.Keys.Intersect(statement.Keys).ToDictionary(rule => rule, rule => concept[rule]), statement);
        // An erasure goes before every rule, and is for whatever the others are for.
        Assert.Equal(concept.Where(rule => rule.Key != RetentionSchedule.Erasure.Name).OrderBy(rule => rule.Key), register.OrderBy(rule => rule.Key));
        Assert.All(due, each => Assert.Equal(concept[Text(each, "rule")], Text(each, "term")));
        Assert.Contains(due, each => Text(each, "id") == $"{message.Id}");
    }

    /// <summary>Its hashes go by a rule; what is left has none, and stands beside it.</summary>
    [Fact]
    public async Task What_proves_a_destruction_says_how_long_it_stays_beside_what_a_rule_is_for()
    {
        var destruction = Items(await Json("register?language=en")).Where(item => Text(item, "activity") == "destruction").ToList();

        Assert.Equal(RetentionSchedule.LineSubjects.Name, Text(destruction[0], "rule"));
        Assert.False(Assert.Single(destruction[1..]).TryGetProperty("rule", out _));
        Assert.Contains("Certificates and the destruction ledger stay", Text(destruction[1], "reason"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("register", "nl", "Register van verwerkingsactiviteiten", "Doel")]
    [InlineData("register", "en", "Register of processing activities", "Purpose")]
    [InlineData("retention/schedule", "nl", "Bewaarconcept", "5 jaar vanaf de dag waarop de scan is gemaakt")]
    [InlineData("retention/schedule", "en", "Retention concept", "5 years from the day of the scan")]
    [InlineData("assessment", "nl", "Gegevensbeschermingseffectbeoordeling (DPIA)", "Wat de praktijk beoordeelt")]
    [InlineData("assessment", "en", "Data protection impact assessment", "What the practice judges")]
    [InlineData("annex", "nl", "Bijlage bij de verwerkersovereenkomst", "Bij een datalek")]
    [InlineData("annex", "en", "Annex to the processing agreement", "At a breach")]
    [InlineData("report/2026", "nl", "Jaarverslag privacy 2026", "Privacyverzoeken")]
    [InlineData("report/2026", "en", "Privacy report of 2026", "Privacy requests")]
    public async Task A_browser_gets_a_page_that_prints(string path, string language, string title, string word)
    {
        var page = WebUtility.HtmlDecode(await Told(path, ContactWorld.Browser, language));

        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
        Assert.Contains(word, page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("register", "activity")]
    [InlineData("retention/schedule", "rule")]
    [InlineData("annex", "recipient")]
    public async Task Its_table_comes_as_CSV(string path, string first)
    {
        var lines = (await Told(path, "text/csv", "en")).Split("\r\n");

        Assert.StartsWith($"\"{first}\",", lines[0], StringComparison.Ordinal);
        Assert.Equal(Items(await Json(path)).Count() + 2, lines.Length);
        Assert.All(lines[..^1], line => Assert.Equal(lines[0].Split("\",\"").Length, line.Split("\",\"").Length));
    }

    [Theory]
    [InlineData("application/json, text/csv;q=0")]
    [InlineData("text/csv;q=0")]
    public async Task But_not_to_who_refuses_that(string accept) =>
        Assert.StartsWith("{", await Told("register", accept, "en"), StringComparison.Ordinal);

    [Fact]
    public async Task The_table_of_the_assessment_has_a_line_for_each_rule_of_each_activity()
    {
        var lines = (await Told("assessment", "text/csv", "en")).Split("\r\n");

        Assert.Equal(Items(await Json("assessment")).Sum(item => item.GetProperty("terms").GetArrayLength()) + 2, lines.Length);
        Assert.All(lines[..^1], line => Assert.Equal(lines[0].Split("\",\"").Length, line.Split("\",\"").Length));
    }

    [Fact]
    public async Task The_recipients_are_those_that_the_practice_configured()
    {
        var contact = Items(await Json("register?language=en")).First(item => Text(item, "activity") == "contact");

        Assert.Equal(["The host of our mail", "Microsoft Azure", "Twilio SendGrid"], contact.GetProperty("recipients").EnumerateArray().Select(each => each.GetString()));
    }

    private async Task<JsonElement> Json(string path) => await http.Officer.GetFromJsonAsync<JsonElement>($"api/{path}");

    private async Task<string> Told(string path, string accept, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/{path}");
        request.Headers.Accept.ParseAdd(accept);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await http.Officer.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static IEnumerable<JsonElement> Items(JsonElement json, string name = "items") => json.GetProperty(name).EnumerateArray();

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
