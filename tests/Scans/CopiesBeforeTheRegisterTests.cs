namespace WelWee3D.Tests.Scans;

/// <summary>Copies that were noted when staff could call a disk anything.</summary>
public sealed class CopiesBeforeTheRegisterTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Theory]
    [InlineData("schijf Anna")]
    [InlineData("ANNA-1")]
    public async Task Staff_are_told_the_name_and_ledger_and_certificate_the_id_of_the_copy(string name)
    {
        var (order, copy) = await Copied(name);
        var scan = order.Scans[0].Id;
        Assert.Equal(name, await DiskOf($"orders/{order.Id}/scans", "id", scan));

        await world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(order), "officer", default);
        await world.Function<RemindDeadlines>().Run(new(), default);
        Assert.Equal(name, await DiskOf("destruction-tasks", "scanId", scan));
        Assert.Contains($"Schijven: {name}\n", await world.Letter(ReminderLetter.Name), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await Confirm(scan, copy));
        Assert.Equal(HttpStatusCode.OK, await Confirm(scan, copy));

        var line = (await world.Get<Ledger>().Find($"scan-{scan}", default))!;
        var certificate = (await world.Get<Certificates>().Find(line.Certificate!.Value, default))!;
        Assert.Equal([$"{copy}"], line.Line.Items[0].Disks);
        Assert.Equal((copy, $"{copy}"), (certificate.Read().Copies[0].Id, certificate.Read().Copies[0].Disk));
        foreach (var table in (string[])[Ledger.TableName, Certificates.TableName])
            Assert.DoesNotContain(await world.Storage.Rows(table), row => row.Any(column => $"{column.Value}".Contains(name, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Another_copy_on_a_registered_disk_stands_beside_it()
    {
        await world.Given.Disk("SCHIJF-1");
        var (order, _) = await Copied("SCHIJF-1");

        using var answer = await http.Staff.PostAsJsonAsync($"api/scans/{order.Scans[0].Id}/copies", new { disk = "SCHIJF-1" });

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(2, (await world.Get<OrderStore>().Find(order.Id, default))!.Scans[0].Copies.Count);
    }

    /// <summary>An order with a scan whose copy is stored as it was before disks were registered.</summary>
    private async Task<(Order Order, Id Copy)> Copied(string disk)
    {
        var order = await world.Given.OrderWithScan(world.Given.NewAddress(), file: []);
        var copy = world.NewId();
        var row = new TableEntity($"{order.Id}", $"scan|{order.Scans[0].Id}")
        {
            ["Copies"] = $$"""[{"id":"{{copy}}","disk":"{{disk}}","madeOn":"{{world.Today.Iso()}}"}]""",
        };
        await world.Storage.Table(OrderStore.TableName).UpdateEntityAsync(row, Azure.ETag.All);
        return (order, copy);
    }

    private async Task<HttpStatusCode> Confirm(Id scan, Id copy)
    {
        using var answer = await http.Staff.PostAsJsonAsync($"api/scans/{scan}/copies/{copy}/destroyed", new { });
        return answer.StatusCode;
    }

    /// <summary>The disk of the one copy of a scan, as staff see it.</summary>
    private async Task<string?> DiskOf(string list, string member, Id scan)
    {
        var items = (await http.Staff.GetFromJsonAsync<JsonElement>($"api/{list}")).GetProperty("items").EnumerateArray();
        var copies = items.Single(item => item.GetProperty(member).GetString() == $"{scan}").GetProperty("copies");
        return Assert.Single(copies.EnumerateArray()).GetProperty("disk").GetString();
    }
}
