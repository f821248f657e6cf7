using System.IO.Compression;
using Microsoft.Playwright;

namespace WelWee3D.Tests.Browser;

/// <summary>What clients do with the links in their mail, from beginning to end.</summary>
[Collection(PracticeStories.Name)]
public sealed class ClientStoriesTests(Practice practice)
{
    [Fact]
    public async Task A_client_withdraws_consent_sees_first_what_goes_and_the_chart_of_what_goes_moves()
    {
        await using var screen = await practice.Open();
        await using var chart = await practice.Open("privacy");
        var order = (await practice.Resolve("/{Aisha Haddad}"))[1..];
        var (kept, bars) = (await GoesOn(order), await Bars(chart));
        await screen.Go(await practice.LinkTo("/api/consent/", Demo.AddressOf("Aisha Haddad")));

        var card = screen.Page.Locator("#keep-scan");
        Assert.Contains("Je scan van", await card.Locator(".note").InnerTextAsync(), StringComparison.Ordinal);
        // To leave it comes first, and changes nothing.
        await screen.TabTo("Bewaar mijn scan");
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Sees("Er is niets veranderd.");
        Assert.Equal(kept, await GoesOn(order));
        await screen.TabTo("Ja, vernietig mijn scan");
        await screen.Page.Keyboard.PressAsync("Enter");
        await card.GetByText("ingetrokken").First.WaitForAsync();
        await screen.Picture("story-client-withdraws");

        Assert.True(DateOnly.Parse(await GoesOn(order), System.Globalization.CultureInfo.InvariantCulture) < DateOnly.Parse(kept, System.Globalization.CultureInfo.InvariantCulture).AddYears(-4));
        Assert.NotEqual(bars, await Bars(chart));
        Assert.Empty(screen.Problems.Concat(chart.Problems));
    }

    [Fact]
    public async Task English_is_one_click_away_and_she_answers_in_it()
    {
        await using var screen = await practice.Open();
        await screen.Go(await practice.LinkTo("/api/consent/", Demo.AddressOf("Julia Koning")));
        await screen.Follow("English");
        await screen.Sees("Your consent");
        await screen.Page.Locator("#other-use").GetByRole(AriaRole.Button, new() { Name = "No, rather not" }).ClickAsync();
        await screen.Page.Locator("#other-use").GetByText("on this page").WaitForAsync();
        Assert.Equal("en", await screen.Page.EvaluateAsync<string>("document.documentElement.lang"));
        await screen.Page.GetByText("All that you answered").ClickAsync();
        await screen.Page.GetByText("Read the text of then").Last.ClickAsync();
        await screen.Page.Locator("details ol").GetByText("as an example of its work").Last.WaitForAsync();
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task Who_opened_her_scan_and_why_is_on_her_page()
    {
        var order = (await practice.Resolve("/{Yasmin Öztürk}"))[1..];
        var scan = (await practice.Staff.GetFromJsonAsync<JsonElement>($"api/orders/{order}/scans")).GetProperty("items")[0].GetProperty("id").GetString();
        using (await practice.Staff.GetAsync($"api/scans/{scan}/content"))
        {
        }
        await using var screen = await practice.Open();
        await screen.Go(await practice.LinkTo("/api/consent/", Demo.AddressOf("Yasmin Öztürk")));
        await screen.Sees($"een medewerker. De reden: {HttpWorld.Reason}");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task Somebody_confirms_a_request_and_follows_it_until_the_answer()
    {
        const string Address = "wil.weten@voorbeeld.example";
        // From a browser without script, of which no proof of work is asked.
        using (var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["kind"] = "access", ["name"] = "Wil de Wit", ["email"] = Address, ["language"] = "nl" }))
        using (var request = new HttpRequestMessage(HttpMethod.Post, "api/privacy-requests") { Content = form })
        {
            request.Headers.Accept.ParseAdd("text/html");
            await Done(practice.Visitor.SendAsync(request));
        }
        await using var screen = await practice.Open();
        await screen.Go(await practice.LinkTo("/api/privacy-requests/confirm/", Address));
        await screen.Sees("Je verzoek is bevestigd");
        await screen.TabTo("Kijk hoe het met je verzoek staat");
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Sees("We zijn ermee bezig.");
        await screen.Sees("De wet geeft ons één maand");
        // The letter that it came in leads there too.
        await screen.Go(await practice.LinkTo("/api/privacy-requests/follow/", Address));
        var id = new Uri(screen.Page.Url).Segments[^1][..32];

        await Done(practice.Officer.PostAsJsonAsync($"api/privacy-requests/{id}/extend", new { reason = "Het opzoeken kost meer tijd." }));
        await screen.Page.ReloadAsync();
        await screen.Sees("De reden: Het opzoeken kost meer tijd.");
        await Done(practice.Officer.PostAsJsonAsync($"api/privacy-requests/{id}/close", new { outcome = "done", note = "Je pakket staat klaar." }));
        await screen.Page.ReloadAsync();
        await screen.Sees("Je verzoek is beantwoord op");
        await screen.Sees("Je pakket staat klaar.");
        await screen.Picture("story-client-request");
        await screen.Follow("English");
        await screen.Sees("We have done what you asked.");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task She_sees_what_is_in_her_package_and_fetches_it()
    {
        await using var screen = await practice.Open();
        await screen.Go(await Package(practice, "Yasmin Öztürk"));
        await screen.Sees("Wat erin zit");
        await screen.Sees("buik.stl");

        var download = await screen.Page.RunAndWaitForDownloadAsync(() => screen.Page.GetByRole(AriaRole.Link, new() { Name = "Haal het pakket op" }).ClickAsync());
        await using var zip = await ZipFile.OpenReadAsync((await download.PathAsync())!);
        Assert.Contains(zip.Entries, entry => entry.FullName == "index.html");
        Assert.Equal("wel-wee-3d.zip", download.SuggestedFilename);
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task She_accepts_a_quote_with_one_key()
    {
        await using var screen = await practice.Open();
        await screen.Go(await practice.LinkTo("/api/quote/", Demo.AddressOf("Emma Verhoeven")));
        await screen.Sees("Nog te aanvaarden");
        await screen.TabTo("Ik aanvaard deze offerte");
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Sees("Aanvaard op");
        await screen.Picture("story-client-quote");
        Assert.Empty(screen.Problems);
    }

    internal static async Task<string> Package(Practice practice, string client)
    {
        using var made = await practice.Officer.Export(new { email = Demo.AddressOf(client) });
        return new Uri((await made.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("link").GetString()!).AbsolutePath;
    }

    private static async Task Done(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The day on which the scan of an order goes, as the officer sees it.</summary>
    private async Task<string> GoesOn(string order)
    {
        for (var (page, more) = ("", true); more;)
        {
            var due = await practice.Officer.GetFromJsonAsync<JsonElement>($"api/retention/due?until=2040-01-01&limit=100{page}");
            foreach (var item in due.GetProperty("items").EnumerateArray())
                if (item.TryGetProperty("within", out var within) && within.GetString() == order)
                    return item.GetProperty("dueOn").GetString()!;
            more = due.TryGetProperty("continuation", out var next);
            page = more ? $"&continuation={Uri.EscapeDataString(next.GetString()!)}" : "";
        }
        throw new InvalidOperationException($"No scan of order {order} is due.");
    }

    private static async Task<string> Bars(Screen chart)
    {
        await chart.Go("/staff/retention");
        return string.Join('|', await chart.Page.Locator(".chart .bar").EvaluateAllAsync<string[]>("bars => bars.map(bar => `${bar.getAttribute('x')},${bar.getAttribute('height')}`)"));
    }
}
