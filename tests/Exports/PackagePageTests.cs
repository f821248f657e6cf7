namespace WelWee3D.Tests.Exports;

/// <summary>The page in a package tells a person what is kept of her, why and until when, and opens from her own disk.</summary>
public sealed partial class PackagePageTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task It_tells_what_is_kept_until_when_and_why_that_long()
    {
        var message = await world.Given.Message("page.kept@voorbeeld.nl");

        var page = await Page("page.kept@voorbeeld.nl");

        Assert.Contains($"Contactbericht van {PlainWords.Dutch.Date(world.Today)}", page, StringComparison.Ordinal);
        Assert.Contains($"hoogstens tot en met {PlainWords.Dutch.Date(message.Due.On)}", page, StringComparison.Ordinal);
        Assert.Contains(RetentionSchedule.ContactMessage.Reason.Dutch, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_tells_purposes_recipients_rights_and_sources()
    {
        await world.Given.Message("page.rights@voorbeeld.nl");

        var page = await Page("page.rights@voorbeeld.nl");

        Assert.All(
            ["Waarvoor we het gebruiken", "Microsoft Azure", "Twilio SendGrid", "De bezorger", "https://app.voorbeeld.nl/api/privacy-requests/form",
                Tests.Settings.Practice, "Autoriteit Persoonsgegevens", "Van jou zelf"],
            told => Assert.Contains(told, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_names_the_printer_and_the_carrier_that_are_set()
    {
        await world.Given.Message("page.recipients@voorbeeld.nl");
        await using var otherwise = await world.Beside(new WorldOptions
        {
            Settings = new Dictionary<string, string?> { ["Recipients:Printer"] = "Drukkerij <Klei>", ["Recipients:Carrier"] = "Fietskoerier" },
        });

        using var package = await Package("page.recipients@voorbeeld.nl", otherwise);

        Assert.Contains("<strong>Drukkerij &lt;Klei&gt;</strong>", package.Text("index.html"), StringComparison.Ordinal);
        Assert.Contains("<strong>Fietskoerier</strong>", package.Text("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_names_each_recipient_who_was_given_something_of_her_order()
    {
        await world.Given.Disclosed(await world.Given.Order("page.given@voorbeeld.nl"), "DRUKKER", ClientDetail.Name);

        var page = await Page("page.given@voorbeeld.nl");

        Assert.Contains(
            $"<strong>De DRUKKER</strong>: Beeldjes printen; kreeg op {PlainWords.Dutch.Date(world.Today)} iets van je bestelling.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Mailhuis", "Telbureau")]
    public async Task Who_gets_data_is_told_as_the_statement_tells_it(string mailHost, string analytics)
    {
        var email = $"page.all.{mailHost}@voorbeeld.nl";
        await world.Given.Message(email);
        await using var otherwise = await world.Beside(new WorldOptions
        {
            ServesHttp = true, Settings = new Dictionary<string, string?> { ["Recipients:MailHost"] = mailHost, ["Recipients:Analytics"] = analytics, ["Recipients:Website"] = "Webhuis" },
        });
        using var client = new HttpClient { BaseAddress = otherwise.Address };
        var statement = await client.GetFromJsonAsync<JsonElement>("api/statement?language=nl");

        using var package = await Package(email, otherwise);

        var page = WebUtility.HtmlDecode(package.Text("index.html"));
        Assert.All(statement.GetProperty("recipients").EnumerateArray(), each => Assert.Contains(
            $"<strong>{each.GetProperty("name").GetString()}</strong>: {each.GetProperty("purpose").GetString()}.", page, StringComparison.Ordinal));
        Assert.Contains("<strong>Webhuis</strong>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PRINTER", "", "Wie onze beeldjes print")]
    [InlineData("PRINTER", "Drukkerij De Laag", "Drukkerij De Laag")]
    [InlineData("", "", null)]
    public async Task Who_prints_elsewhere_is_told_also_where_the_name_is_not(string recipient, string name, string? told)
    {
        var printer = Scans.Printing.PrintersWorld.With.Settings!.Where(setting => setting.Key.StartsWith("Printers:0:", StringComparison.Ordinal)).ToDictionary();
        printer["Printers:0:Recipient"] = recipient;
        printer["Recipients:Printer"] = name;
        await using var otherwise = await world.Beside(new WorldOptions { Settings = printer });

        Assert.Equal(told, otherwise.Get<NamedRecipients>().In("nl").SingleOrDefault(each => each.Role == RecipientRole.Printer)?.Name);
    }

    [Theory]
    [InlineData("Hosting", " ")]
    [InlineData("Mail", "")]
    [InlineData("Carrier", "a\nb")]
    public async Task A_recipient_without_a_name_is_told_at_the_start(string recipient, string name) =>
        await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => world.Beside(new WorldOptions
        {
            ServesHttp = true, Settings = new Dictionary<string, string?> { [$"Recipients:{recipient}"] = name },
        }));

    [Fact]
    public async Task It_tells_who_looked_at_her_scan_and_why_in_plain_words()
    {
        var scan = (await world.Given.OrderWithScan("page.looks@voorbeeld.nl")).Scans[0].Id;
        using ((await http.Staff.GetAsync($"api/scans/{scan}/content")).EnsureSuccessStatusCode()) { }

        var page = await Page("page.looks@voorbeeld.nl");

        Assert.Contains($"{PlainWords.Dutch.Date(world.Today)}: een medewerker. De reden: {HttpWorld.Reason}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_something_stays_longer_than_usual_is_open_to_read()
    {
        const string email = "page.held@voorbeeld.nl";
        var order = await world.Given.Order(email);
        await world.Given.Change(order, found => found with { Holds = [new(world.NewId(), "A claim", world.Today.AddYears(9))] });

        using var package = await Package(email);

        Assert.Contains("<details open>", package.Text("index.html"), StringComparison.Ordinal);
        Assert.Contains($"Een bewaarplicht houdt het vast tot en met {PlainWords.Dutch.Date(world.Today.AddYears(9))}.", package.Text("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_that_was_filed_with_her_by_mistake_is_not_told()
    {
        const string email = "page.mistake@voorbeeld.nl";
        var order = await world.Given.OrderWithScan(email);
        await world.Given.Change(order, found => found with { Scans = [found.Scans[0] with { MovedTo = world.NewId(), DestructionAskedOn = world.Today }] });

        var page = await Page(email);

        Assert.Contains("Bestelling met cliëntgegevens van", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Scan van", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_speaks_the_language_of_the_newest_that_she_wrote_or_ordered()
    {
        const string email = "page.english@voorbeeld.nl";
        await world.Given.Message(email);
        await world.Given.Order(email, agreed: order => order with { Client = order.Client with { Language = "en" } });

        using var package = await Package(email);

        Assert.Equal("en", package.Descriptor.GetProperty("language").GetString());
        Assert.Contains("<html lang=\"en\">", package.Text("index.html"), StringComparison.Ordinal);
        Assert.Contains("What we keep of you", package.Text("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_links_every_file_by_where_it_lies_and_nothing_runs_in_it_or_is_fetched()
    {
        const string email = "page.files@voorbeeld.nl";
        await world.Given.OrderWithScan(email);

        using var package = await Package(email);

        var page = package.Text("index.html");
        var links = Address().Matches(page).Select(link => Uri.UnescapeDataString(WebUtility.HtmlDecode(link.Groups[1].Value))).ToList();
        Assert.Equal(
            package.Entries.Select(entry => entry.FullName).Except(["index.html", "datapackage.json"]).Order(),
            links.Where(link => !link.StartsWith("https:", StringComparison.Ordinal)).Order());
        Assert.DoesNotMatch(Fetched(), page);
    }

    [Fact]
    public async Task What_somebody_wrote_is_text_and_no_markup()
    {
        const string email = "page.markup@voorbeeld.nl";
        var order = await world.Given.OrderWithScan(email);
        await world.Given.Change(order, found => found with { Scans = [found.Scans[0] with { FileName = "<b onclick=alert(1)>&\".stl" }] });

        using var package = await Package(email);

        Assert.DoesNotContain("<b ", package.Text("index.html"), StringComparison.Ordinal);
        Assert.Contains(package.Entries, entry => entry.FullName.EndsWith("b onclick=alert(1)&.stl", StringComparison.Ordinal));
    }

    private async Task<string> Page(string email)
    {
        using var package = await Package(email);
        return WebUtility.HtmlDecode(package.Text("index.html"));
    }

    private async Task<OpenedPackage> Package(string email, World? otherwise = null)
    {
        var (writer, subjects) = ((otherwise ?? world).Get<PackageWriter>(), new[] { world.Get<SubjectKeys>().OfEmail(email) });
        var file = new MemoryStream();
        await writer.Write(new ExportPackage(world.NewId(), subjects, await writer.Contents(subjects, default), ""), file, default);
        return new(file);
    }

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Address();

    [GeneratedRegex("<script|<link|<img|<iframe|src=|url\\(|@import", RegexOptions.IgnoreCase)]
    private static partial Regex Fetched();
}
