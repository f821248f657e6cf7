using Microsoft.Playwright;

namespace WelWee3D.Tests.Browser;

/// <summary>What the privacy officer does: a request from its arrival, a mistake that is put right, a person looked up.</summary>
[Collection(PracticeStories.Name)]
public sealed partial class OfficerStoriesTests(Practice practice)
{
    [Fact]
    public async Task An_officer_takes_a_request_from_arrival_to_erasure_and_prints_the_certificate_in_English()
    {
        await using var screen = await practice.Open("staff", "privacy");
        await screen.Go("/staff/requests");
        await screen.Press("English");
        await screen.Follow("Write down a request");
        await screen.Page.GetByLabel("Erasure", new() { Exact = true }).CheckAsync();
        await screen.Page.GetByLabel("By phone").CheckAsync();
        await screen.Fill("Name", "Myrthe Vos");
        await screen.Fill("Mail", "myrthe.vos@voorbeeld.example");
        await screen.Fill("What she said with it", "Please erase all of it.");
        await screen.Press("Write down the request");
        await screen.Sees("To be answered by");
        await screen.Press("Establish by phone who she is");
        await screen.Page.GetByLabel("postal address").CheckAsync();
        await screen.Page.GetByLabel("day of the scan").CheckAsync();
        await screen.Press("Note what was right");
        await screen.Sees("Established: the request comes from her.");

        await screen.Follow("See what would go");
        await screen.Press("Show what would go");
        await screen.Sees("This goes, today");
        await screen.Picture("story-erasure-shown-en");
        await screen.Press("Destroy all of the above");
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Erased" }).WaitForAsync();
        await screen.Follow("On with the request");
        await screen.Press("Close");
        await screen.Page.GetByLabel("Done", new() { Exact = true }).CheckAsync();
        await screen.Press("Close and write to her");
        await screen.Sees("Closed. A letter goes to her.");

        await screen.Follow("Proofs");
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "order with" }).First.ClickAsync();
        await screen.Sees("This does not come back");
        await screen.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await screen.Picture("story-certificate-printed-en");
        Assert.False(await screen.Page.GetByRole(AriaRole.Navigation).IsVisibleAsync());
        Assert.False(await screen.Page.GetByText("This does not come back").IsVisibleAsync());
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task An_officer_brings_a_scan_back_whose_destruction_was_a_mistake()
    {
        await using var screen = await practice.Open("staff", "privacy");
        screen.Expected.Add("status of 409");
        await screen.Go(await practice.Resolve("/staff/orders/{Carlijn Smit}"));
        await screen.Page.Locator("ol.life li.went").GetByText("Scan vernietigd").WaitForAsync();
        await screen.Picture("story-scan-destroyed");
        await screen.Follow("bekijk het bewijs");
        await screen.Press("Dit was een vergissing: zet terug");
        await screen.Sees("daarna kan niemand het meer");
        await screen.Fill("Wat ging er mis?", "Het beeldje kwam kapot aan, en moet nog eens worden geprint.");
        await screen.Press("Zet de scan terug");
        await screen.Sees("Zonder bewaarplicht zou de scan meteen weer worden vernietigd.");
        await screen.Picture("story-undo-refused");
        var last = LetterBody.Day(Amsterdam.DateOf(World.Instant).AddDays(70), "nl");
        await screen.Fill("Houd de scan vast tot en met", last);
        await screen.Press("Zet de scan terug");
        await screen.Sees("De scan is terug.");
        await screen.Picture("story-undone");
        await screen.Follow("Open de bestelling");
        await screen.Page.Locator("ol.life").GetByText("Scan gemaakt").WaitForAsync();
        await screen.Sees($"Vastgehouden tot en met {last}");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task An_officer_looks_somebody_up_restricts_what_there_is_and_lifts_that_again()
    {
        await using var screen = await practice.Open("staff", "privacy");
        await screen.Go("/staff/people");
        await screen.Fill("E-mail", "tessa.bouman@voorbeeld.example");
        await screen.Fill("Telefoon", "06 1111 1111");
        await screen.Press("Zoek op");
        await screen.Sees("Alleen een van de twee gegevens past");
        await screen.Fill("Telefoon", "");
        await screen.Press("Zoek op");
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Bestelling met cliëntgegevens", Exact = true }).WaitForAsync();
        Assert.DoesNotContain("tessa", screen.Page.Url, StringComparison.OrdinalIgnoreCase);
        await screen.Picture("story-person");

        await screen.Press("Beperken");
        await screen.Fill("Waarom wordt het beperkt?", "Ze betwist of haar adres klopt.");
        await screen.Press("Alles van haar beperken");
        await screen.Sees("Haar gegevens mogen alleen worden bewaard.");
        await screen.Sees("Dit gaat niet weg zolang de beperking geldt.");
        await screen.Press("Beperking opheffen");
        await screen.Fill("Waarom mag het weer worden gebruikt?", "Het adres klopte.");
        await screen.Fill("Op welke dag heb je het haar zelf verteld?", "vandaag");
        await screen.Press("Beperking opheffen");
        await screen.Sees("Kies hoe.");
        await screen.Page.GetByLabel("Aan de telefoon").CheckAsync();
        await screen.Press("Beperking opheffen");
        await screen.Sees("De beperking is opgeheven");

        await MakesHerPackage(screen);
        Assert.Equal(0, await screen.Page.GetByText("Geef hem alleen aan haar.").CountAsync());
        await GoOn();
        await screen.Sees("Geef hem alleen aan haar.");

        // Who comes back later looks up nobody: that would be written down.
        await screen.Follow("Vandaag");
        await screen.Follow("Iemand opzoeken");
        await screen.Sees("Met allebei de gegevens");
        Assert.Equal("", await screen.Page.GetByLabel("E-mail").InputValueAsync());
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task What_was_begun_for_one_person_stays_hers_when_another_is_looked_up()
    {
        var (one, other) = (Demo.AddressOf("Anke Roos"), Demo.AddressOf("Bea Linde"));
        await practice.Order("Anke Roos");
        await practice.Order("Bea Linde");
        using var restricted = await practice.Officer.PostAsJsonAsync("api/subjects/restrict", new { email = one, reason = "Ze betwist haar adres." });
        restricted.EnsureSuccessStatusCode();
        var goes = (await practice.Officer.GetFromJsonAsync<JsonElement>($"api/subjects?email={Uri.EscapeDataString(one)}")).GetProperty("items");
        await using var screen = await practice.Open("privacy");
        screen.Expected.Add("status of 409");
        await screen.Go("/staff/people");
        await LookUp(one);
        await screen.Page.RouteAsync("**/api/subjects/restrict", route => route.FulfillAsync(new()
        {
            Status = 409, ContentType = "application/problem+json", Body = JsonSerializer.Serialize(new { detail = "Dit zou weggaan.", wouldDestroy = goes }),
        }));
        await screen.Press("Beperking opheffen");
        await screen.Fill("Waarom mag het weer worden gebruikt?", "Het adres klopte.");
        await screen.Press("Beperking opheffen");
        await screen.Sees("Zonder de beperking gaat dit weg");
        await LookUp(other);
        Assert.Equal(0, await screen.Page.GetByText("Zonder de beperking gaat dit weg").CountAsync());

        await LookUp(one);
        await MakesHerPackage(screen);
        await LookUp(other);
        await screen.Press("Beperken");
        await GoOn();
        await screen.Sees("Geef hem alleen aan haar.");
        await screen.Page.Locator("#said b", new() { HasText = one }).WaitForAsync();
        Assert.Equal(1, await screen.Page.GetByLabel("Waarom wordt het beperkt?").CountAsync());
        Assert.Empty(screen.Problems);

        async Task LookUp(string email)
        {
            await screen.Fill("E-mail", email);
            await screen.Press("Zoek op");
            await screen.Page.Locator("#found", new() { HasText = email }).WaitForAsync();
        }
    }

    [Fact]
    public async Task An_erasure_that_takes_longer_than_a_request_tells_what_went_and_what_is_held()
    {
        var (goes, stays) = (await practice.Order("Fenna Dijk", ("buik.stl", SampleScan.Binary(0.6f))), await practice.Order("Fenna Dijk"));
        using var held = await practice.Staff.PostAsJsonAsync($"api/orders/{stays}/holds", new { reason = "Er loopt een claim.", until = Amsterdam.DateOf(World.Instant).AddDays(60) });
        held.EnsureSuccessStatusCode();
        using var restricted = await practice.Officer.PostAsJsonAsync("api/subjects/restrict", new { email = Demo.AddressOf("Fenna Dijk"), reason = "Ze betwist haar adres." });
        restricted.EnsureSuccessStatusCode();
        await using var screen = await practice.Open("staff", "privacy");
        screen.Expected.Add("ERR_FAILED");
        await screen.Go("/staff/erase");
        await screen.Fill("E-mail", Demo.AddressOf("Fenna Dijk"));
        await screen.Press("Laat zien wat er weg zou gaan");
        await screen.Sees("Dit gaat weg, vandaag nog");
        await screen.Sees("Wat beperkt is, gaat wél weg.");
        Assert.Equal(1, await screen.Page.Locator("main li", new() { HasText = "blijft tot en met" }).CountAsync());
        Assert.Equal(0, await screen.Page.GetByText("zolang de beperking geldt").CountAsync());
        await screen.Picture("story-erase-shown");

        await NotToWait(screen, "**/api/subjects/erase");
        await screen.Page.RouteAsync("**/api/retention/runs/*", route => route.AbortAsync());
        await screen.Press("Alles hierboven vernietigen");
        await screen.Sees("De app is niet te bereiken.");
        await screen.Page.UnrouteAsync("**/api/retention/runs/*");
        await screen.Press("Alles hierboven vernietigen");
        await screen.Sees("Bezig met vernietigen.");
        await GoOn();
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Gewist" }).WaitForAsync();
        await screen.Sees("Vernietigd: ");
        await screen.Sees("Dit blijft nog");
        await screen.Picture("story-erased-later");
        Assert.Equal(1, await screen.Page.Locator("main li", new() { HasText = "Bestelling met cliëntgegevens" }).Or(screen.Page.Locator("main li", new() { HasText = "bestelling met cliëntgegevens" })).CountAsync());
        // The one that is held is restricted still, and that is what staff are told of it.
        Assert.Equal((404, 409), (await Status(goes), await Status(stays)));
        Assert.Empty(screen.Problems);

        async Task<int> Status(string order)
        {
            using var answer = await practice.Staff.GetAsync($"api/orders/{order}");
            return (int)answer.StatusCode;
        }
    }

    [Fact]
    public async Task What_is_ticked_as_hers_goes_only_after_it_was_looked_at_again()
    {
        await practice.World.Given.Opened(Make.Client("loes.twijfel@voorbeeld.example", "+31611110001"));
        await practice.World.Given.Opened(Make.Client("loes.twijfel@voorbeeld.example", "+31611110002"));
        await using var screen = await practice.Open("privacy");
        await screen.Go("/staff/erase");
        await screen.Fill("E-mail", "loes.twijfel@voorbeeld.example");
        await screen.Fill("Telefoon", "06 1111 0001");
        await screen.Press("Laat zien wat er weg zou gaan");
        var destroy = screen.Page.GetByRole(AriaRole.Button, new() { Name = "Alles hierboven vernietigen" });
        await destroy.WaitForAsync();
        await screen.Page.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await screen.Sees("kijk eerst opnieuw");
        Assert.Equal(0, await destroy.CountAsync());
        await screen.Press("Kijk opnieuw");
        await destroy.WaitForAsync();
        Assert.Equal(2, await screen.Page.Locator("section.note.gone li", new() { HasText = "bestelling met cliëntgegevens" }).CountAsync());
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task A_sweep_that_takes_longer_than_a_request_is_waited_for()
    {
        await using var screen = await practice.Open("privacy");
        screen.Expected.Add("ERR_FAILED");
        await screen.Go("/staff/runs");
        await NotToWait(screen, "**/api/retention/sweep");
        await screen.Press("Nu opruimen? Bekijk eerst wat er weg zou gaan");
        await screen.Page.Locator("#sweep-heading").WaitForAsync();
        await screen.Page.RouteAsync("**/api/retention/runs/*", route => route.AbortAsync());
        var sweep = screen.Page.GetByRole(AriaRole.Button, new() { NameRegex = Sweep() });
        await sweep.ClickAsync();
        await screen.Sees("De app is niet te bereiken.");
        Assert.Equal("false", await sweep.GetAttributeAsync("aria-busy"));

        await screen.Page.UnrouteAsync("**/api/retention/runs/*");
        // The run that was accepted is the one that is waited for, not a second one.
        await sweep.ClickAsync();
        await screen.Page.Locator("button[aria-busy=true]").WaitForAsync();
        await GoOn();
        await screen.Sees("De opruiming is klaar.");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task An_officer_who_would_sweep_now_sees_first_what_goes_and_can_leave_it()
    {
        await using var screen = await practice.Open("privacy");
        await screen.Go("/staff/runs");
        await screen.Press("Nu opruimen? Bekijk eerst wat er weg zou gaan");
        await screen.Page.Locator("#sweep-heading").WaitForAsync();
        await screen.Picture("story-sweep-shown");
        await screen.Press("Niet doen, terug");
        await screen.Follow("Opruiming, ");
        await screen.Sees("Wat bleef liggen");
        Assert.Empty(screen.Problems);
    }

    /// <summary>Of all that there is of her, which takes longer than she who asks for it waits.</summary>
    private static async Task MakesHerPackage(Screen screen)
    {
        await screen.Press("Meegeven");
        await screen.Page.GetByLabel("Inzage: alles wat er van haar is").CheckAsync();
        await screen.Fill("Waarom maak je het?", "Ze vroeg om inzage.");
        await NotToWait(screen, "**/api/subjects/export");
        await screen.Press("Pakket maken");
        await screen.Sees("Het pakket wordt gemaakt.");
    }

    /// <summary>What is asked there is answered with its run.</summary>
    private static Task NotToWait(Screen screen, string address) => screen.Page.RouteAsync(
        address, route => route.ContinueAsync(new() { Headers = route.Request.Headers.Append(new("prefer", "respond-async")) }));

    private async Task GoOn()
    {
        using var gone = await practice.Visitor.PostAsJsonAsync("admin/functions/GoOnWithRuns", new { });
        gone.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("^(Nu opruimen en dit vernietigen|Toch nu opruimen)$")]
    private static partial Regex Sweep();
}
