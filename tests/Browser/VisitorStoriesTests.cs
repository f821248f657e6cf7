using Microsoft.Playwright;

namespace WelWee3D.Tests.Browser;

/// <summary>What visitors of the practice's own website do with the forms that it has from the app.</summary>
[Collection(PracticeStories.Name)]
public sealed partial class VisitorStoriesTests(Practice practice)
{
    [Fact]
    public async Task A_visitor_sends_the_form_after_a_mistake_and_a_lost_connection_and_gets_the_mail_of_one_message()
    {
        await using var screen = await practice.Visit("wel-wee-contact");
        screen.Expected.Add("net::ERR_FAILED");
        await screen.Fill("Je naam", "Mila de Wit");
        await screen.Fill("Je e-mailadres", "mila-at-voorbeeld");
        await screen.Fill("Je vraag", "Kan ik volgende week langskomen?");
        await screen.Press("Verstuur");
        Assert.Matches("^Eén ding klopt nog niet\\s+Vul een e-mailadres in zoals naam@voorbeeld.nl$", await screen.Focused());
        Assert.Equal("Vul een e-mailadres in zoals naam@voorbeeld.nl", await screen.Described("Je e-mailadres"));
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
        // Nor does all of the next.
        await screen.Page.RouteAsync("**/api/contact", async route => await route.FulfillAsync(new() { Response = await route.FetchAsync(), Body = "{\"refer" }));
        await screen.Press("Verstuur");
        await screen.Sees("De verbinding viel weg.");
        await screen.Page.UnrouteAllAsync();
        await screen.Press("Verstuur");
        await screen.Sees("Bedankt voor je bericht");
        Assert.Equal("Bedankt voor je bericht", await screen.Focused());
        await screen.Sees("wordt je bericht vernietigd");
        await screen.Picture("story-form-thanks");

        var reference = await screen.Reference();
        Assert.Single(await practice.World.Storage.Rows(ContactMessages.TableName), row => row.GetString("Name") == "Mila de Wit");
        Assert.Contains(reference, Assert.Single(await practice.Letters("mila@voorbeeld.example")), StringComparison.Ordinal);
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task Somebody_sends_it_in_English_by_the_keys_alone()
    {
        await using var screen = await practice.Visit("wel-wee-contact", "en");
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
        Assert.Contains(await screen.Reference(), Assert.Single(await practice.Letters("noor@voorbeeld.example")), StringComparison.Ordinal);
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task A_field_is_looked_at_when_it_is_left_and_never_while_somebody_types()
    {
        await using var screen = await practice.Visit("wel-wee-contact");
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
        await using var screen = await practice.Visit("wel-wee-request");
        await screen.Press("Verstuur");
        await screen.Sees("3 dingen kloppen nog niet");
        Assert.Empty(await screen.Violations());
        await screen.Page.GetByLabel("Wat wil je?").SelectOptionAsync("erasure");
        await screen.Fill("Je naam", "Tess Visser");
        await screen.Fill("Je e-mailadres", "tess@voorbeeld.example");
        await screen.Press("Verstuur");
        await screen.Sees("Kijk in je mail");
        await screen.Picture("story-request-asked");
        var reference = await screen.Reference();
        Assert.DoesNotContain(reference, await Requests());

        var letter = Assert.Single(await practice.Letters("tess@voorbeeld.example"));
        using var confirmed = await practice.Officer.GetAsync(ConfirmationLink().Match(letter).Value);
        confirmed.EnsureSuccessStatusCode();
        Assert.Contains(reference, await Requests());
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task What_the_app_cannot_take_just_now_is_told_with_how_long_to_wait_and_nothing_is_lost()
    {
        await using var screen = await practice.Visit("wel-wee-contact");
        await screen.FillIn("Lotte Mulder", "Mag ik iets vragen?");
        foreach (var (status, retryAfter, told) in ((int, string, string)[])[
            (429, "90", "Wacht 2 minuten en druk dan nog eens op Verstuur"),
            (503, "5", "Wacht 5 seconden en druk dan nog eens op Verstuur"),
            (500, "", "Er ging bij ons iets mis")])
        {
            screen.Expected.Add($"status of {status}");
            await screen.Page.RouteAsync("**/api/contact", route => route.FulfillAsync(Refusal(status, retryAfter)));
            await screen.Press("Verstuur");
            await screen.Sees(told);
            Assert.StartsWith("Het is niet verstuurd", await screen.Focused(), StringComparison.Ordinal);
            Assert.Equal("Mag ik iets vragen?", await screen.Page.GetByLabel("Je vraag").InputValueAsync());
            await screen.Page.UnrouteAllAsync();
        }
        await screen.Press("Verstuur");
        await screen.Sees("Bedankt voor je bericht");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task What_only_the_app_finds_wrong_stands_beside_its_field_in_the_same_words()
    {
        await using var screen = await practice.Visit("wel-wee-contact");
        screen.Expected.Add("status of 422");
        await screen.FillIn("Roos Peters", "Mijn nummer is 123456782");
        await screen.Press("Verstuur");
        await screen.Sees("Eén ding klopt nog niet");
        Assert.Equal("Schrijf je vraag, in hoogstens 5000 tekens en zonder burgerservicenummer", await screen.Described("Je vraag"));
        await screen.Fill("Je vraag", "Mijn nummer geef ik liever niet");
        await screen.Press("Verstuur");
        await screen.Sees("Bedankt voor je bericht");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task Who_writes_for_longer_than_a_challenge_is_good_does_not_notice()
    {
        await using var screen = await practice.Visit("wel-wee-contact");
        screen.Expected.Add("status of 422");
        var before = practice.World.Now;
        await screen.Page.RunAndWaitForResponseAsync(() => screen.FillIn("Saar Mulder", "Een lang verhaal"), "**/api/challenge");
        practice.World.MoveTo(before.AddMinutes(30));
        await screen.Press("Verstuur");
        await screen.Sees("Bedankt voor je bericht");
        practice.World.MoveTo(before);
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task Who_has_no_script_sends_the_plain_forms_and_goes_where_the_site_says()
    {
        await using var screen = await practice.Visit("wel-wee-contact", isHelped: false, context: new() { JavaScriptEnabled = false });
        // The app's own pages for visitors have no icon.
        screen.Expected.UnionWith(["status of 422", "status of 404"]);
        await screen.FillIn("Guusje Smit", "Ook zonder script");
        await screen.Fill("Je telefoonnummer", "geen");
        await screen.Press("Verstuur");
        await screen.Sees("Eén ding klopt nog niet");
        Assert.Equal("Ook zonder script", await screen.Page.GetByLabel("Je vraag").InputValueAsync());
        await screen.Fill("Je telefoonnummer", "");
        await screen.Press("Verstuur");
        await Assertions.Expect(screen.Page).ToHaveURLAsync(new Uri(practice.Website.Address, "/bedankt").AbsoluteUri, new() { Timeout = 60_000 });
        Assert.Contains("Ook zonder script", await practice.Messages());

        await screen.Page.GotoAsync(await practice.Put(practice.Website, "wel-wee-request"));
        await screen.Page.GetByLabel("Wat wil je?").SelectOptionAsync("access");
        await screen.Fill("Je naam", "Guusje Smit");
        await screen.Fill("Je e-mailadres", "guusje@voorbeeld.example");
        await screen.Press("Verstuur");
        await screen.Sees("Kijk in je mail");
        Assert.Single(await practice.Letters("guusje@voorbeeld.example"));
        Assert.Empty(screen.Problems);
    }

    private RouteFulfillOptions Refusal(int status, string retryAfter) => new()
    {
        Status = status, ContentType = "application/problem+json", Body = "{}",
        Headers = new Dictionary<string, string>
        {
            ["Access-Control-Allow-Origin"] = practice.Website.Address.GetLeftPart(UriPartial.Authority),
            ["Access-Control-Expose-Headers"] = "Retry-After",
            ["Retry-After"] = retryAfter,
        },
    };

    private static async Task Keys(Screen screen, params string[] keys)
    {
        foreach (var key in keys)
            await screen.Page.Keyboard.PressAsync(key);
    }

    private async Task<IEnumerable<string>> Requests() =>
        [.. (await practice.Officer.GetFromJsonAsync<JsonElement>("api/privacy-requests")).GetProperty("items").EnumerateArray().Select(each => each.GetProperty("reference").GetString()!)];

    [GeneratedRegex("/api/privacy-requests/confirm/[0-9a-f]{64}")]
    private static partial Regex ConfirmationLink();
}
