using Microsoft.Playwright;

namespace WelWee3D.Tests.Browser;

/// <summary>What staff enter and set right of a client, who was given what of it, and what they have to do about that.</summary>
[Collection(PracticeStories.Name)]
public sealed class GivenStoriesTests(Practice practice)
{
    [Fact]
    public async Task An_address_and_a_height_are_entered_with_the_order_and_what_was_mistyped_is_set_right()
    {
        await using var screen = await practice.Open("staff");
        screen.Expected.UnionWith(["status of 422", "status of 412"]);
        await screen.Go("/staff/orders/new");
        await screen.Fill("Naam", "Dagmar Hoek");
        await screen.Fill("E-mail", "dagma@voorbeeld.example");
        await screen.Fill("Straat en huisnummer", "Dorpsstraat 1");
        await screen.Fill("Postcode", "12 AB");
        await screen.Fill("Hoogte van het beeldje", "80");
        await screen.Press("Bestelling openen");
        await screen.Sees("Vul de plaats in.");
        await screen.Sees("Vul een hoogte in van 2 tot 50 cm");
        await screen.Fill("Plaats", "Utrecht");
        await screen.Fill("Hoogte van het beeldje", "14,5");
        await screen.Press("Bestelling openen");
        Assert.Contains("postcode", await screen.Page.Locator("#order-postalCode-why").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        await screen.Fill("Postcode", "3511ab");
        await screen.Press("Bestelling openen");
        await screen.Sees("Dorpsstraat 1, 3511 AB Utrecht, NL");
        await screen.Sees("Het beeldje wordt 14,5 cm hoog.");
        var order = screen.Page.Url.Split('/')[^1];
        await practice.Letters("dagma@voorbeeld.example");
        await practice.World.Get<MailEvents>().Note(JsonSerializer.SerializeToElement(new[] { new { @event = "bounce", letter = $"{OpenOrder.Letter}|{order}" } }), default);

        await screen.Page.ReloadAsync();
        await screen.Sees("De brief met haar link kwam niet aan.");
        await screen.Press("Gegevens verbeteren");
        await screen.Fill("E-mail", "dagmar@voorbeeld.example");
        await screen.Fill("Toevoeging", "Bis");
        await screen.Fill("Hoogte van het beeldje", "");
        await screen.Picture("story-details");
        await screen.Press("Gegevens opslaan");
        await screen.Sees("Opgeslagen: e-mail, adres, hoogte van het beeldje. De brief met haar link gaat opnieuw, naar dit adres.");
        await screen.Sees("Dorpsstraat 1, Bis, 3511 AB Utrecht, NL");
        Assert.Contains("/api/consent/", Assert.Single(await practice.Letters("dagmar@voorbeeld.example")), StringComparison.Ordinal);
        Assert.False(await screen.Page.GetByText("kwam niet aan").IsVisibleAsync());

        await screen.Press("Ongedaan maken");
        await screen.Sees("Teruggezet: e-mail, adres, hoogte van het beeldje.");
        await screen.Sees("dagma@voorbeeld.example");
        await screen.Sees("Het beeldje wordt 14,5 cm hoog.");
        await screen.Press("Gegevens verbeteren");
        await screen.Press("Gegevens opslaan");
        await screen.Sees("Er is niets veranderd.");

        // What a colleague sets right meanwhile is shown first, and stays.
        await screen.Press("Gegevens verbeteren");
        using var corrected = await practice.Staff.PatchAsJsonAsync($"api/orders/{order}", new { name = "Dagmar van der Hoek" });
        corrected.EnsureSuccessStatusCode();
        await screen.Fill("Toevoeging", "Ter");
        await screen.Press("Gegevens opslaan");
        await screen.Sees("Iemand anders veranderde deze bestelling intussen");
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Dagmar van der Hoek" }).WaitForAsync();
        await screen.Press("Gegevens opslaan");
        await screen.Sees("Opgeslagen: adres.");
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Dagmar van der Hoek" }).WaitForAsync();
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task Who_is_given_something_is_written_down_told_of_a_mistake_and_noted_as_done()
    {
        var order = await practice.Order("Nora Prins");
        await using var screen = await practice.Open("staff", "privacy");
        await screen.Go("/staff/recipients");
        await screen.Fill("Label", "PRINTER");
        await screen.Press("Zet erbij");
        await screen.Sees("Dit label is er al.");
        await screen.Fill("Label", "koerier");
        await screen.Fill("Naam van de organisatie", "Snelpost");
        await screen.Fill("E-mail van de organisatie", "privacy@snelpos.example");
        await screen.Fill("Waarvoor krijgt ze gegevens?", "het beeldje bezorgen");
        await screen.Press("Zet erbij");
        await screen.Sees("KOERIER staat erbij.");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Veranderen KOERIER" }).ClickAsync();
        await screen.Fill("E-mail van de organisatie", "privacy@snelpost.example");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Opslaan" }).ClickAsync();
        await screen.Sees("KOERIER is veranderd.");
        await screen.Picture("story-recipients");

        await screen.Go($"/staff/orders/{order}");
        await screen.Press("Noteren wie iets kreeg");
        await screen.Page.GetByLabel("Snelpost (KOERIER)").CheckAsync();
        await screen.Press("Noteer wie het kreeg");
        await screen.Sees("Kruis aan wat gegeven is.");
        await screen.Page.GetByLabel("naam", new() { Exact = true }).CheckAsync();
        Assert.Equal(0, await screen.Page.GetByText("Kruis aan wat gegeven is.").CountAsync());
        await screen.Page.GetByLabel("adres", new() { Exact = true }).CheckAsync();
        await screen.Picture("story-giving");
        await screen.Press("Noteer wie het kreeg");
        await screen.Sees("Genoteerd: gegeven aan Snelpost op");
        await screen.Press("Gegevens verbeteren");
        await screen.Sees("Gegevens van haar gingen naar Snelpost.");
        await screen.Fill("Naam", "Noor Prins");
        await screen.Press("Gegevens opslaan");
        await screen.Sees("Opgeslagen: naam.");
        Assert.Single(await practice.Letters("privacy@snelpost.example"));

        await screen.Go("/staff/notices");
        await screen.Sees("pas aan wat verbeterd is");
        await screen.Picture("story-notices");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Het is gedaan KOERIER" }).ClickAsync();
        await screen.Sees("is niet terug te draaien");
        await screen.Press("Noteer dat het is gedaan");
        await screen.Sees("Kies hoe je het weet.");
        await screen.Page.GetByLabel("Ze zeiden het aan de telefoon").CheckAsync();
        await screen.Press("Noteer dat het is gedaan");
        await screen.Sees("Genoteerd: KOERIER heeft het gedaan.");
        // What cannot be fetched does not stand under another heading.
        screen.Expected.Add("ERR_FAILED");
        await screen.Page.RouteAsync("**/api/notices?*", route => route.AbortAsync());
        await screen.Press("Toon wat gedaan is");
        await screen.Sees("De app is niet te bereiken.");
        Assert.Equal("Nog niet gedaan", await screen.Page.Locator("#notices-heading").InnerTextAsync());
        await screen.Page.UnrouteAllAsync();
        await screen.Press("Toon wat gedaan is");
        await screen.Sees("ze zeiden het aan de telefoon");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task An_assistant_notes_by_the_letter_of_the_morning_that_a_recipient_has_done_what_it_had_to()
    {
        var notice = await practice.World.Given.Notice(Demo.AddressOf("Ines Valk"));
        await using var screen = await practice.Open("staff");
        await screen.Go($"/staff/notices/{notice.Id}");
        await screen.Page.GetByLabel("Ze schreven het op papier").CheckAsync();
        await screen.Press("Noteer dat het is gedaan");
        await screen.Sees("Genoteerd.");
        await screen.Sees("ze schreven het op papier");
        await screen.Page.ReloadAsync();
        await screen.Page.GetByLabel("Ze mailden het").CheckAsync();
        await screen.Press("Noteer dat het is gedaan");
        await screen.Sees("Het was al eerder genoteerd");
        await screen.Sees("(ze schreven het op papier); dat blijft zo staan.");
        Assert.Empty(screen.Problems);

        await using var officer = await practice.Open("staff", "privacy");
        await officer.Go($"/staff/notices/{notice.Id}");
        await officer.Sees("Dit bericht staat niet (meer) open");
        Assert.Equal(0, await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Noteer dat het is gedaan" }).CountAsync());
        Assert.Empty(officer.Problems);

        var done = await practice.Officer.GetFromJsonAsync<JsonElement>("api/notices?state=done");
        Assert.Contains(done.GetProperty("items").EnumerateArray(), each => each.GetProperty("id").GetString() == $"{notice.Id}");
    }
}
