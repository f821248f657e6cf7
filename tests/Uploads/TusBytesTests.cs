using System.Net.Http.Headers;

namespace WelWee3D.Tests.Uploads;

/// <summary>How bytes come, and which are refused.</summary>
public abstract class TusBytesTests(HttpWorld http)
{
    private readonly World world = http.World;
    private readonly TusClient tus = new(http);

    [Fact]
    public async Task When_the_last_byte_is_in_the_order_has_a_scan()
    {
        var order = await tus.OpenOrder();
        var path = await tus.Create(order, 5, "buik.GLB");

        using var first = await tus.Append(path, 0, [1, 2, 3]);
        Assert.Empty((await world.Get<OrderStore>().Find(order, default))!.Scans);
        using var last = await tus.Append(path, 3, [4, 5]);
        using var head = await tus.Send(HttpMethod.Head, path);

        Assert.Equal("3", TusClient.Header(first, "Upload-Offset"));
        Assert.Equal(204, (int)last.StatusCode);
        Assert.Equal("5", TusClient.Header(last, "Upload-Offset"));
        var scan = await tus.OnlyScan(order);
        Assert.Equal(("buik.GLB", $"{path[^32..]}.glb", 5, world.Today), (scan.FileName, scan.BlobName, scan.Bytes, scan.ScannedOn));
        Assert.Equal([1, 2, 3, 4, 5], await tus.Content(order, scan));
        Assert.Equal("5", TusClient.Header(head, "Upload-Offset"));
        Assert.DoesNotContain("filename", TusClient.Header(head, "Upload-Metadata"));
        Assert.Null(TusClient.Header(head, "Upload-Expires"));
    }

    [Theory]
    [InlineData("Upload-Offset", "1", 409)]
    [InlineData("Upload-Offset", "4", 409)]
    [InlineData("Upload-Offset", "x", 400)]
    [InlineData("Upload-Checksum", "md5 kAFQmDzST7DWlj99KOF/cg==", 400)]
    [InlineData("Upload-Checksum", "sha1 kAFQmDzST7DWlj99KOF/cg==", 400)]
    [InlineData("Upload-Checksum", "sha1", 400)]
    public async Task Bytes_come_at_the_right_place_with_a_checksum_that_can_be_checked(string header, string value, int status)
    {
        var path = await tus.Create(await tus.OpenOrder(), 5);
        using var first = await tus.Append(path, 0, [1, 2]);

        using var answer = header == "Upload-Offset"
            ? await tus.Send(HttpMethod.Patch, path, [3], (header, value))
            : await tus.Append(path, 2, [3], (header, value));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains($"\"{header}\"", await answer.Content.ReadAsStringAsync());
        Assert.Equal(2, await tus.Offset(path));
    }

    [Fact]
    public async Task Bytes_come_as_bytes()
    {
        var path = await tus.Create(await tus.OpenOrder(), 5);
        using var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = new StringContent("12") };
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Offset", "0");

        using var answer = await http.Staff.SendAsync(request);

        Assert.Equal(415, (int)answer.StatusCode);
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_appended_to()
    {
        using var unknown = await tus.Append($"api/uploads/{Id.New(world.Now)}", 0, [1]);
        using var malformed = await tus.Append("api/uploads/1", 0, [1]);

        Assert.Equal(404, (int)unknown.StatusCode);
        Assert.Equal(404, (int)malformed.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task More_bytes_than_announced_are_refused_and_do_not_count(bool chunked)
    {
        var path = await tus.Create(await tus.OpenOrder(), 5);
        using var first = await tus.Append(path, 0, [1, 2]);
        using var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = new ByteArrayContent([3, 4, 5, 6]) };
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Offset", "2");
        request.Headers.TransferEncodingChunked = chunked;
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");

        using var answer = await http.Staff.SendAsync(request);

        Assert.Equal(413, (int)answer.StatusCode);
        Assert.Equal(2, await tus.Offset(path));
    }

    [Fact]
    public async Task Bytes_that_do_not_match_their_checksum_are_discarded()
    {
        var order = await tus.OpenOrder();
        var path = await tus.Create(order, 6);
        using var first = await tus.Append(path, 0, [1, 2]);

        using var wrong = await tus.Append(path, 2, [9, 9, 9], ("Upload-Checksum", TusClient.Sha1([3, 4, 5])));
        var afterWrong = await tus.Offset(path);
        using var shorter = await tus.Append(path, 2, [3]);
        var afterShorter = await tus.Offset(path);
        using var right = await tus.Append(path, 3, [4, 5, 6], ("Upload-Checksum", $"sha256 {Convert.ToBase64String(SHA256.HashData([4, 5, 6]))}"));

        Assert.Equal((460, 2), ((int)wrong.StatusCode, afterWrong));
        Assert.Equal("Checksum Mismatch", (await wrong.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString());
        Assert.Equal((204, 3), ((int)shorter.StatusCode, afterShorter));
        Assert.Equal(204, (int)right.StatusCode);
        Assert.Equal([1, 2, 3, 4, 5, 6], await tus.Content(order, await tus.OnlyScan(order)));
    }
}

public sealed class StreamedTusBytesTests(HttpWorld http) : TusBytesTests(http), IClassFixture<HttpWorld>;

public sealed class HeldTusBytesTests(HeldWorld http) : TusBytesTests(http), IClassFixture<HeldWorld>;
