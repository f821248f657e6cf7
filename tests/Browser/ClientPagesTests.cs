namespace WelWee3D.Tests.Browser;

/// <summary>Each page that a client comes to by a link in her mail; its address says in which language.</summary>
[Collection(PracticePages.Name)]
public sealed class ClientPagesTests(Practice practice)
{
    [Theory]
    [InlineData("consent", "/api/consent/", "Suzan Bakker")]
    [InlineData("consent-new", "/api/consent/", "Emma Verhoeven")]
    [InlineData("consent-disk", "/api/consent/", "Sophie Meijer")]
    [InlineData("proof", "/api/proof/", "Hanna Prins")]
    [InlineData("proof-awaited", "/api/proof/", "Femke de Vries")]
    [InlineData("quote", "/api/quote/", "Emma Verhoeven")]
    [InlineData("request", "/api/privacy-requests/follow/", "Merel van Dalen")]
    public async Task It_can_be_read_and_used_by_everybody(string name, string part, string client) =>
        await Check(name, await practice.LinkTo(part, Demo.AddressOf(client)));

    [Theory]
    [InlineData("statement", "/api/statement")]
    [InlineData("statement-first", "/api/statement/1")]
    public async Task So_can_what_is_for_anybody(string name, string address) => await Check(name, address);

    [Theory]
    [InlineData("consent-gone", "/api/consent/x")]
    [InlineData("proof-gone", "/api/proof/x")]
    [InlineData("request-gone", "/api/privacy-requests/follow/x")]
    [InlineData("package-gone", "/api/exports/x")]
    [InlineData("quote-gone", "/api/quote/x")]
    public async Task So_can_what_a_link_that_leads_nowhere_says(string name, string address) => await Check(name, address, "status of 404");

    [Fact]
    public async Task So_can_the_letter_with_the_code() =>
        await Check("letter", (await practice.LinkTo("/api/proof/", Demo.AddressOf("Hanna Prins"))).Replace("#", "/letter#", StringComparison.Ordinal));

    [Fact]
    public async Task So_can_a_package() => await Check("package", await ClientStoriesTests.Package(practice, "Yasmin Öztürk"));

    [Fact]
    public async Task The_letter_fits_on_one_side_of_A4()
    {
        await using var screen = await practice.Open();
        await screen.Go((await practice.LinkTo("/api/proof/", Demo.AddressOf("Hanna Prins"))).Replace("#", "/letter#", StringComparison.Ordinal));
        var pdf = await screen.Page.PdfAsync(new() { Path = Path.Combine(Practice.Pictures, "client-letter.pdf"), PreferCSSPageSize = true });

        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(System.Text.Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b"));
    }

    private async Task Check(string name, string address, params string[] expected)
    {
        var screen = await practice.Tab();
        screen.Expected.UnionWith(expected);
        await screen.CanBeUsedByEverybody(language => screen.Go(In(address, language)), $"client-{name}", drawsFolded: true);
    }

    private static string In(string address, string language) => address.Split('#') is [var path, var key] ? $"{path}?language={language}#{key}" : $"{address}?language={language}";
}
