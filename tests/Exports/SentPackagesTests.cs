namespace WelWee3D.Tests.Exports;

/// <summary>What somebody takes along can be sent to whom she names. She is told; and of them nothing stays longer than the package.</summary>
public sealed class SentPackagesTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private const string Studio = "studio@voorbeeld.nl";

    private readonly World world = http.World;

    [Fact]
    public async Task Who_was_named_gets_the_link_and_she_is_told_whom()
    {
        var id = await Send("sent.told@voorbeeld.nl");

        var (letter, notice) = (await Letter(PackageLetter.Name, id), await Letter(PackageNotice.Name, id));

        Assert.Equal(["package", "package-notice"], (await world.Get<Letters>().Ready(default).ToListAsync())
            .Where(each => each.Letter.Reference == $"{id}").Select(each => each.Letter.Kind).Order());
        Assert.Equal((Studio, "sent.told@voorbeeld.nl"), (letter!.To, notice!.To));
        Assert.All(["Ateliér Klei", Studio], told => Assert.Contains(told, notice.Body.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("sent.told", letter.Body.Text, StringComparison.Ordinal);
        var link = letter.Body.Text.Split('\n').Single(line => line.StartsWith("https://app.voorbeeld.nl/", StringComparison.Ordinal));
        using var fetched = await http.Anyone.GetAsync(new Uri(link).PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, fetched.StatusCode);
    }

    [Fact]
    public async Task Its_letter_is_in_the_language_that_was_asked_for_and_hers_in_her_own()
    {
        var id = await Send("sent.english@voorbeeld.nl", language: "en");

        Assert.Equal("Data for you to fetch", (await Letter(PackageLetter.Name, id))!.Subject);
        Assert.Equal("Je gegevens zijn verstuurd", (await Letter(PackageNotice.Name, id))!.Subject);
    }

    [Theory]
    [InlineData("""{"email":"x@voorbeeld.nl","for":"portability","sendTo":{"name":"Studio"}}""", "sendTo.email")]
    [InlineData("""{"email":"x@voorbeeld.nl","for":"portability","sendTo":{"email":"studio@voorbeeld.nl"}}""", "sendTo.name")]
    [InlineData("""{"email":"x@voorbeeld.nl","for":"portability","sendTo":{"name":"Studio","email":"studio"}}""", "sendTo.email")]
    [InlineData("""{"email":"x@voorbeeld.nl","for":"portability","sendTo":{"name":"Studio","email":"studio@voorbeeld.nl","language":"fr"}}""", "sendTo.language")]
    [InlineData("""{"email":"x@voorbeeld.nl","sendTo":{"name":"Studio","email":"studio@voorbeeld.nl"}}""", "sendTo")]
    [InlineData("""{"phone":"06 12345678","for":"portability","sendTo":{"name":"Studio","email":"studio@voorbeeld.nl"}}""", "email")]
    public async Task It_is_sent_only_to_somebody_with_a_name_and_an_address_and_with_her_knowing(string asked, string field)
    {
        using var answer = await http.Officer.PostAsync("api/subjects/export", new StringContent(asked, null, "application/json"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal([field], (await Read(answer)).GetProperty("errors").EnumerateObject().Select(each => each.Name));
    }

    [Fact]
    public async Task An_erasure_of_who_was_named_takes_it_and_no_letter_tells_of_them_any_more()
    {
        var id = await Send("sent.erased@voorbeeld.nl", "erased.studio@voorbeeld.nl");

        await world.Get<Erasure>().Erase([world.Get<SubjectKeys>().OfEmail("erased.studio@voorbeeld.nl")], "officer", default);

        Assert.Null(await world.Get<ExportPackages>().Find(id, default));
        Assert.Null(await Letter(PackageLetter.Name, id));
        Assert.Null(await Letter(PackageNotice.Name, id));
        Assert.Empty(await world.Storage.RowKeys(SubjectIndex.TableName, $"{new Item(Kinds.Export, id)}"));
        Assert.NotEmpty((await world.Get<SubjectRecords>().Find([world.Get<SubjectKeys>().OfEmail("sent.erased@voorbeeld.nl")], default)).Records);
    }

    [Fact]
    public async Task Once_what_is_in_it_may_only_be_stored_the_link_is_sent_no_more()
    {
        var id = await Send("sent.restricted@voorbeeld.nl");
        var package = (await world.Get<ExportPackages>().Find(id, default))!;

        await world.Get<ExportPackages>().Restrict(package.Records, restricted: true, default);

        Assert.Null(await Letter(PackageLetter.Name, id));
        Assert.Null(await Letter(PackageNotice.Name, id));
    }

    private async Task<Id> Send(string email, string to = Studio, string? language = null)
    {
        await world.Given.Message(email);
        using var answer = await http.Officer.PostAsJsonAsync(
            "api/subjects/export", new { email, @for = "portability", sendTo = new { name = "Ateliér Klei", email = to, language = language ?? "nl" } });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return Id.Parse((await Read(answer)).GetProperty("id").GetString()!);
    }

    private Task<RenderedLetter?> Letter(string kind, Id id) =>
        world.GetAll<ILetterRenderer>().Single(each => each.Kind == kind).Render($"{id}", default);

    private static async Task<JsonElement> Read(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();
}
