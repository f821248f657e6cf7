using Microsoft.Playwright;

namespace WelWee3D.Tests.Browser;

/// <summary>What becomes of a scan is decided by who read it first, and who may only store it does not see it unasked.</summary>
[Collection(PracticeStories.Name)]
public sealed class DecisionStoriesTests(Practice practice)
{
    private static DateOnly Today => Amsterdam.DateOf(World.Instant);

    [Fact]
    public async Task A_scan_that_is_held_is_decided_about_only_once_somebody_read_on_which_day_it_goes()
    {
        var order = await practice.Order("Hanna Kok", ("buik.stl", SampleScan.Binary(0.61f)));
        using var held = await practice.Staff.PostAsJsonAsync($"api/orders/{order}/holds", new { reason = "Er loopt een claim.", until = Today.AddDays(60) });
        held.EnsureSuccessStatusCode();
        await using var screen = await practice.Open("staff");
        screen.Expected.Add("status of 409");
        await screen.Go($"/staff/scans/{(await practice.Scans(order))[0].GetProperty("id").GetString()}");
        Assert.DoesNotContain("buik", await screen.Page.TitleAsync(), StringComparison.Ordinal);
        await screen.Press("Scan laten vernietigen");
        await screen.Fill("Waarom?", "Verkeerde cliënt gescand");
        await screen.Press("Laat zien wat er weggaat");
        await screen.Sees("Dit gaat weg zodra niets het meer tegenhoudt, en dat is niet terug te nemen");
        await screen.Page.Locator("section.note li", new() { HasText = $"op {LetterBody.Day(Today.AddDays(61), "nl")}" }).Filter(new() { HasText = "Er loopt een claim." }).WaitForAsync();
        await screen.Picture("story-scan-held");
        Assert.Empty(await screen.Violations());
        await screen.Press("Niet doen, terug");
        Assert.NotEqual("scan-destroyed-by-staff", await Rule());

        await screen.Press("Laat zien wat er weggaat");
        await screen.Press("Besluiten dat de scan weggaat");
        await screen.Sees($"Besloten: de scan gaat weg op {LetterBody.Day(Today.AddDays(61), "nl")}. Tot dan blijft hij: bewaarplicht");
        Assert.Equal("scan-destroyed-by-staff", await Rule());
        Assert.Empty(screen.Problems);

        async Task<string?> Rule() => (await practice.Scans(order))[0].GetProperty("retention").GetProperty("rule").GetString();
    }

    [Fact]
    public async Task A_copy_is_told_to_be_wiped_and_a_scan_whose_other_copy_is_not_comes_back_before_there_is_a_proof()
    {
        var order = await practice.Order("Ilse Prins", ("buik.stl", SampleScan.Binary(0.62f)));
        var scan = (await practice.Scans(order))[0].GetProperty("id").GetString();
        foreach (var disk in (string[])["KAST-1", "KAST-2"])
            (await practice.Staff.PostAsJsonAsync($"api/scans/{scan}/copies", new { disk })).EnsureSuccessStatusCode();
        await using var screen = await practice.Open("staff", "privacy");
        screen.Expected.UnionWith(["status of 409", "ERR_FAILED"]);
        await screen.Go($"/staff/scans/{scan}");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Gewist melden KAST-1" }).ClickAsync();
        await screen.Sees("De scan zelf blijft hier");
        await screen.Picture("story-copy-wiped");
        await screen.Page.RouteAsync($"**/api/scans/{scan}", route => route.AbortAsync());
        await screen.Press("Bevestig dat het gewist is");
        await screen.Sees("Genoteerd: de kopie op KAST-1 is gewist op");
        await screen.Sees("De pagina kon daarna niet opnieuw worden gelezen.");
        await screen.Page.UnrouteAsync($"**/api/scans/{scan}");
        await screen.Page.ReloadAsync();
        await screen.Sees("gewist op");
        Assert.Equal(1, await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Gewist melden" }).CountAsync());

        await screen.Press("Scan laten vernietigen");
        await screen.Fill("Waarom?", "Vergissing");
        await screen.Press("Laat zien wat er weggaat");
        await screen.Press("De scan nu vernietigen");
        await screen.Sees("De scan is vernietigd. Wis nu ook de kopie op KAST-2: pas daarna is er een bewijs.");
        await screen.Follow("Waarom, en kan hij nog terug?");
        await screen.Press("Dit was een vergissing: zet terug");
        await screen.Fill("Wat ging er mis?", "Het was de goede scan.");
        await screen.Picture("story-undo-without-proof");
        await screen.Press("Zet de scan terug");
        await screen.Sees("De scan is terug.");
        Assert.Single(await practice.Scans(order));
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task A_scan_of_which_the_right_order_has_the_very_file_moves_there_once_somebody_says_so()
    {
        var (wrong, right) = (await practice.Order("Joke Visser", ("buik.stl", SampleScan.Binary(0.63f))), await practice.Order("Karin Mol", ("buik.stl", SampleScan.Binary(0.63f))));
        await using var screen = await practice.Open("staff");
        screen.Expected.Add("status of 409");
        await screen.Go($"/staff/scans/{(await practice.Scans(wrong))[0].GetProperty("id").GetString()}");
        await screen.Press("Naar een andere bestelling");
        await screen.Fill("De goede bestelling", Demo.AddressOf("Karin Mol"));
        await screen.Fill("Waarom?", "Verwisseld");
        await screen.Press("Verplaats de scan");
        await screen.Sees("Die bestelling heeft precies dit bestand al");
        await screen.Picture("story-scan-twin");
        Assert.Single(await practice.Scans(right));
        await screen.Press("Toch nog eens");
        await screen.Sees("De scan staat nu bij bestelling");
        Assert.Equal((0, 2), ((await practice.Scans(wrong)).Length, (await practice.Scans(right)).Length));
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task Who_asks_for_older_ones_goes_on_with_the_first_of_them_however_often_the_button_is_pressed()
    {
        await using var screen = await practice.Open("privacy");
        var asked = new List<string>();
        screen.Page.Request += (_, request) => asked.Add(request.Url);
        await screen.Page.RouteAsync(url => url.Contains("certificates?limit=50", StringComparison.Ordinal), route => route.ContinueAsync(new() { Url = route.Request.Url.Replace("limit=50", "limit=3", StringComparison.Ordinal) }));
        await screen.Go("/staff/certificates");
        var rows = screen.Page.Locator("main .rows > li");
        var before = await rows.CountAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Oudere tonen" }).DblClickAsync();
        await rows.Nth(before).WaitForAsync();
        Assert.Equal(before, await screen.Page.EvaluateAsync<int>("() => [...document.querySelectorAll('main .rows > li')].findIndex(row => row.contains(document.activeElement))"));
        Assert.Single(asked, url => url.Contains("continuation=", StringComparison.Ordinal));
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task What_may_only_be_stored_is_seen_by_the_officer_for_a_reason_that_is_kept_nowhere()
    {
        const string Reason = "Zij vraagt waarom haar adres er nog staat";
        var order = await practice.Order("Lieke Smits", ("buik.stl", SampleScan.Binary(0.64f)));
        var scan = (await practice.Scans(order))[0].GetProperty("id").GetString();
        (await practice.Officer.PostAsJsonAsync("api/subjects/restrict", new { email = Demo.AddressOf("Lieke Smits"), reason = "Ze betwist haar adres." })).EnsureSuccessStatusCode();
        await using (var assistant = await practice.Open("staff"))
        {
            assistant.Expected.Add("status of 409");
            await assistant.Go($"/staff/orders/{order}");
            await assistant.Sees("De medewerker voor privacy kan ze met een reden inzien.");
            Assert.Equal(0, await assistant.Page.Locator("form").CountAsync());
            Assert.Empty(assistant.Problems);
        }

        await using var screen = await practice.Open("staff", "privacy");
        screen.Expected.Add("status of 409");
        foreach (var (page, seen) in (IEnumerable<(string, string)>)[($"/staff/orders/{order}", "Het leven van deze bestelling"), ($"/staff/scans/{scan}", "De scan in 3D")])
        {
            await screen.Go(page);
            await screen.Press("Inzien met deze reden");
            await screen.Sees("Zeg waarom je deze gegevens wilt inzien.");
            await screen.Fill("Waarom wil je deze gegevens inzien?", Reason);
            await screen.Picture("story-restricted");
            Assert.Empty(await screen.Violations());
            await screen.Press("Inzien met deze reden");
            await screen.Sees(seen);
            Assert.Equal(0, await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Verzonden melden" }).CountAsync());
            Assert.Equal(0, await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Scan laten vernietigen" }).CountAsync());
            Assert.DoesNotContain("adres", await screen.Page.EvaluateAsync<string>("JSON.stringify([location.href, history.state, localStorage, sessionStorage, document.title])"), StringComparison.Ordinal);
        }
        Assert.Empty(screen.Problems);
    }
}
