using WelWee3D.Tests.Contact;

namespace WelWee3D.Tests.Scans;

public sealed class AddCopyTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    [Theory]
    [InlineData("SCHIJF-1")]
    [InlineData(" schijf-1 ")]
    public async Task A_copy_is_on_a_disk_of_the_register(string typed)
    {
        var (disk, scan) = (await world.Given.Disk("SCHIJF-1"), await NewScan());

        using var answer = await Copy(scan, typed);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var copy = Assert.Single(await Copies(scan));
        Assert.Equal(("SCHIJF-1", disk.Id, world.Today), (copy.Disk, copy.DiskId, copy.MadeOn));
        Assert.Equal(new Uri(world.Address, $"api/scans/{scan}/copies/{copy.Id}"), answer.Headers.Location);
    }

    [Theory]
    [InlineData("SCHIJF-404")]
    [InlineData("schijf Anna")]
    [InlineData("")]
    public async Task Of_a_disk_that_is_not_registered_it_is_told_how_to(string disk)
    {
        var scan = await NewScan();

        using var answer = await Copy(scan, disk);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["disk"], await answer.Faults());
        Assert.Contains("POST /api/disks", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await Copies(scan));
    }

    [Fact]
    public async Task The_same_disk_twice_is_one_copy_until_that_is_destroyed()
    {
        await world.Given.Disk("SCHIJF-1");
        var scan = await NewScan();
        using var first = await Copy(scan, "SCHIJF-1");
        using var again = await Copy(scan, "schijf-1");
        var copy = Assert.Single(await Copies(scan));
        using var destroyed = await http.Staff.PostAsJsonAsync($"api/scans/{scan}/copies/{copy.Id}/destroyed", new { });

        using var another = await Copy(scan, "SCHIJF-1");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Created), (again.StatusCode, another.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal([world.Today, null], (await Copies(scan)).Select(each => each.DestroyedOn));
    }

    private async Task<Id> NewScan() => (await world.Given.OrderWithScan(file: [])).Scans[0].Id;

    private Task<HttpResponseMessage> Copy(Id scan, string disk) => http.Staff.PostAsJsonAsync($"api/scans/{scan}/copies", new { disk });

    private async Task<IReadOnlyList<DiskCopy>> Copies(Id scan)
    {
        var order = await world.Get<ScanIndex>().Find(scan, default);
        return (await world.Get<OrderStore>().Find(order!.Value, default))!.Part(scan)!.Copies;
    }
}
