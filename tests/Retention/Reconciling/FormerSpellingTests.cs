using Azure;
using WelWee3D.Tests.PrivacyRequests;

namespace WelWee3D.Tests.Retention.Reconciling;

/// <summary>
/// Records that an older version wrote, each as its address and number were typed, and filed them under keys of that: found
/// like any other, before a reconciliation has written them anew and after it.
/// </summary>
public sealed class FormerSpellingTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private const string Canonical = "xn--bcher-kva.nl";

    private readonly World world = http.World;
    private readonly PrivacyOfficer officer = new(http);

    private SubjectKeys Keys => world.Get<SubjectKeys>();

    [Theory]
    [InlineData(Kinds.Message, false)]
    [InlineData(Kinds.Message, true)]
    [InlineData(Kinds.Order, false)]
    [InlineData(Kinds.Order, true)]
    public async Task Staff_find_one_under_every_spelling(string kind, bool isReconciled)
    {
        var (item, local, phone) = await Before(kind, isReconciled);

        foreach (var query in (string[])[
            $"email={local}@bücher.nl", $"email={local}@{Canonical}", $"email={local}@BÜCHER。nl", $"phone={phone}", $"phone=0{phone}",
            $"phone=+31{phone}", $"phone=%2B31 (0){phone}", $"email={local}@bücher.nl&phone=0031 0{phone}"])
        {
            var page = await http.Staff.GetFromJsonAsync<JsonElement>($"api/{(kind == Kinds.Order ? "orders" : "contacts")}?{query}");

            Assert.Equal([$"{item.Id}"], page.GetProperty("items").EnumerateArray().Select(found => found.GetProperty("id").GetString()));
        }
    }

    [Theory]
    [InlineData(Kinds.Message, false)]
    [InlineData(Kinds.Message, true)]
    [InlineData(Kinds.Order, false)]
    [InlineData(Kinds.Order, true)]
    public async Task It_is_in_the_package_of_its_person(string kind, bool isReconciled)
    {
        var (item, local, phone) = await Before(kind, isReconciled);

        using var made = await http.Officer.Export(new { email = $"{local}@{Canonical}", phone = $"0{phone}" });
        var link = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("link").GetString();
        using var package = new OpenedPackage(await http.Anyone.GetStreamAsync(link));

        Assert.Contains($"\"{item.Id}\"", package.Told(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Kinds.Message, false)]
    [InlineData(Kinds.Message, true)]
    [InlineData(Kinds.Order, false)]
    [InlineData(Kinds.Order, true)]
    public async Task An_erasure_leaves_nothing_of_it(string kind, bool isReconciled)
    {
        var (item, local, phone) = await Before(kind, isReconciled);

        var (report, shown) = await officer.Erase(new { email = $"{local}@{Canonical}", phone = $"0{phone}" });

        Assert.Equal([$"{kind} {item.Id}"], PrivacyOfficer.Items(shown.GetProperty("found")));
        Assert.Equal([$"{kind} {item.Id}"], PrivacyOfficer.Items(report.GetProperty("destroyed")));
        foreach (var table in StorageSetup.RecordTables.Except([RunLog.TableName]))
            Assert.Empty(await Left(table, item.Id));
    }

    [Theory]
    [InlineData(Kinds.Message)]
    [InlineData(Kinds.Order)]
    public async Task A_reconciliation_writes_it_anew_under_its_own_keys_alone(string kind)
    {
        var (item, local, phone) = await Before(kind, isReconciled: false);

        var run = await world.Get<Reconciliation>().Run(default);

        Assert.Equal(1, run.Repaired["spelling"]);
        var row = (await world.Storage.Rows(kind == Kinds.Order ? OrderStore.TableName : ContactMessages.TableName))
            .Single(row => $"{row.PartitionKey}{row.RowKey}".Contains($"{item.Id}", StringComparison.Ordinal));
        Assert.Equal(($"{local}@{Canonical}", $"+31{phone}"), (row.GetString("Email"), row.GetString("Phone")));
        Assert.Equal(
            Keys.Of($"{local}@{Canonical}", $"+31{phone}").Select(key => $"{key}|{item}").Order(StringComparer.Ordinal),
            (await world.Storage.RowKeys(SubjectIndex.TableName, $"{item}")).Order(StringComparer.Ordinal));
        Assert.Empty((await world.Get<Reconciliation>().Run(default)).Repaired);
    }

    [Fact]
    public async Task A_number_that_would_be_refused_now_stays_with_its_order_when_something_else_is_set_right()
    {
        var order = await world.Given.Order("refused@example.nl");
        await Write(OrderStore.TableName, order.Id, "refused@example.nl", "123456789012345");
        using var renamed = await http.Staff.PatchAsJsonAsync($"api/orders/{order.Id}", new { name = "Bea" });
        using var redialled = await http.Staff.PatchAsJsonAsync($"api/orders/{order.Id}", new { phone = "123456789012346" });

        Assert.Equal((200, 422), ((int)renamed.StatusCode, (int)redialled.StatusCode));
        Assert.Equal(("Bea", "123456789012345"), (await world.Get<OrderStore>().Find(order.Id, default))!.Client is var client ? (client.Name, client.Phone) : default);
    }

    /// <summary>One as the version before wrote it: what was typed, and rows of the index under that.</summary>
    private async Task<(Item Item, string Local, string Phone)> Before(string kind, bool isReconciled)
    {
        var local = world.Given.NewAddress().Split('@')[0];
        var phone = $"612{local["client".Length..].PadLeft(6, '3')}";
        var (email, typed) = ($"{local}@Bücher.nl", $"+31 0{phone}");
        var item = kind == Kinds.Order ? (await world.Given.Order(email, typed)).Due.Item : (await world.Given.Message(email, phone: typed)).Item;
        await Write(kind == Kinds.Order ? OrderStore.TableName : ContactMessages.TableName, item.Id, email, typed);
        var subjects = world.Get<SubjectIndex>();
        await subjects.Remove(Keys.Of(email, typed), item, default);
        await subjects.Add(
            [Convert.ToHexStringLower(Keys.Seed("email", $"{local}@bücher.nl")), Convert.ToHexStringLower(Keys.Seed("phone", $"310{phone}"))], item, default);
        if (isReconciled)
            await world.Get<Reconciliation>().Run(default);
        return (item, local, phone);
    }

    private async Task Write(string table, Id id, string email, string phone)
    {
        var row = (await world.Storage.Rows(table)).Single(row => $"{row.PartitionKey}{row.RowKey}".Contains($"{id}", StringComparison.Ordinal));
        (row["Email"], row["Phone"]) = (email, phone);
        await world.Storage.Table(table).UpdateEntityAsync(row, ETag.All);
    }

    private async Task<IEnumerable<string>> Left(string table, Id id) =>
        (await world.Storage.Rows(table)).Select(row => $"{table} {row.PartitionKey} {row.RowKey}").Where(key =>
            key.Contains($"{id}", StringComparison.Ordinal) || key.Contains(NewestFirst.Key(id), StringComparison.Ordinal));
}
