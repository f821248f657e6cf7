using System.IO.Compression;
using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Exports;

/// <summary>A browser that comes for a package is told first what is in it; a program gets it at once.</summary>
public sealed class FetchPageTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Theory]
    [InlineData("nl", "Wat erin zit", "Je bestellingen", "Haal het pakket op")]
    [InlineData("en", "What is in it", "Je bestellingen", "Fetch the package")]
    public async Task A_browser_is_told_what_is_in_it_how_large_it_is_and_until_when(string language, string heading, string table, string button)
    {
        await world.Given.OrderWithScan($"{language}@voorbeeld.nl");
        var link = await Link($"{language}@voorbeeld.nl");

        using var answer = await Browse($"{link}?language={language}");
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal((HttpStatusCode.OK, "text/html", true), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.NoStore));
        Assert.All([heading, table, button, LetterBody.Day(world.Today.AddDays(6), language), "kB)"], said => Assert.Contains(said, page, StringComparison.Ordinal));
        Assert.DoesNotContain($"{language}@voorbeeld.nl", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_button_and_any_program_get_the_package_itself()
    {
        await world.Given.Message("tine@voorbeeld.nl");
        var link = await Link("tine@voorbeeld.nl");

        using var pressed = await Browse($"{link}?download");
        var fetched = await http.Anyone.GetByteArrayAsync(link);

        Assert.Equal("application/zip", pressed.Content.Headers.ContentType?.MediaType);
        Assert.Equal(fetched, await pressed.Content.ReadAsByteArrayAsync());
        using var zip = new ZipArchive(new MemoryStream(fetched));
        Assert.NotNull(zip.GetEntry("datapackage.json"));
    }

    [Fact]
    public async Task Who_was_sent_the_data_of_another_is_told_whose_they_are_not()
    {
        await world.Given.Order("saar@voorbeeld.nl");
        using var made = await http.Officer.PostAsJsonAsync("api/subjects/export", new
        {
            email = "saar@voorbeeld.nl", @for = "portability", sendTo = new { name = "De andere praktijk", email = "ander@voorbeeld.nl" },
        });
        using var answer = await Browse((await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("link").GetString()!);

        Assert.Contains("van een cliënt van ons", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_says_so_in_words()
    {
        using var answer = await Browse("api/exports/x");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Deze link werkt niet meer", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_only_be_stored_since_is_not_handed_out()
    {
        await world.Given.Order("riet@voorbeeld.nl");
        var link = await Link("riet@voorbeeld.nl");
        using (var restricted = await http.Officer.PostAsJsonAsync("api/subjects/restrict", new { email = "riet@voorbeeld.nl", reason = "Bezwaar" }))
            Assert.True(restricted.IsSuccessStatusCode, await restricted.Content.ReadAsStringAsync());

        using var answer = await Browse(link);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("alleen nog worden bewaard", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<string> Link(string email)
    {
        using var made = await http.Officer.Export(new { email });
        return (await made.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("link").GetString()!;
    }

    private async Task<HttpResponseMessage> Browse(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", ContactWorld.Browser);
        request.Headers.TryAddWithoutValidation("Accept-Language", "nl");
        return await http.Anyone.SendAsync(request);
    }
}
