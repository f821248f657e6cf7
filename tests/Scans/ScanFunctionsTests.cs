using System.Net.Http.Headers;
using WelWee3D.Tests.Formats;

namespace WelWee3D.Tests.Scans;

public sealed class ScanFunctionsTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;

    private static readonly byte[] File = StlFiles.BinaryBox(300, 200, 400);

    [Fact]
    public async Task The_scans_of_an_order_are_listed_but_not_what_is_being_destroyed()
    {
        var (order, scan) = await Stored();
        await world.Get<OrderStore>().Change(order, found => found with { Scans = [.. found.Scans, Make.Scan(world.Now) with { Destroying = true }] }, default);

        var answer = await http.Staff.GetFromJsonAsync<JsonElement>($"api/orders/{order}/scans");

        var shown = Assert.Single(answer.GetProperty("items").EnumerateArray());
        Assert.Equal($"{scan.Id}", shown.GetProperty("id").GetString());
        Assert.Equal($"{order}", shown.GetProperty("orderId").GetString());
        Assert.Equal("recorded", shown.GetProperty("status").GetString());
        Assert.Equal("stl", shown.GetProperty("format").GetString());
        Assert.Equal([300, 200, 400], shown.GetProperty("bounds").GetProperty("max").EnumerateArray().Select(side => side.GetInt32()));
        Assert.Equal("scan-never-shipped", shown.GetProperty("retention").GetProperty("rule").GetString());
        Assert.Empty(shown.GetProperty("copies").EnumerateArray());
    }

    [Fact]
    public async Task A_scan_comes_whole_under_its_own_name()
    {
        var (_, scan) = await Stored(Make.Scan(world.Now) with { FileName = "Anna's buik – één.stl" });

        using var answer = await http.Staff.GetAsync($"api/scans/{scan.Id}/content");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(File, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("model/stl", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("bytes", Assert.Single(answer.Headers.AcceptRanges));
        var disposition = answer.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", "Anna's buik – één.stl"), (disposition.DispositionType, disposition.FileNameStar));
        Assert.NotNull(answer.Headers.ETag);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("bytes=0-99", 0, 100)]
    [InlineData("bytes=200-299", 200, 100)]
    [InlineData("bytes=600-", 600, 84)]
    [InlineData("bytes=600-9999", 600, 84)]
    [InlineData("bytes=-84", 600, 84)]
    public async Task A_range_comes_alone(string range, int from, int count)
    {
        var (_, scan) = await Stored();

        using var answer = await Get(scan.Id, range);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(File[from..(from + count)], await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal($"bytes {from}-{from + count - 1}/{File.Length}", answer.Content.Headers.ContentRange!.ToString());
    }

    [Theory]
    [InlineData("bytes=684-")]
    [InlineData("bytes=9999-99999")]
    [InlineData("bytes=-0")]
    public async Task A_range_beyond_the_end_cannot_be_satisfied(string range)
    {
        var (_, scan) = await Stored();

        using var answer = await Get(scan.Id, range);

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, answer.StatusCode);
        Assert.Equal("bytes */684", answer.Content.Headers.ContentRange!.ToString());
    }

    [Theory]
    [InlineData("bytes=0-9,20-29")]
    [InlineData("lines=1-2")]
    public async Task For_several_ranges_or_other_units_all_is_sent(string range)
    {
        var (_, scan) = await Stored();

        using var answer = await Get(scan.Id, range);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(File, await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData(true, HttpStatusCode.PartialContent)]
    [InlineData(false, HttpStatusCode.OK)]
    public async Task A_range_of_another_version_is_not_mixed_in(bool same, HttpStatusCode expected)
    {
        var (_, scan) = await Stored();
        using var first = await http.Staff.GetAsync($"api/scans/{scan.Id}/content");

        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/scans/{scan.Id}/content");
        request.Headers.Range = new RangeHeaderValue(0, 9);
        request.Headers.IfRange = new RangeConditionHeaderValue(same ? first.Headers.ETag! : new EntityTagHeaderValue("\"other\""));
        using var answer = await http.Staff.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("bytes=0-9")]
    [InlineData("bytes=700-")]
    public async Task Asking_for_the_head_tells_the_length_and_sends_nothing_whatever_range_is_named(string? range)
    {
        var (_, scan) = await Stored();
        using var request = new HttpRequestMessage(HttpMethod.Head, $"api/scans/{scan.Id}/content");
        if (range is not null)
            request.Headers.Range = RangeHeaderValue.Parse(range);

        using var answer = await http.Staff.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(File.Length, answer.Content.Headers.ContentLength);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_large_scan_comes_whole_and_in_parts()
    {
        var large = StlFiles.BinarySphere(60_000);
        var (_, scan) = await Stored(Make.Scan(world.Now), large);

        var whole = await http.Staff.GetByteArrayAsync($"api/scans/{scan.Id}/content");
        using var part = await Get(scan.Id, "bytes=1048570-2097160");

        Assert.Equal(SHA256.HashData(large), SHA256.HashData(whole));
        Assert.Equal(large[1048570..2097161], await part.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_restricted_scan_is_stored_but_not_used()
    {
        var (order, scan) = await Stored();
        await world.Get<OrderStore>().Change(order, found => found with { RestrictedOn = found.OpenedOn }, default);

        using var answer = await http.Staff.GetAsync($"api/scans/{scan.Id}/content");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task A_scan_or_file_that_is_not_there_is_not_found()
    {
        var (order, scan) = await Stored();
        await world.Storage.Scans.DeleteBlobAsync($"{order}/{scan.BlobName}");

        foreach (var id in new[] { "x", $"{Id.New(world.Now)}", $"{scan.Id}" })
        {
            using var answer = await http.Staff.GetAsync($"api/scans/{id}/content");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_copy_on_a_disk_is_noted_and_its_destruction_confirmed_once()
    {
        var (order, scan) = await Stored();
        await world.Given.Disk("SCHIJF-3");

        using var made = await http.Staff.PostAsJsonAsync($"api/scans/{scan.Id}/copies", new { disk = "SCHIJF-3" });
        var copy = await made.Content.ReadFromJsonAsync<JsonElement>();
        var path = $"api/scans/{scan.Id}/copies/{copy.GetProperty("id").GetString()}/destroyed";
        using var destroyed = await http.Staff.PostAsJsonAsync(path, new { destroyedOn = world.Today.Iso() });
        using var again = await http.Staff.PostAsync(path, content: null);

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal(("SCHIJF-3", world.Today.Iso()), (copy.GetProperty("disk").GetString(), copy.GetProperty("madeOn").GetString()));
        Assert.Equal(HttpStatusCode.OK, destroyed.StatusCode);
        Assert.Equal(await destroyed.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(world.Today, (await world.Get<OrderStore>().Find(order, default))!.Scans[0].Copies[0].DestroyedOn);
    }

    private async Task<(Id Order, Scan Scan)> Stored(Scan? given = null, byte[]? file = null)
    {
        var (order, scan, content) = (await world.Given.Order(), given ?? Make.Scan(world.Now), file ?? File);
        var facts = await ScanReading.Read(() => new MemoryStream(content), content.Length, default);
        scan = scan with { Bytes = content.Length, Facts = facts };
        await world.Get<OrderStore>().Change(order.Id, found => found with { Scans = [scan] }, default);
        await world.Storage.Scans.GetBlobClient($"{order.Id}/{scan.BlobName}").UploadAsync(new BinaryData(content));
        return (order.Id, scan);
    }

    private async Task<HttpResponseMessage> Get(Id scan, string range)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/scans/{scan}/content");
        request.Headers.TryAddWithoutValidation("Range", range);
        return await http.Staff.SendAsync(request);
    }
}
