using Azure.Storage.Blobs;
using WelWee3D.Tests.Formats;

namespace WelWee3D.Tests.Scans;

/// <summary>The function alone is called here; the host's own calls, which come as well, must do no harm.</summary>
public sealed class RecordScanTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    private readonly RecordScan function = http.World.Function<RecordScan>();

    [Fact]
    public async Task A_binary_STL_is_recorded_with_what_it_holds()
    {
        var file = StlFiles.BinaryBox(300, 200, 400);
        var (order, scan) = await Arrived(file);

        await function.Run(BlobOf(order, scan), default);

        var recorded = (await world.Get<OrderStore>().Find(order, default))!.Scan(scan.Id)!;
        var facts = recorded.Facts!;
        Assert.Equal(file.Length, recorded.Bytes);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), facts.Sha256);
        Assert.Equal((ScanFormat.Stl, 12L, 36L), (facts.Format, facts.Triangles, facts.Vertices));
        Assert.Equal(400, facts.Bounds!.Value.Max.Z);
        Assert.Null(facts.Rejected);
    }

    [Fact]
    public async Task An_ASCII_STL_is_recorded_as_well()
    {
        var (order, scan) = await Arrived(StlFiles.AsciiBox(300, 200, 400));

        await function.Run(BlobOf(order, scan), default);

        Assert.Equal(12, (await world.Get<OrderStore>().Find(order, default))!.Scan(scan.Id)!.Facts!.Triangles);
    }

    [Fact]
    public async Task What_is_no_scan_is_rejected_told_to_staff_and_has_two_months()
    {
        var (order, scan) = await Arrived("Dit is geen scan."u8.ToArray());

        await function.Run(BlobOf(order, scan), default);

        var after = (await world.Get<OrderStore>().Find(order, default))!;
        Assert.NotNull(after.Scan(scan.Id)!.Facts!.Rejected);
        Assert.Equal(world.Today.AddMonths(2).AddDays(-8), after.Due.On);
        Assert.Single(await world.Storage.RowKeys(Letters.TableName, $"{order}|{scan.Id}|scan-rejected"));
    }

    [Fact]
    public async Task Recording_twice_changes_nothing()
    {
        var (order, scan) = await Arrived(StlFiles.BinaryBox(300, 200, 400));

        await function.Run(BlobOf(order, scan), default);
        var once = (await world.Get<OrderStore>().Find(order, default))!;
        await function.Run(BlobOf(order, scan), default);

        Assert.Equal(once.Due, (await world.Get<OrderStore>().Find(order, default))!.Due);
    }

    [Theory]
    [InlineData("{0}/stray.stl")]
    [InlineData("{0}/deeper/stray.stl")]
    [InlineData("no-order-{0}/stray.stl")]
    public async Task A_blob_that_no_order_knows_is_written_down_once_with_its_deadline(string shape)
    {
        var order = await world.Given.Order();
        var blob = world.Storage.Scans.GetBlobClient(string.Format(System.Globalization.CultureInfo.InvariantCulture, shape, order.Id));
        await blob.UploadAsync(new BinaryData("stray"));

        await function.Run(blob, default);
        await function.Run(blob, default);

        var arrivedOn = world.Today;
        var unclaimed = await Unclaimed(blob);
        Assert.Equal((blob.Name, arrivedOn, 5L), (unclaimed!.BlobName, unclaimed.ArrivedOn, unclaimed.Bytes));
        Assert.Equal(arrivedOn.AddMonths(2).AddDays(-8), unclaimed.Due.On);
        Assert.Single(await world.Storage.RowKeys(DueIndex.TableName, $"blob|{unclaimed.Id}|"));
        Assert.Single(await world.Storage.RowKeys(Letters.TableName, $"{unclaimed.Id}|blob-unclaimed"));
        var letter = (await world.GetAll<ILetterRenderer>().Single(each => each.Kind == BlobUnclaimedLetter.Name).Render($"{unclaimed.Id}", default))!.Body.Text;
        Assert.Contains("Grootte: 5 bytes\n", letter, StringComparison.Ordinal);
        Assert.Contains($"/staff/unclaimed/{unclaimed.Id}\n", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blob_that_an_order_knows_after_all_is_no_longer_unclaimed()
    {
        var order = await world.Given.Order();
        var scan = Make.Scan(world.Now, bytes: 5);
        var blob = BlobOf(order.Id, scan);
        await blob.UploadAsync(new BinaryData("stray"));
        await function.Run(blob, default);
        var unclaimed = (await Unclaimed(blob))!;

        await world.Get<OrderStore>().Change(order.Id, found => found with { Scans = [scan] }, default);
        await function.Run(blob, default);

        Assert.Null(await Unclaimed(blob));
        Assert.Empty(await world.Storage.RowKeys(DueIndex.TableName, $"blob|{unclaimed.Id}|"));
        Assert.NotNull((await world.Get<OrderStore>().Find(order.Id, default))!.Scan(scan.Id)!.Facts);
    }

    [Fact]
    public async Task An_upload_that_is_being_discarded_leaves_nothing()
    {
        var order = await world.Given.Order();
        var empty = world.Storage.Scans.GetBlobClient($"{order.Id}/empty.stl");
        await empty.UploadAsync(new BinaryData(""));

        await function.Run(empty, default);
        await function.Run(world.Storage.Scans.GetBlobClient($"{order.Id}/gone.stl"), default);

        Assert.DoesNotContain(await world.Storage.Rows(UnclaimedBlobs.TableName), row => row.GetString("BlobName").StartsWith($"{order.Id}", StringComparison.Ordinal));
        Assert.Empty((await world.Get<OrderStore>().Find(order.Id, default))!.Scans);
    }

    [Fact]
    public async Task The_host_finds_what_arrives()
    {
        var (order, scan) = await Arrived(StlFiles.BinaryBox(300, 200, 400));

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await world.Get<OrderStore>().Find(order, patience.Token))!.Scan(scan.Id)!.Facts is null)
            await Task.Delay(100, patience.Token);
    }

    private async Task<(Id Order, Scan Scan)> Arrived(byte[] file)
    {
        var (order, scan) = (await world.Given.Order(), Make.Scan(world.Now, file.Length));
        await world.Get<OrderStore>().Change(order.Id, found => found with { Scans = [scan] }, default);
        await BlobOf(order.Id, scan).UploadAsync(new BinaryData(file));
        return (order.Id, scan);
    }

    private BlobClient BlobOf(Id order, Scan scan) => world.Storage.Scans.GetBlobClient($"{order}/{scan.BlobName}");

    private async Task<UnclaimedBlob?> Unclaimed(BlobClient blob)
    {
        var createdOn = (await blob.GetPropertiesAsync()).Value.CreatedOn;
        return await world.Get<UnclaimedBlobs>().Find(Id.From(createdOn, world.Get<SubjectKeys>().Seed("blob", blob.Name)), default);
    }
}
