using Microsoft.Playwright;

namespace WelWee3D.Tests.Browser;

/// <summary>What an assistant does with messages, quotes and files of before.</summary>
[Collection(PracticeStories.Name)]
public sealed class MessageStoriesTests(Practice practice)
{
    [Fact]
    public async Task An_assistant_takes_a_message_by_phone_answers_it_by_mistake_and_gives_it_to_a_colleague()
    {
        await using var screen = await practice.Open("staff");
        await screen.Go("/staff/messages");
        await screen.Follow("Bericht opschrijven");
        await screen.Page.GetByLabel("Aan de telefoon").CheckAsync();
        await screen.Fill("Naam", "Trijntje Bos");
        await screen.Fill("Wat ze vroeg of vertelde", "Mag haar zoontje van drie mee naar de scan?");
        await screen.Press("Bericht bewaren");
        await screen.Sees("Vul een e-mailadres of een telefoonnummer in.");
        Assert.Equal("Trijntje Bos", await screen.Page.GetByLabel("Naam").InputValueAsync());
        await screen.Fill("Telefoon", "06 1234 5670");
        await screen.Press("Bericht bewaren");
        await screen.Sees("Tot wanneer het blijft");
        await screen.Sees("vijf jaar");
        await screen.Sees("aan de telefoon");

        await screen.Press("Beantwoord");
        await screen.Sees("Genoteerd: dit bericht is beantwoord.");
        await screen.Picture("story-message-answered");
        await screen.Press("Ongedaan maken");
        await screen.Sees("Genoteerd: dit bericht moet nog worden beantwoord.");

        await screen.Press("Aan een collega geven");
        await screen.Page.GetByLabel("Planning").CheckAsync();
        await screen.Press("Doorsturen");
        await screen.Sees("planning krijgt een brief");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task An_assistant_finds_somebodys_message_sets_it_right_and_puts_that_back()
    {
        await using var screen = await practice.Open("staff");
        await screen.Go("/staff/messages");
        await screen.Fill("Naam, e-mail, telefoon of kenmerk", "els zwart");
        await screen.Press("Zoek");
        await screen.Sees("1 gevonden.");
        Assert.DoesNotContain("els", screen.Page.Url, StringComparison.OrdinalIgnoreCase);
        await screen.Follow("Els Zwart");
        await screen.Press("Verbeteren");
        await screen.Fill("Naam", "Elsbeth Zwart");
        await screen.Fill("Waarom klopt dit beter?", "Zo heet ze voluit.");
        await screen.Press("Verbetering bewaren");
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Elsbeth Zwart" }).WaitForAsync();
        await screen.Press("Ongedaan maken");
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Els Zwart" }).WaitForAsync();
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task An_assistant_takes_what_looked_like_a_robots_and_was_a_persons()
    {
        await using var screen = await practice.Open("staff");
        await screen.Go("/staff");
        await screen.Follow("Nakijken");
        await screen.Sees("Zij zit in een rolstoel");
        await screen.Picture("story-suspects");
        var taken = 0;
        screen.Page.Request += (_, request) => taken += request.Method == "POST" ? 1 : 0;
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Van een mens: aannemen" }).DblClickAsync();
        await screen.Sees("Aangenomen: het is nu een gewoon bericht");
        Assert.Equal(1, taken);
        await screen.Follow("Open het bericht");
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Wilma Groot" }).WaitForAsync();
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task An_assistant_makes_a_quote_sends_it_and_withdraws_it_once_she_read_what_that_does()
    {
        await using var screen = await practice.Open("staff");
        await screen.Go(await practice.Resolve("/staff/orders/{Sophie Meijer}"));
        await screen.Press("Offerte maken");
        await screen.Fill("Wat (regel 1)", "Beeldje van 14 cm");
        await screen.Fill("Prijs per stuk, met btw (regel 1)", "negenennegentig");
        await screen.Press("Offerte maken");
        await screen.Sees("Vul bij regel 1 een bedrag in, zoals 99,50.");
        await screen.Fill("Prijs per stuk, met btw (regel 1)", "€ 99,50");
        await screen.Press("Nog een regel");
        await screen.Fill("Wat (regel 2)", "Verzenden");
        await screen.Fill("Prijs per stuk, met btw (regel 2)", "6,95");
        await screen.Press("Offerte maken");
        await screen.Sees("is gemaakt, en nog niet gestuurd");
        await screen.Sees("€ 106,45");

        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Stuur haar deze offerte" }).ClickAsync();
        await screen.Sees("Er gaat meteen een brief met haar link naar");
        Assert.Equal(0, await screen.Page.GetByText("Hierdoor vervalt voorgoed").CountAsync());
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Stuur de offerte nu" }).DblClickAsync();
        await screen.Sees("zij krijgt een brief met haar link");
        Assert.Equal(0, await screen.Page.Locator("#before-heading").CountAsync());
        var download = await screen.Page.RunAndWaitForDownloadAsync(() => screen.Page.GetByRole(AriaRole.Button, new() { Name = "Als pdf" }).ClickAsync());
        Assert.EndsWith(".pdf", download.SuggestedFilename, StringComparison.Ordinal);
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Intrekken" }).ClickAsync();
        await screen.Sees("Zij kan de offerte dan niet meer aanvaarden. Dit is niet terug te draaien");
        await screen.Picture("story-quote-withdrawn");
        await screen.Press("Trek deze offerte in");
        await screen.Sees("is ingetrokken. Het nummer wordt niet opnieuw gebruikt.");
        Assert.Equal(0, await screen.Page.Locator("#before-heading").CountAsync());

        var year = Amsterdam.DateOf(World.Instant).Year;
        await screen.Go("/staff/quotes");
        screen.Expected.Add("ERR_FAILED");
        await screen.Page.RouteAsync("**/api/quotes?*", route => route.AbortAsync());
        await screen.Press($"{year - 1}");
        await screen.Sees("De app is niet te bereiken.");
        Assert.Equal($"{year}", await screen.Page.Locator("#year-heading").InnerTextAsync());
        await screen.Page.UnrouteAllAsync();
        await screen.Press($"{year - 1}");
        await screen.Sees($"In {year - 1} is geen offerte gemaakt die er nog is.");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task Which_quote_lapses_for_good_is_told_before_a_later_one_is_sent()
    {
        var order = await practice.Order("Mirjam Bos");
        await Make("Beeldje van 14 cm", 9950, isSent: true);
        var later = await Make("Beeldje van 16 cm", 12950, isSent: false);
        await using var screen = await practice.Open("staff");
        await screen.Go($"/staff/orders/{order}");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Stuur haar deze offerte" }).ClickAsync();
        await screen.Sees("Hierdoor vervalt voorgoed wat ze eerder kreeg en niet aanvaardde:");
        Assert.Contains("Offerte", await screen.Focused(), StringComparison.Ordinal);
        await screen.Page.Locator("section.note li", new() { HasText = "€ 99,50" }).WaitForAsync();
        await screen.Picture("story-quote-lapses");
        await screen.Press("Niet doen, terug");
        Assert.Equal("draft", await State(later));

        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Stuur haar deze offerte" }).ClickAsync();
        await screen.Press("Stuur deze en laat de vorige vervallen");
        await screen.Sees("zij krijgt een brief met haar link");
        await screen.Sees("vervangen");
        Assert.Equal("sent", await State(later));

        await practice.Letters(Demo.AddressOf("Mirjam Bos"));
        await practice.World.Get<MailEvents>().Note(JsonSerializer.SerializeToElement(new[] { new { @event = "bounce", letter = $"{QuoteLetter.Name}|{later}" } }), default);
        await screen.Go("/staff");
        await screen.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Een offerte. Laatst geprobeerd" }).GetByRole(AriaRole.Link, new() { Name = "Open bestelling" }).ClickAsync();
        await screen.Sees("kwam niet aan. Laatst");
        Assert.EndsWith(order, screen.Page.Url, StringComparison.Ordinal);
        Assert.Empty(screen.Problems);

        async Task<string> Make(string what, int amount, bool isSent)
        {
            using var made = await practice.Staff.PostAsJsonAsync($"api/orders/{order}/quotes", new
            {
                lines = new[] { new { description = what, quantity = 1, amountInCents = amount, vatRate = 21 } }, validUntil = Amsterdam.DateOf(World.Instant).AddDays(30).Iso(),
            });
            made.EnsureSuccessStatusCode();
            var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
            if (isSent)
                (await practice.Staff.PostAsJsonAsync($"api/quotes/{id}/send", new { })).EnsureSuccessStatusCode();
            return id;
        }

        async Task<string?> State(string quote) => (await practice.Staff.GetFromJsonAsync<JsonElement>($"api/quotes/{quote}")).GetProperty("state").GetString();
    }

    [Fact]
    public async Task An_assistant_holds_an_order_and_thinks_better_of_it()
    {
        await using var screen = await practice.Open("staff");
        await screen.Go(await practice.Resolve("/staff/orders/{Aisha Haddad}"));
        await screen.Press("Vasthouden");
        await screen.Fill("Waarom moet dit blijven?", "Verzekeraar zoekt iets uit.");
        var last = LetterBody.Day(Amsterdam.DateOf(World.Instant).AddDays(190), "nl");
        await screen.Fill("Tot en met", last);
        await screen.Press("Vasthouden tot en met die dag");
        await screen.Sees($"Alles van deze bestelling blijft tot en met {last}.");
        await screen.Press("Ongedaan maken");
        await screen.Sees("De bewaarplicht is weer weg.");
        await screen.Page.GetByText($"Vastgehouden tot en met {last}").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task An_assistant_brings_in_what_there_was_once_every_line_is_right()
    {
        await using var screen = await practice.Open("staff");
        await screen.Go("/staff/settings");
        await screen.Follow("Opnemen wat er al was");
        await screen.Page.GetByLabel("Het bestand (.csv, in UTF-8)").SetInputFilesAsync(Csv("receivedOn,channel,name,phone,message\n2026-11-02,phone,Oude Vraag,0612345670,Hoe lang duurt een scan?\nooit,phone,Nog Een,0612345670,Kan dat?\n"));
        await screen.Press("Kijk wat ervan zou komen");
        await screen.Sees("Nog niet: er klopt iets niet");
        await screen.Sees("Moet een datum zijn, zoals 2026-11-22 of 22-11-2026.");
        Assert.Equal("3", await screen.Page.Locator("tbody td").First.InnerTextAsync());
        await screen.Picture("story-import-wrong");

        await screen.Page.GetByLabel("Het bestand (.csv, in UTF-8)").SetInputFilesAsync(new FilePayload { Name = "excel.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.Latin1.GetBytes("receivedOn,channel,name,phone,message\n2-11-2026,phone,Zoë,0612345670,Hoe lang?\n") });
        await screen.Sees("Dit bestand staat niet in UTF-8");
        Assert.Equal(0, await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Kijk wat ervan zou komen" }).CountAsync());

        await screen.Page.GetByLabel("Het bestand (.csv, in UTF-8)").SetInputFilesAsync(Csv("receivedOn,channel,name,phone,message\n2-11-2026,phone,Oude Vraag,0612345670,Hoe lang duurt een scan?\n"));
        await screen.Press("Kijk wat ervan zou komen");
        await screen.Sees("Er is nog niets veranderd.");
        await screen.Press("Eén bericht opnemen");
        await screen.Sees("Eén bericht opgenomen.");
        Assert.Empty(screen.Problems);
    }

    private static FilePayload Csv(string text) => new() { Name = "vroeger.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };
}
