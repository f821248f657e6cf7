using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace WelWee3D.Tests.Browser;

/// <summary>What visitors of the practice's own website do with the forms that it has from the app.</summary>
[Collection(PracticeTests.Name)]
public sealed partial class VisitorStoriesTests(Practice practice)
{
    [Fact]
    public async Task A_visitor_sends_the_form_after_a_mistake_and_a_lost_connection_and_gets_the_mail_of_one_message()
    {
        await using var screen = await Visit("wel-wee-contact");
        screen.Expected.Add("net::ERR_FAILED");
        await screen.Fill("Je naam", "Mila de Wit");
        await screen.Fill("Je e-mailadres", "mila-at-voorbeeld");
        await screen.Fill("Je vraag", "Kan ik volgende week langskomen?");
        await screen.Press("Verstuur");
        Assert.Equal("Eén ding klopt nog niet\nVul een e-mailadres in zoals naam@voorbeeld.nl", await Lines(screen));
        Assert.Equal("Vul een e-mailadres in zoals naam@voorbeeld.nl", await Described(screen, "Je e-mailadres"));
        Assert.Empty(await screen.Violations());
        await screen.Picture("story-form-mistake");
        await screen.Follow("Vul een e-mailadres in");
        Assert.Equal("email", await screen.Page.EvaluateAsync<string>("document.activeElement.name"));

        await screen.Fill("Je e-mailadres", "mila@voorbeeld.example");
        // It arrives, and the answer does not.
        await screen.Page.RouteAsync("**/api/contact", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await screen.Press("Verstuur");
        await screen.Sees("De verbinding viel weg.");
        Assert.Equal("Kan ik volgende week langskomen?", await screen.Page.GetByLabel("Je vraag").InputValueAsync());
        await screen.Picture("story-form-lost");
        await screen.Page.UnrouteAllAsync();
        await screen.Press("Verstuur");
        await screen.Sees("Bedankt voor je bericht");
        Assert.Equal("Bedankt voor je bericht", await screen.Focused());
        await screen.Sees("wordt je bericht vernietigd");
        await screen.Picture("story-form-thanks");

        var reference = await ReferenceOn(screen);
        Assert.Single(await practice.World.Storage.Rows(ContactMessages.TableName), row => row.GetString("Name") == "Mila de Wit");
        Assert.Contains(reference, Assert.Single(await practice.Letters("mila@voorbeeld.example")), StringComparison.Ordinal);
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task Somebody_sends_it_in_English_by_the_keys_alone()
    {
        await using var screen = await Visit("wel-wee-contact", "en");
        await Keys(screen, "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Enter");
        await screen.Sees("3 things are not right yet");
        await Keys(screen, "Tab", "Enter");
        await screen.Page.Keyboard.TypeAsync("Noor Jansen");
        await Keys(screen, "Tab");
        await screen.Page.Keyboard.TypeAsync("noor@voorbeeld.example");
        await Keys(screen, "Tab");
        // A field that is left is looked at, and one that is right now is told so no more.
        Assert.Equal(0, await screen.Page.GetByText("Enter an email address", new() { Exact = false }).And(screen.Page.Locator(".welwee-why")).CountAsync());
        await screen.Page.Keyboard.TypeAsync("(06) 12 34 56 78");
        await Keys(screen, "Tab");
        await screen.Page.Keyboard.TypeAsync("May I bring my mother?");
        await Keys(screen, "Tab", "Tab", "Enter");
        await screen.Sees("Thank you for your message");
        Assert.Equal("Thank you for your message", await screen.Focused());
        await screen.Picture("story-form-english");

        Assert.Contains("May I bring my mother?", (await practice.World.Storage.Rows(ContactMessages.TableName)).Select(row => row.GetString("Message")));
        Assert.Contains(await ReferenceOn(screen), Assert.Single(await practice.Letters("noor@voorbeeld.example")), StringComparison.Ordinal);
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task A_field_is_looked_at_when_it_is_left_and_never_while_somebody_types()
    {
        await using var screen = await Visit("wel-wee-contact");
        var why = screen.Page.Locator(".welwee-why");
        await screen.Page.GetByLabel("Je e-mailadres").PressSequentiallyAsync("sara");
        Assert.Equal(0, await why.CountAsync());
        await Keys(screen, "Tab");
        Assert.Equal(["Vul een e-mailadres in zoals naam@voorbeeld.nl"], await why.AllInnerTextsAsync());
        Assert.Equal(0, await screen.Page.Locator(".welwee-summary").CountAsync());
        await screen.Page.GetByLabel("Je e-mailadres").PressSequentiallyAsync("@voorbeeld.example");
        Assert.Equal(1, await why.CountAsync());
        await Keys(screen, "Tab");
        Assert.Equal(0, await why.CountAsync());
        Assert.Null(await screen.Page.GetByLabel("Je e-mailadres").GetAttributeAsync("aria-describedby"));
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task A_privacy_request_goes_from_the_website_to_its_confirmation()
    {
        await using var screen = await Visit("wel-wee-request");
        await screen.Press("Verstuur");
        await screen.Sees("3 dingen kloppen nog niet");
        Assert.Empty(await screen.Violations());
        await screen.Page.GetByLabel("Wat wil je?").SelectOptionAsync("erasure");
        await screen.Fill("Je naam", "Tess Visser");
        await screen.Fill("Je e-mailadres", "tess@voorbeeld.example");
        await screen.Press("Verstuur");
        await screen.Sees("Kijk in je mail");
        await screen.Picture("story-request-asked");
        var reference = await ReferenceOn(screen);
        Assert.DoesNotContain(reference, await Requests());

        var letter = Assert.Single(await practice.Letters("tess@voorbeeld.example"));
        using var confirmed = await practice.Officer.GetAsync(ConfirmationLink().Match(letter).Value);
        confirmed.EnsureSuccessStatusCode();
        Assert.Contains(reference, await Requests());
        Assert.Empty(screen.Problems);
    }

    [Theory]
    [InlineData(429, "90", "Wacht 2 minuten en druk dan nog eens op Verstuur")]
    [InlineData(503, "5", "Wacht 5 seconden en druk dan nog eens op Verstuur")]
    [InlineData(500, "", "Er ging bij ons iets mis")]
    public async Task What_the_app_cannot_take_just_now_is_told_with_how_long_to_wait_and_nothing_is_lost(int status, string retryAfter, string told)
    {
        await using var screen = await Visit("wel-wee-contact");
        screen.Expected.Add($"status of {status}");
        await screen.Page.RouteAsync("**/api/contact", route => route.FulfillAsync(new()
        {
            Status = status, ContentType = "application/problem+json", Body = "{}",
            Headers = new Dictionary<string, string>
            {
                ["Access-Control-Allow-Origin"] = practice.Website.Address.GetLeftPart(UriPartial.Authority), ["Access-Control-Expose-Headers"] = "Retry-After", ["Retry-After"] = retryAfter,
            },
        }));
        await FillIn(screen, "Lotte Mulder", "Mag ik iets vragen?");
        await screen.Press("Verstuur");
        await screen.Sees(told);
        Assert.StartsWith("Het is niet verstuurd", await screen.Focused(), StringComparison.Ordinal);
        Assert.Equal("Mag ik iets vragen?", await screen.Page.GetByLabel("Je vraag").InputValueAsync());

        await screen.Page.UnrouteAllAsync();
        await screen.Press("Verstuur");
        await screen.Sees("Bedankt voor je bericht");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task What_only_the_app_finds_wrong_stands_beside_its_field_in_the_same_words()
    {
        await using var screen = await Visit("wel-wee-contact");
        screen.Expected.Add("status of 422");
        await FillIn(screen, "Roos Peters", "Mijn nummer is 123456782");
        await screen.Press("Verstuur");
        await screen.Sees("Eén ding klopt nog niet");
        Assert.Equal("Schrijf je vraag, in hoogstens 5000 tekens en zonder burgerservicenummer", await Described(screen, "Je vraag"));
        await screen.Fill("Je vraag", "Mijn nummer geef ik liever niet");
        await screen.Press("Verstuur");
        await screen.Sees("Bedankt voor je bericht");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task Who_writes_for_longer_than_a_challenge_is_good_does_not_notice()
    {
        await using var screen = await Visit("wel-wee-contact");
        screen.Expected.Add("status of 422");
        var before = practice.World.Now;
        await screen.Page.RunAndWaitForResponseAsync(() => FillIn(screen, "Saar Mulder", "Een lang verhaal"), "**/api/challenge");
        practice.World.MoveTo(before.AddMinutes(30));
        await screen.Press("Verstuur");
        await screen.Sees("Bedankt voor je bericht");
        practice.World.MoveTo(before);
        Assert.Empty(screen.Problems);
    }

    [Theory]
    [InlineData("integrity=\"sha384-", "integrity=\"sha384-AAAA")]
    [InlineData("/web/forms-", "/web/forms-0")]
    public async Task A_site_that_names_a_former_script_keeps_its_plain_form(string now, string before)
    {
        await using var screen = await Visit("wel-wee-contact", tag: tag => tag.Replace(now, before, StringComparison.Ordinal), enhanced: false);
        screen.Expected.UnionWith(["status of 404", "integrity"]);
        await FillIn(screen, "Fenna de Boer", "Werkt dit nog?");
        await screen.Press("Verstuur");
        await screen.Page.WaitForURLAsync(new Uri(practice.Website.Address, "/bedankt").AbsoluteUri);
        Assert.Contains("Werkt dit nog?", await Messages());
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task Who_has_no_script_sends_the_plain_forms_and_goes_where_the_site_says()
    {
        await using var screen = await Visit("wel-wee-contact", enhanced: false, context: new() { JavaScriptEnabled = false });
        // The app's own pages for visitors have no icon.
        screen.Expected.UnionWith(["status of 422", "status of 404"]);
        await FillIn(screen, "Guusje Smit", "Ook zonder script");
        await screen.Fill("Je telefoonnummer", "geen");
        await screen.Press("Verstuur");
        await screen.Sees("Eén ding klopt nog niet");
        Assert.Equal("Ook zonder script", await screen.Page.GetByLabel("Je vraag").InputValueAsync());
        await screen.Fill("Je telefoonnummer", "");
        await screen.Press("Verstuur");
        await screen.Page.WaitForURLAsync(new Uri(practice.Website.Address, "/bedankt").AbsoluteUri);
        Assert.Contains("Ook zonder script", await Messages());

        await screen.Page.GotoAsync(await Page(practice.Website, "wel-wee-request", "nl"));
        await screen.Page.GetByLabel("Wat wil je?").SelectOptionAsync("access");
        await screen.Fill("Je naam", "Guusje Smit");
        await screen.Fill("Je e-mailadres", "guusje@voorbeeld.example");
        await screen.Press("Verstuur");
        await screen.Sees("Kijk in je mail");
        Assert.Single(await practice.Letters("guusje@voorbeeld.example"));
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task From_a_website_that_may_not_nothing_is_taken()
    {
        await using var stranger = await Website.Start();
        await using var screen = await practice.Open();
        screen.Expected.UnionWith([$"fetched from elsewhere: {stranger.Address}", "status of 403", "status of 404", "blocked by CORS policy", "net::ERR_FAILED"]);
        await screen.Go(await Page(stranger, "wel-wee-contact", "nl"));
        await FillIn(screen, "Isa Vos", "Van een vreemde site");
        await screen.Press("Verstuur");
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Dit is niet verstuurd" }).WaitForAsync();
        Assert.DoesNotContain("Van een vreemde site", await Messages());
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
        Assert.Equal(Compact(Tag(await Html())), Compact(await screen.Page.EvaluateAsync<string>("navigator.clipboard.readText()")));

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

    /// <summary>A page of the practice's website with one of the forms, as its maker copies them.</summary>
    private async Task<Screen> Visit(
        string form, string language = "nl", Func<string, string>? tag = null, bool enhanced = true, BrowserNewContextOptions? context = null)
    {
        var screen = await practice.Open(context ?? new());
        screen.Expected.Add($"fetched from elsewhere: {practice.Website.Address}");
        await screen.Go(await Page(practice.Website, form, language, tag));
        if (enhanced)
            await screen.Page.WaitForSelectorAsync("form[novalidate]");
        return screen;
    }

    private async Task<string> Page(Website website, string form, string language, Func<string, string>? tag = null)
    {
        var script = Tag(await Html()).Replace("/web/", $"{practice.Address}web/", StringComparison.Ordinal);
        return website.Put("/contact", "Contact", (tag ?? (same => same))(script) + await Plain(form, language), practice.Address, language).AbsoluteUri;
    }

    /// <summary>As the page shows it, to be copied.</summary>
    private async Task<string> Plain(string form, string language)
    {
        if (plain.TryGetValue((form, language), out var known))
            return known;
        await using var screen = await practice.Open();
        await screen.Go("/forms");
        if (language == "en")
            await screen.Press("English");
        var shown = screen.Page.Locator("pre", new() { HasText = $"<{form} " });
        return plain[(form, language)] = (await shown.TextContentAsync())!;
    }

    private static readonly Dictionary<(string Form, string Language), string> plain = [];

    private async Task<string> Html()
    {
        using var client = HttpWorld.Client(practice.World);
        return await client.GetStringAsync("forms");
    }

    private static string Tag(string page) => ScriptTag().Match(page).Value;

    // The page shows it on lines of its own, with the whole address.
    private string Compact(string tag) => tag.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal).Replace(practice.Address.AbsoluteUri, "/", StringComparison.Ordinal);

    private static async Task FillIn(Screen screen, string name, string message)
    {
        await screen.Fill("Je naam", name);
        await screen.Fill("Je e-mailadres", $"{name.Split(' ')[0].ToLowerInvariant()}@voorbeeld.example");
        await screen.Fill("Je vraag", message);
    }

    private static async Task Keys(Screen screen, params string[] keys)
    {
        foreach (var key in keys)
            await screen.Page.Keyboard.PressAsync(key);
    }

    private static async Task<string> Lines(Screen screen) =>
        string.Join('\n', (await screen.Focused()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>What a screen reader says of a field, behind its label.</summary>
    private static Task<string> Described(Screen screen, string label) => screen.Page.GetByLabel(label)
        .EvaluateAsync<string>("each => each.getAttribute('aria-invalid') === 'true' ? document.getElementById(each.getAttribute('aria-describedby')).textContent : ''");

    private static async Task<string> ReferenceOn(Screen screen)
    {
        var reference = await screen.Page.Locator(".welwee-thanks strong").InnerTextAsync();
        Assert.Matches("^[2-9A-Z]{4}-[2-9A-Z]{4}$", reference);
        return reference;
    }

    private async Task<IEnumerable<string>> Messages() => (await practice.World.Storage.Rows(ContactMessages.TableName)).Select(row => row.GetString("Message"));

    private async Task<IEnumerable<string>> Requests() =>
        [.. (await practice.Officer.GetFromJsonAsync<JsonElement>("api/privacy-requests")).GetProperty("items").EnumerateArray().Select(each => each.GetProperty("reference").GetString()!)];

    private async Task<int> Visits() => (await practice.World.Storage.Rows(VisitCounts.TableName)).Sum(row => row.GetInt32("Views") ?? 0);

    [GeneratedRegex("<script type=\"module\" src=\"/web/forms-[^>]+></script>")]
    private static partial Regex ScriptTag();

    [GeneratedRegex("/api/privacy-requests/confirm/[0-9a-f]{64}")]
    private static partial Regex ConfirmationLink();
}
