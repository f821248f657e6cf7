using WelWee3D.Tests.Storage;

namespace WelWee3D.Tests.Exports;

/// <summary>What somebody takes along is what she gave, and nothing that the practice made of it (GDPR article 20).</summary>
public sealed class PortabilityTests(FilledStorage storage, HttpWorld http) : IClassFixture<FilledStorage>, IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Fact]
    public async Task It_holds_her_messages_orders_quotes_consents_and_scans_and_no_more()
    {
        using var package = await storage.Package(PackageRight.Portability);

        Assert.Equal("wel-wee-3d-portability", package.Descriptor.GetProperty("name").GetString());
        Assert.Equal(
            ["consent-records", "consents", "messages", "orders", "quotes", "scans", "suspects"],
            package.Resources.Select(each => each.GetProperty("name").GetString()!).Where(name => !name.StartsWith("scan-", StringComparison.Ordinal)).Order());
        Assert.Contains(package.Entries, entry => entry.FullName.StartsWith("scans/", StringComparison.Ordinal));
        Assert.Equal(package.Resources.Count + 1, package.Entries.Count);
    }

    [Fact]
    public async Task No_table_tells_what_the_practice_decided()
    {
        using var package = await storage.Package(PackageRight.Portability);

        foreach (var table in package.Resources.Where(each => each.TryGetProperty("schema", out _)))
        {
            var columns = table.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()).ToList();
            Assert.All(package.Rows(table.GetProperty("name").GetString()!), row => Assert.Equal(columns, row.EnumerateObject().Select(value => value.Name)));
            Assert.Empty(columns.Intersect(["retention", "holds", "history", "restrictionReason", "copies", "warnings"]));
        }
    }

    [Fact]
    public async Task It_is_asked_for_by_its_name()
    {
        const string email = "takes.along@voorbeeld.nl";
        await world.Given.Message(email);
        await world.Given.Request(email);

        using var answer = await Ask(new { email, @for = "portability" });

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        using var package = new OpenedPackage(await http.Anyone.GetStreamAsync((await Read(answer)).GetProperty("link").GetString()));
        Assert.Single(package.Rows("messages"));
        Assert.Empty(package.Rows("privacy-requests"));
    }

    [Fact]
    public async Task A_right_that_no_package_is_for_is_refused_by_its_field()
    {
        using var answer = await Ask(new { email = "takes.along@voorbeeld.nl", @for = "erasure" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True((await Read(answer)).GetProperty("errors").TryGetProperty("for", out _));
    }

    private Task<HttpResponseMessage> Ask(object person) => http.Officer.PostAsJsonAsync("api/subjects/export", person);

    private static async Task<JsonElement> Read(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();
}
