using Microsoft.Playwright;

namespace WelWee3D.Tests.Browser;

/// <summary>A scan is opened on purpose, with a reason, and is then seen as large as it is.</summary>
[Collection(PracticeStories.Name)]
public sealed partial class ScanStoriesTests(Practice practice)
{
    private const string Reason = "Kijken of de scan heel is voor het printen";

    // How much of the picture is drawn on, of what colours: a body and a person are of many shades.
    private const string Drawn = """
        () => {
          const canvas = document.querySelector('.stage canvas');
          const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
          copy.drawImage(canvas, 0, 0);
          const pixels = new Uint32Array(copy.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
          const shades = new Set(pixels);
          return { filled: pixels.filter(pixel => pixel !== 0).length / pixels.length, shades: shades.size, sum: pixels.reduce((sum, pixel) => (sum * 31 + pixel) | 0, 0) };
        }
        """;

    [Theory]
    [InlineData("Suzan Bakker", "STL")]
    [InlineData("Sophie Meijer", "OBJ")]
    [InlineData("Vera Langeveld", "PLY")]
    [InlineData("Julia Koning", "GLB")]
    [InlineData("Aisha Haddad", "3MF")]
    [InlineData("Nienke Jonker", "OBJ")]
    public async Task An_assistant_opens_a_scan_with_a_reason_and_sees_it_in_its_own_size_beside_a_person(string client, string format)
    {
        await using var screen = await practice.Open("staff");
        Tolerate(screen);
        var address = await practice.Resolve($"/staff/scans/{{scan of {client}}}");
        var before = await practice.Reasons(address.Split('/')[^1]);
        await screen.Go(address);
        await screen.Page.Locator("dl.facts").GetByText(format).First.WaitForAsync();
        await screen.Press("Open de scan");
        await screen.Fill("Waarom open je deze scan?", Reason);
        await screen.Press("Open de scan met deze reden");
        await screen.Sees("Deze keer is genoteerd, met je reden.");

        // It has come, and then it is drawn.
        var words = await Words(screen).InnerTextAsync();
        // A torso of the demonstration is 57 to 77 cm high, in whichever unit its file is.
        Assert.InRange(int.Parse(Height().Match(words).Groups[1].Value, CultureInfo.InvariantCulture), 57, 77);
        Assert.DoesNotContain("Let op", words, StringComparison.Ordinal);
        var shown = await screen.Page.EvaluateAsync<Picture>(Drawn);
        Assert.InRange(shown.Filled, 0.05, 0.9);
        Assert.True(shown.Shades > 50, $"The picture has {shown.Shades} shades.");
        await screen.Picture($"story-scan-{client.Split(' ')[0].ToLowerInvariant()}");
        Assert.Equal([.. before, Reason], await practice.Reasons(address.Split('/')[^1]));
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task Without_a_reason_nothing_of_a_scan_is_fetched()
    {
        await using var screen = await practice.Open("staff");
        var fetched = new List<string>();
        screen.Page.Request += (_, request) => fetched.Add(request.Url);
        await screen.Go(await practice.Resolve("/staff/scans/{scan of Julia Koning}"));
        await screen.Press("Open de scan");
        var sofar = fetched.Count;
        await screen.Press("Open de scan met deze reden");
        await screen.Sees("Er klopt iets niet");
        Assert.Contains("Zeg waarom je de scan opent.", await screen.Focused(), StringComparison.Ordinal);
        await screen.Press("Niet openen");
        await screen.Sees("Open hem alleen als het nodig is");

        Assert.Equal(sofar, fetched.Count);
        Assert.DoesNotContain(fetched, url => url.Contains("/content", StringComparison.Ordinal));
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task A_scan_is_turned_and_enlarged_by_the_keys_alone_and_is_let_go_with_its_page()
    {
        await using var screen = await practice.Open("staff", "privacy");
        Tolerate(screen);
        await screen.Go(await practice.Resolve("/staff/scans/{scan of Julia Koning}"));
        await screen.TabTo("Open de scan");
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Page.Keyboard.TypeAsync("Maat nakijken");
        await screen.Page.Keyboard.PressAsync("Tab");
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Sees("Deze keer is genoteerd");
        await screen.Sees("“Maat nakijken”");
        await Words(screen).WaitForAsync();
        Assert.Equal("stage", await screen.Page.EvaluateAsync<string>("document.activeElement.id"));

        var seen = new HashSet<int> { (await screen.Page.EvaluateAsync<Picture>(Drawn)).Sum };
        foreach (var key in (string[])["ArrowLeft", "ArrowDown", "+", "-", "Home"])
        {
            await screen.Page.Keyboard.PressAsync(key);
            await screen.Page.EvaluateAsync("() => new Promise(requestAnimationFrame).then(() => new Promise(requestAnimationFrame))");
            Assert.True((await screen.Page.EvaluateAsync<Picture>(Drawn)).Sum is var sum && (seen.Add(sum) || key == "-"), $"Nothing came of {key}.");
        }
        Assert.Empty(await screen.Violations());
        await screen.Look("en", "dark", 360);
        await screen.Sees("percent of the height of somebody of 1.70 m");
        Assert.Empty(await screen.TooWide());
        Assert.Empty(await screen.Violations());
        await screen.Picture("story-scan-phone");
        await screen.Follow("The order of");
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Julia Koning" }).WaitForAsync();
        Assert.Equal(0, await screen.Page.Locator("canvas").CountAsync());
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task Where_a_browser_cannot_draw_it_says_so_and_asks_for_nothing()
    {
        await using var screen = await practice.Open("staff");
        await screen.Page.AddInitScriptAsync("HTMLCanvasElement.prototype.getContext = () => null");
        await screen.Go(await practice.Resolve("/staff/scans/{scan of Julia Koning}"));
        await screen.Sees("Deze browser kan geen 3D laten zien");
        Assert.Equal(0, await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Open de scan" }).CountAsync());
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task A_scan_that_does_not_belong_here_is_shown_as_what_goes_before_it_is_destroyed()
    {
        await using var screen = await practice.Open("staff");
        screen.Expected.Add("status of 409");
        await screen.Go(await practice.Resolve("/staff/scans/{scan of Roos Mulder}"));
        await screen.Press("Scan laten vernietigen");
        await screen.Fill("Waarom?", "Verkeerde cliënt gescand");
        await screen.Press("Laat zien wat er weggaat");
        await screen.Sees("Dit gaat weg, nu meteen");
        await screen.Picture("story-scan-goes");
        await screen.Press("Niet doen, terug");
        Assert.Equal("Verkeerde cliënt gescand", await screen.Page.GetByLabel("Waarom?").InputValueAsync());
        await screen.Press("Laat zien wat er weggaat");
        // What was done is told also where the page that tells it has to be fetched again.
        screen.Expected.Add("ERR_FAILED");
        await screen.Page.RouteAsync("**/api/orders/*", route => route.AbortAsync());
        await screen.Press("De scan nu vernietigen");
        await screen.Sees("De app is niet te bereiken.");
        await screen.Page.UnrouteAllAsync();
        await screen.Press("Probeer opnieuw");
        await screen.Sees("Het leven van deze bestelling");
        await screen.Sees("De scan is vernietigd. Het bewijs is verklaring");
        await screen.Sees("Er is geen scan.");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task Why_a_file_is_no_scan_is_told_in_the_language_of_the_page_alone()
    {
        await using var screen = await practice.Open("staff");
        await screen.Go(await practice.Resolve("/staff/scans/{scan of Bo Timmermans}"));
        await screen.Sees("Waarom het geen scan is: ");
        Assert.Equal(0, await screen.Page.Locator("main p[lang=en]").CountAsync());
        await screen.Press("English");
        await screen.Sees("Why it is no scan: ");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task The_file_for_a_printer_is_fetched_with_a_reason_and_the_order_tells_who_was_given_it()
    {
        await using var screen = await practice.Open("staff");
        var address = await practice.Resolve("/staff/scans/{scan of Eline Verbeek}");
        await screen.Go(address);
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Bestand voor de printer" }).ClickAsync();
        await screen.Press("Maak en bewaar het bestand");
        await screen.Sees("Zeg waarom je het bestand ophaalt.");
        await screen.Fill("Waarom haal je het op?", "Het beeldje brak; het wordt opnieuw geprint");
        var file = await screen.Page.RunAndWaitForDownloadAsync(() => screen.Press("Maak en bewaar het bestand"));
        Assert.Matches("^figurine-[0-9A-Z]{4}-[0-9A-Z]{4}\\.stl$", file.SuggestedFilename);
        await screen.Sees("Bij de bestelling staat nu wie het kreeg.");
        await screen.Follow("De bestelling van");
        await screen.Sees("Drukkerij De Laag");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task The_proof_of_each_of_the_seven_answers_is_a_page_that_there_is()
    {
        await using var screen = await practice.Open("staff", "privacy");
        await screen.Go("/staff/documents/seven-questions");
        var links = await screen.Page.Locator("article a").EvaluateAllAsync<string[]>("links => links.map(each => each.getAttribute('href'))");
        Assert.True(links.Length >= 7);
        foreach (var link in links.Distinct())
        {
            await screen.Page.Locator($"article a[href='{link}']").First.ClickAsync();
            await screen.Page.WaitForSelectorAsync("main[aria-busy=false] h1");
            Assert.NotEqual("Deze pagina is er niet", await screen.Page.Locator("h1").InnerTextAsync());
            await screen.Page.GoBackAsync();
            await screen.Page.WaitForSelectorAsync("article a");
        }
        Assert.Empty(screen.Problems);
    }

    private static ILocator Words(Screen screen) => screen.Page.Locator("#look-words", new() { HasTextRegex = Height() });

    /// <summary>A browser without a graphics card tells that what it does is slow.</summary>
    private static void Tolerate(Screen screen) => screen.Expected.Add("GPU stall due to ReadPixels");

    [GeneratedRegex(@"en (\d+) cm hoog")]
    private static partial Regex Height();

    private sealed record Picture
    {
        public double Filled { get; init; }

        public int Shades { get; init; }

        public int Sum { get; init; }
    }
}
