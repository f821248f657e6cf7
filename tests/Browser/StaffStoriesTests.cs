using Microsoft.Playwright;

namespace WelWee3D.Tests.Browser;

/// <summary>What those who work at the practice do with the console, from beginning to end.</summary>
[Collection(PracticeStories.Name)]
public sealed class StaffStoriesTests(Practice practice)
{
    [Fact]
    public async Task An_assistant_who_enters_a_shipping_date_late_sees_first_what_goes_and_can_leave_it()
    {
        await using var screen = await practice.Open("staff");
        screen.Expected.Add("status of 409");
        await screen.Go("/staff/orders");
        await screen.Fill("Naam, e-mail, telefoon of kenmerk", "anouk");
        await screen.Press("Zoek");
        await screen.Follow("Anouk Brinkman");
        await screen.Press("Verzonden melden");

        await screen.Fill("Verzonden op", "ergens in juni");
        await screen.Press("Verzenddatum opslaan");
        await screen.Sees("Er klopt iets niet");
        Assert.Contains("Vul een datum in", await screen.Focused(), StringComparison.Ordinal);
        Assert.Equal("ergens in juni", await screen.Page.GetByLabel("Verzonden op").InputValueAsync());

        var shipped = LetterBody.Day(Amsterdam.DateOf(World.Instant).AddDays(-172), "nl");
        await screen.Fill("Verzonden op", shipped);
        await screen.Press("Verzenddatum opslaan");
        await screen.Sees("Met deze datum gaat dit weg");
        await screen.Sees("bij de eerstvolgende opruiming");
        await screen.Picture("story-ships-late");
        Assert.Equal("Met deze datum gaat dit weg", await screen.Focused());
        await screen.Press("Niet doen, terug");
        Assert.Equal(0, await screen.Page.GetByText("Beeldje verzonden", new() { Exact = true }).Locator("xpath=ancestor::ol").CountAsync());

        await screen.Press("Verzenddatum opslaan");
        await screen.Press("Verzenddatum opslaan en dit laten vernietigen");
        await screen.Sees($"Genoteerd: verzonden op {shipped}.");
        await screen.Page.Locator("ol.life").GetByText("Beeldje verzonden").WaitForAsync();
        await screen.Press("Ongedaan maken");
        await screen.Sees("Teruggedraaid: de bestelling loopt weer.");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task An_assistant_opens_an_order_and_loses_nothing_by_a_mistake()
    {
        await using var screen = await practice.Open("staff");
        await screen.Go("/staff/orders/new");
        await screen.Fill("Naam", "Wies de Boer");
        await screen.Fill("E-mail", "wies");
        await screen.Press("Bestelling openen");
        await screen.Sees("Er klopt iets niet");
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Vul een e-mailadres in" }).ClickAsync();
        await screen.Page.Keyboard.TypeAsync("@voorbeeld.example");
        Assert.Equal("Wies de Boer", await screen.Page.GetByLabel("Naam").InputValueAsync());

        await screen.Page.GetByLabel("E-mail").FillAsync("wies@voorbeeld.example");
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Sees("Bestelling geopend");
        await screen.Sees("Er is geen scan.");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task A_client_takes_her_consent_back_and_sees_first_what_goes()
    {
        await using var screen = await practice.Open("staff", "privacy");
        screen.Expected.Add("status of 409");
        await screen.Go(await practice.Resolve("/staff/orders/{Fatima el Amrani}"));
        await screen.Press("Toestemming noteren");
        await screen.Page.GetByLabel("Om de scan vijf jaar te bewaren").CheckAsync();
        await screen.Page.GetByLabel("Ingetrokken").CheckAsync();
        await screen.Page.GetByLabel("Aan de telefoon").CheckAsync();
        await screen.Press("Noteer haar antwoord");
        await screen.Sees("Met dit antwoord gaat dit weg");
        await screen.Sees("scan waarvoor de toestemming is ingetrokken");
        await screen.Press("Noteer het antwoord en laat dit vernietigen");
        await screen.Sees("Haar antwoord is genoteerd.");
        await screen.Sees("De scan gaat weg bij de eerstvolgende opruiming.");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task An_assistant_confirms_that_a_copy_is_wiped()
    {
        await using var screen = await practice.Open("staff");
        await screen.Go("/staff");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Gewist, bevestig KAST-2" }).ClickAsync();
        await screen.Sees("Bevestigen is niet terug te draaien");
        await screen.Fill("Op welke dag is het gewist?", "gisteren");
        await screen.Press("Bevestig dat het gewist is");
        await screen.Sees($"Genoteerd: de kopie op KAST-2 is gewist op {LetterBody.Day(Amsterdam.DateOf(World.Instant).AddDays(-1), "nl")}.");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task An_officer_takes_a_request_from_arrival_to_erasure_and_prints_the_certificate()
    {
        await using var screen = await practice.Open("staff", "privacy");
        await screen.Go("/staff/requests");
        await screen.Page.Locator("a.what", new() { HasText = "wissen" }).First.ClickAsync();
        await screen.Sees("Hoe de laatste dag is bepaald");
        await screen.Page.RouteAsync("**/identity", route => route.AbortAsync());
        await screen.Press("Stuur haar een code");
        await screen.Sees("De app is niet te bereiken.");
        Assert.Equal(0, await screen.Page.GetByLabel("Code die zij noemt").CountAsync());
        await screen.Page.UnrouteAsync("**/identity");
        screen.Expected.Add("ERR_FAILED");
        await screen.Press("Aan de telefoon vaststellen wie ze is");
        await screen.Page.GetByLabel("postadres").CheckAsync();
        await screen.Press("Noteer wat klopte");
        await screen.Sees("Kruis minstens twee dingen aan.");
        await screen.Page.GetByLabel("dag van de scan").CheckAsync();
        Assert.Equal(0, await screen.Page.GetByText("Kruis minstens twee dingen aan.").CountAsync());
        await screen.Press("Noteer wat klopte");
        await screen.Sees("Vastgesteld: het verzoek komt van haar.");

        await screen.Follow("Bekijk wat er weg zou gaan");
        await screen.Press("Laat zien wat er weg zou gaan");
        await screen.Sees("Dit gaat weg, vandaag nog");
        await screen.Picture("story-erasure-shown");
        await screen.Press("Alles hierboven vernietigen");
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Gewist" }).WaitForAsync();
        await screen.Picture("story-erased");

        await screen.Follow("Verder met het verzoek");
        await screen.Press("Afhandelen");
        await screen.Page.GetByLabel("Gedaan", new() { Exact = true }).CheckAsync();
        await screen.Press("Afhandelen en haar schrijven");
        await screen.Sees("Afgehandeld. Er gaat een brief naar haar.");

        await screen.Follow("Bewijzen");
        await screen.Press("Reken de hele keten na");
        await screen.Sees("De keten klopt");
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "bestelling met cliëntgegevens" }).First.ClickAsync();
        await screen.Sees("Wel & Wee – 3D verklaart");
        await screen.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await screen.Picture("story-certificate-printed");
        Assert.False(await screen.Page.GetByRole(AriaRole.Navigation).IsVisibleAsync());
        Assert.False(await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Print of bewaar als pdf" }).IsVisibleAsync());
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task An_officer_sees_by_a_bar_of_the_chart_what_goes_in_that_month_and_why()
    {
        await using var screen = await practice.Open("privacy");
        await screen.Go("/staff/retention");
        var (now, next) = (Month(0), Month(1));
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = now }).FocusAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Page.Locator("#chosen").WaitForAsync();
        Assert.Equal(now, await screen.Focused(), ignoreCase: true);
        await screen.Sees("Vernietigd, met bewijs");
        await screen.Picture("story-chart");
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = next }).ClickAsync();
        await screen.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Scan zonder toestemming" }).GetByRole(AriaRole.Link, new() { Name = "Waarom?" }).First.ClickAsync();
        await screen.Sees("Waarom is dit er nog");
        await screen.Sees("twee maanden");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task Somebody_signs_in_and_finds_an_order_by_the_keys_alone()
    {
        await using var screen = await practice.Open();
        await screen.Go("/staff");
        await screen.TabTo("Alleen assistente");
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Page.WaitForSelectorAsync(".side");
        await screen.Page.WaitForSelectorAsync("main[aria-busy=false]");
        Assert.Contains("voor vandaag", await screen.Focused(), StringComparison.Ordinal);

        await screen.Page.Keyboard.PressAsync("Shift+Tab");
        await screen.TabTo("Bestellingen");
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Page.WaitForSelectorAsync("#seek");
        Assert.Equal("Bestellingen", await screen.Focused());
        await screen.Page.Keyboard.PressAsync("Tab");
        await screen.Page.Keyboard.TypeAsync("emma.verhoeven@voorbeeld.example");
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Sees("1 gevonden");
        Assert.DoesNotContain("emma", screen.Page.Url, StringComparison.OrdinalIgnoreCase);
        await screen.TabTo("Emma Verhoeven");
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Sees("Het leven van deze bestelling");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task English_is_one_click_away_and_stays()
    {
        await using var screen = await practice.Open("staff", "privacy");
        await screen.Go("/staff/retention");
        await screen.Press("English");
        await screen.Sees("Keeping and destroying");
        await screen.Page.ReloadAsync();
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Keeping and destroying" }).WaitForAsync();
        Assert.Equal("en", await screen.Page.EvaluateAsync<string>("document.documentElement.lang"));
        Assert.Equal("Keeping and destroying – Wel & Wee 3D", await screen.Page.TitleAsync());
        Assert.Empty(screen.Problems);
    }

    [Theory]
    [InlineData("staff", "Vandaag, Bestellingen, Berichten, Documenten, Bezoek, Instellingen")]
    [InlineData("privacy", "Vandaag, Iemand opzoeken, Verzoeken, Bewaren en vernietigen, Bewijzen, Wie zag wat, Documenten, Instellingen")]
    public async Task Each_role_is_shown_the_parts_that_it_may_use(string role, string parts)
    {
        await using var screen = await practice.Open(role);
        await screen.Go("/staff");
        Assert.Equal(parts, string.Join(", ", await screen.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link).AllInnerTextsAsync()));
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task The_console_is_small_and_brings_the_library_of_Entra_only_where_that_signs_in()
    {
        await using var screen = await practice.Open("staff", "privacy");
        await screen.Go("/staff");
        var fetched = await screen.Page.EvaluateAsync<int>(
            "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].filter(each => !each.name.includes('/api/')).reduce((sum, each) => sum + each.encodedBodySize, 0)");
        Assert.InRange(fetched, 1, 150 * 1024);
        Assert.DoesNotContain(await screen.Scripts(), script => script.EndsWith(SignInTests.Library, StringComparison.Ordinal));
    }

    private static string Month(int later) => Amsterdam.DateOf(World.Instant).AddMonths(later).ToString("MMMM yyyy", CultureInfo.GetCultureInfo("nl"));
}
