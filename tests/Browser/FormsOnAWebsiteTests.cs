using Microsoft.Playwright;

namespace WelWee3D.Tests.Browser;

/// <summary>What becomes of the forms on the website of somebody else, and of whoever puts them there.</summary>
[Collection(PracticeStories.Name)]
public sealed partial class FormsOnAWebsiteTests(Practice practice)
{
    [Theory]
    [InlineData("integrity=\"sha384-", "integrity=\"sha384-AAAA")]
    [InlineData("/web/forms-", "/web/forms-0")]
    public async Task A_site_that_names_a_former_script_keeps_its_plain_form(string now, string before)
    {
        await using var screen = await practice.Visit("wel-wee-contact", tag: tag => tag.Replace(now, before, StringComparison.Ordinal), isHelped: false);
        screen.Expected.UnionWith(["status of 404", "integrity"]);
        await screen.FillIn("Fenna de Boer", "Werkt dit nog?");
        await screen.Press("Verstuur");
        await Assertions.Expect(screen.Page).ToHaveURLAsync(new Uri(practice.Website.Address, "/bedankt").AbsoluteUri, new() { Timeout = 60_000 });
        Assert.Contains("Werkt dit nog?", await practice.Messages());
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task From_a_website_that_may_not_nothing_is_taken()
    {
        await using var stranger = await Website.Start();
        await using var screen = await practice.Open();
        screen.Expected.UnionWith([$"fetched from elsewhere: {stranger.Address}", "status of 403", "status of 404", "blocked by CORS policy", "net::ERR_FAILED"]);
        await screen.Go(await practice.Put(stranger, "wel-wee-contact"));
        await screen.FillIn("Isa Vos", "Van een vreemde site");
        await screen.Press("Verstuur");
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Dit is niet verstuurd" }).WaitForAsync();
        Assert.DoesNotContain("Van een vreemde site", await practice.Messages());
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task A_site_that_has_the_widget_of_ALTCHA_itself_solves_the_same_challenge()
    {
        await using var screen = await practice.Open();
        screen.Expected.UnionWith([$"fetched from elsewhere: {practice.Website.Address}", $"fetched from elsewhere: blob:{practice.Website.Address}"]);
        var widget = await File.ReadAllTextAsync(Path.Combine(Source.Root, "web", "node_modules", "altcha", "dist", "main", "altcha.min.js"));
        await screen.Go($"{practice.Website.PutWith(widget, "/altcha", "Contact", $"<form><altcha-widget challenge=\"{practice.Address}api/challenge\" auto=\"onload\"></altcha-widget></form>")}");
        var solved = screen.Page.Locator("input[name=altcha]");
        await Assertions.Expect(solved).ToHaveValueAsync(new Regex("^ey"), new() { Timeout = 60_000 });
        using var client = HttpWorld.Client(practice.World);
        using var answer = await client.PostAsJsonAsync("api/contact", new { name = "Puk", email = "puk@voorbeeld.example", message = "Met de widget", altcha = await solved.InputValueAsync() });
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task A_visit_of_the_website_is_counted_once_its_page_is_put_away()
    {
        var before = await Visits();
        // As a visitor's browser calls itself: that of a test says that it has no screen, and would not be counted.
        await using var screen = await practice.Open(new BrowserNewContextOptions { UserAgent = "Mozilla/5.0 (X11; Linux x64) Chrome/140.0 Safari/537.36" });
        screen.Expected.Add($"fetched from elsewhere: {practice.Website.Address}");
        await screen.Go(practice.Website.Put("/", "Welkom", $"<script src=\"{practice.Address}api/visits/beacon.js\" defer></script>", practice.Address).AbsoluteUri);
        await screen.Page.EvaluateAsync("Object.defineProperty(document, 'hidden', { value: true }); dispatchEvent(new Event('visibilitychange'))");
        Assert.Equal(before + 1, await Eventually.Find(Visits, visits => visits > before));
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task Whoever_makes_a_website_copies_the_tag_and_sees_the_forms_in_its_own_look()
    {
        await using var screen = await practice.Open();
        await screen.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await screen.Go("/forms");
        await screen.Press("Kopieer: De ene scripttag");
        // On lines of its own, and with the whole address.
        var tag = await screen.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Equal(await practice.Tag(), Space().Replace(tag, " ").Replace(practice.Address.AbsoluteUri, "/", StringComparison.Ordinal));

        await screen.Fill("Kleur van knoppen en links", "#0b5394");
        await screen.Page.Locator("pre", new() { HasText = "--welwee-accent: #0b5394;" }).WaitForAsync();
        var button = screen.Page.Locator("wel-wee-request button");
        Assert.Equal("rgb(11, 83, 148)", await button.EvaluateAsync<string>("each => getComputedStyle(each).backgroundColor"));
        await screen.Fill("Kleur van knoppen en links", "#ffd966");
        await screen.Sees("moeilijk te lezen");
        Assert.Equal("rgb(0, 0, 0)", await button.EvaluateAsync<string>("each => getComputedStyle(each).color"));
        await screen.Picture("story-forms-look");

        var form = screen.Page.Locator("wel-wee-contact");
        await form.GetByLabel("Je naam").FillAsync("Jip Bakker");
        await form.GetByLabel("Je e-mailadres").FillAsync("jip@voorbeeld.example");
        await form.GetByLabel("Je vraag").FillAsync("Van de eigen pagina");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await screen.Sees("Bedankt voor je bericht");
        Assert.Empty(screen.Problems);
    }

    private async Task<int> Visits() => (await practice.World.Storage.Rows(VisitCounts.TableName)).Sum(row => row.GetInt32("Views") ?? 0);

    [GeneratedRegex("\\s+")]
    private static partial Regex Space();
}
