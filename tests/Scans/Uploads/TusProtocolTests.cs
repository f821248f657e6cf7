using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace WelWee3D.Tests.Scans.Uploads;

public abstract class TusProtocolTests(UploadApp app)
{
    [Fact]
    public async Task Anyone_may_ask_what_the_server_can_do()
    {
        using var anyone = new HttpClient { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(HttpMethod.Options, "api/uploads");

        using var answer = await anyone.SendAsync(request);

        Assert.Equal(204, (int)answer.StatusCode);
        Assert.Equal("1.0.0", UploadApp.Header(answer, "Tus-Version"));
        Assert.Equal("creation,creation-with-upload,checksum,expiration,termination", UploadApp.Header(answer, "Tus-Extension"));
        Assert.Equal("2147483648", UploadApp.Header(answer, "Tus-Max-Size"));
        Assert.Equal("16777216", UploadApp.Header(answer, "Upload-Piece-Size"));
        Assert.Equal("sha1,sha256", UploadApp.Header(answer, "Tus-Checksum-Algorithm"));
    }

    [Theory]
    [InlineData("POST", "api/uploads")]
    [InlineData("HEAD", "api/uploads/0")]
    [InlineData("PATCH", "api/uploads/0")]
    [InlineData("DELETE", "api/uploads/0")]
    public async Task Nobody_else_gets_in_without_a_token(string method, string path)
    {
        using var anyone = new HttpClient { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await anyone.SendAsync(request);

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal("1.0.0", UploadApp.Header(answer, "Tus-Resumable"));
    }

    [Theory]
    [InlineData("POST", "api/uploads")]
    [InlineData("HEAD", "api/uploads/0")]
    [InlineData("PATCH", "api/uploads/0")]
    [InlineData("DELETE", "api/uploads/0")]
    public async Task Another_version_is_refused(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Tus-Resumable", "0.2.2");

        using var answer = await app.Http.SendAsync(request);

        Assert.Equal(412, (int)answer.StatusCode);
        Assert.Equal("1.0.0", UploadApp.Header(answer, "Tus-Version"));
    }

    [Theory]
    [InlineData("Upload-Length", "0", 400)]
    [InlineData("Upload-Length", "-1", 400)]
    [InlineData("Upload-Length", "much", 400)]
    [InlineData("Upload-Length", "2147483648", 201)]
    [InlineData("Upload-Length", "2147483649", 413)]
    [InlineData("Upload-Length", "99999999999999999999", 400)]
    [InlineData("Upload-Defer-Length", "1", 400)]
    public async Task The_length_is_known_and_within_bounds(string header, string value, int status)
    {
        using var answer = await app.Send(HttpMethod.Post, "api/uploads", null,
            (header, value), ("Upload-Metadata", UploadApp.Metadata(await app.OpenOrder())));

        Assert.Equal(status, (int)answer.StatusCode);
        if (status != 201)
            Assert.Contains($"\"{header}\"", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_order_must_be_there_and_take_scans()
    {
        var cancelled = await app.OpenOrder();
        await app.Orders.Change(cancelled, order => order with { CancelledOn = order.OpenedOn }, default);
        var erased = await app.OpenOrder();
        await app.Orders.Change(erased, order => order with { ErasureRequestedOn = order.OpenedOn }, default);

        Assert.Equal(404, await CreateStatus(Id.New(app.Clock.GetUtcNow())));
        Assert.Equal(409, await CreateStatus(cancelled));
        Assert.Equal(409, await CreateStatus(erased));
    }

    [Fact]
    public async Task A_new_upload_tells_where_it_is_and_until_when()
    {
        var order = await app.OpenOrder();
        var metadata = UploadApp.Metadata(order, "buik ½.GLB") + ",filetype " + UploadApp.Base64("model/gltf-binary");

        using var made = await app.Send(HttpMethod.Post, "api/uploads", null, ("Upload-Length", "5"), ("Upload-Metadata", metadata));
        using var head = await app.Send(HttpMethod.Head, made.Headers.Location!.ToString());

        Assert.Equal(201, (int)made.StatusCode);
        Assert.StartsWith("/api/uploads/", made.Headers.Location.ToString());
        var expires = Amsterdam.StartOf(app.Clock.Today().AddDays(7)).ToString("R", CultureInfo.InvariantCulture);
        Assert.Equal(expires, UploadApp.Header(made, "Upload-Expires"));
        Assert.Equal(expires, UploadApp.Header(head, "Upload-Expires"));
        Assert.Equal("0", UploadApp.Header(head, "Upload-Offset"));
        Assert.Equal("5", UploadApp.Header(head, "Upload-Length"));
        Assert.Equal(metadata, UploadApp.Header(head, "Upload-Metadata"));
        Assert.True(head.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task When_the_last_byte_is_in_the_order_has_a_scan()
    {
        var order = await app.OpenOrder();
        var path = await app.Create(order, 5, "buik.GLB");

        using var first = await app.Append(path, 0, [1, 2, 3]);
        Assert.Empty((await app.Orders.Find(order, default))!.Scans);
        using var last = await app.Append(path, 3, [4, 5]);
        using var head = await app.Send(HttpMethod.Head, path);

        Assert.Equal("3", UploadApp.Header(first, "Upload-Offset"));
        Assert.Equal(204, (int)last.StatusCode);
        Assert.Equal("5", UploadApp.Header(last, "Upload-Offset"));
        var scan = await app.OnlyScan(order);
        Assert.Equal(("buik.GLB", $"{path[^32..]}.glb", 5, app.Clock.Today()), (scan.FileName, scan.BlobName, scan.Bytes, scan.ScannedOn));
        Assert.Equal([1, 2, 3, 4, 5], await app.Content(order, scan));
        Assert.Equal("5", UploadApp.Header(head, "Upload-Offset"));
        Assert.DoesNotContain("filename", UploadApp.Header(head, "Upload-Metadata"));
        Assert.Null(UploadApp.Header(head, "Upload-Expires"));
    }

    [Fact]
    public async Task An_upload_may_bring_its_first_bytes_along()
    {
        var order = await app.OpenOrder();
        using var made = await app.Send(HttpMethod.Post, "api/uploads", [1, 2],
            ("Upload-Length", "3"), ("Upload-Metadata", UploadApp.Metadata(order)), ("Upload-Checksum", UploadApp.Sha1([1, 2])));
        using var whole = await app.Send(HttpMethod.Post, "api/uploads", [1, 2, 3],
            ("Upload-Length", "3"), ("Upload-Metadata", UploadApp.Metadata(order)));

        Assert.Equal((201, "2"), ((int)made.StatusCode, UploadApp.Header(made, "Upload-Offset")));
        Assert.Equal((201, "3"), ((int)whole.StatusCode, UploadApp.Header(whole, "Upload-Offset")));
        Assert.Equal([1, 2, 3], await app.Content(order, await app.OnlyScan(order)));
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
        var path = await app.Create(await app.OpenOrder(), 5);
        using var first = await app.Append(path, 0, [1, 2]);

        using var answer = header == "Upload-Offset"
            ? await app.Send(HttpMethod.Patch, path, [3], (header, value))
            : await app.Append(path, 2, [3], (header, value));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains($"\"{header}\"", await answer.Content.ReadAsStringAsync());
        Assert.Equal(2, await app.Offset(path));
    }

    [Fact]
    public async Task Bytes_come_as_bytes()
    {
        var path = await app.Create(await app.OpenOrder(), 5);
        using var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = new StringContent("12") };
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Offset", "0");

        using var answer = await app.Http.SendAsync(request);

        Assert.Equal(415, (int)answer.StatusCode);
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_appended_to()
    {
        using var unknown = await app.Append($"api/uploads/{Id.New(app.Clock.GetUtcNow())}", 0, [1]);
        using var malformed = await app.Append("api/uploads/1", 0, [1]);

        Assert.Equal(404, (int)unknown.StatusCode);
        Assert.Equal(404, (int)malformed.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task More_bytes_than_announced_are_refused_and_do_not_count(bool chunked)
    {
        var path = await app.Create(await app.OpenOrder(), 5);
        using var first = await app.Append(path, 0, [1, 2]);
        using var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = new ByteArrayContent([3, 4, 5, 6]) };
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Offset", "2");
        request.Headers.TransferEncodingChunked = chunked;
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");

        using var answer = await app.Http.SendAsync(request);

        Assert.Equal(413, (int)answer.StatusCode);
        Assert.Equal(2, await app.Offset(path));
    }

    [Fact]
    public async Task Post_means_patch_when_a_header_says_so()
    {
        var path = await app.Create(await app.OpenOrder(), 5);

        using var patch = await app.Send(HttpMethod.Post, path, [1, 2], ("Upload-Offset", "0"), ("X-HTTP-Method-Override", "PATCH"));
        using var post = await app.Send(HttpMethod.Post, path, [3], ("Upload-Offset", "2"));

        Assert.Equal(204, (int)patch.StatusCode);
        Assert.Equal(405, (int)post.StatusCode);
        Assert.Equal(["HEAD", "PATCH", "DELETE"], post.Content.Headers.Allow);
        Assert.Equal(2, await app.Offset(path));
    }

    [Fact]
    public async Task Bytes_that_do_not_match_their_checksum_are_discarded()
    {
        var order = await app.OpenOrder();
        var path = await app.Create(order, 6);
        using var first = await app.Append(path, 0, [1, 2]);

        using var wrong = await app.Append(path, 2, [9, 9, 9], ("Upload-Checksum", UploadApp.Sha1([3, 4, 5])));
        var afterWrong = await app.Offset(path);
        using var shorter = await app.Append(path, 2, [3]);
        var afterShorter = await app.Offset(path);
        using var right = await app.Append(path, 3, [4, 5, 6], ("Upload-Checksum", $"sha256 {Convert.ToBase64String(SHA256.HashData([4, 5, 6]))}"));

        Assert.Equal((460, 2), ((int)wrong.StatusCode, afterWrong));
        Assert.Equal((204, 3), ((int)shorter.StatusCode, afterShorter));
        Assert.Equal(204, (int)right.StatusCode);
        Assert.Equal([1, 2, 3, 4, 5, 6], await app.Content(order, await app.OnlyScan(order)));
    }

    [Fact]
    public async Task An_upload_that_is_ended_leaves_nothing()
    {
        var order = await app.OpenOrder();
        var path = await app.Create(order, 5);
        using var first = await app.Append(path, 0, [1, 2]);
        Assert.True(await app.HasBlobs(order));

        using var ended = await app.Send(HttpMethod.Delete, path);
        using var head = await app.Send(HttpMethod.Head, path);
        using var again = await app.Send(HttpMethod.Delete, path);

        Assert.Equal((204, 404, 404), ((int)ended.StatusCode, (int)head.StatusCode, (int)again.StatusCode));
        Assert.False(await app.HasBlobs(order));
    }

    [Fact]
    public async Task A_scan_is_not_destroyed_by_ending_its_upload()
    {
        var order = await app.OpenOrder();
        var path = await app.Create(order, 1);
        using var bytes = await app.Append(path, 0, [1]);

        using var ended = await app.Send(HttpMethod.Delete, path);

        Assert.Equal(409, (int)ended.StatusCode);
        Assert.Equal([1], await app.Content(order, await app.OnlyScan(order)));
    }

    [Theory]
    [InlineData(true, 410)]
    [InlineData(false, 409)]
    public async Task An_order_that_is_erased_or_cancelled_meanwhile_takes_no_scan(bool erased, int status)
    {
        var order = await app.OpenOrder();
        var path = await app.Create(order, 2);
        using var first = await app.Append(path, 0, [1]);
        await app.Orders.Change(order, before => before with { CancelledOn = before.OpenedOn }, default);
        if (erased)
            await app.Forget(order);

        using var last = await app.Append(path, 1, [2]);
        using var head = await app.Send(HttpMethod.Head, path);

        Assert.Equal(status, (int)last.StatusCode);
        Assert.Equal(404, (int)head.StatusCode);
        Assert.False(await app.HasBlobs(order));
    }

    [Theory]
    [InlineData(-1, 200)]
    [InlineData(0, 410)]
    public async Task An_upload_ends_with_its_sixth_day(int seconds, int status)
    {
        var path = await app.Create(await app.OpenOrder(), 5);
        var now = app.Clock.GetUtcNow();
        try
        {
            app.Clock.MoveTo(Amsterdam.StartOf(app.Clock.Today().AddDays(7)).AddSeconds(seconds * 30));

            using var head = await app.Send(HttpMethod.Head, path);
            using var patch = await app.Append(path, 0, [1]);

            Assert.Equal(status, (int)head.StatusCode);
            Assert.Equal(status == 200 ? 204 : 410, (int)patch.StatusCode);
        }
        finally
        {
            app.Clock.MoveTo(now);
        }
    }

    private async Task<int> CreateStatus(Id order)
    {
        using var answer = await app.Send(HttpMethod.Post, "api/uploads", null,
            ("Upload-Length", "1"), ("Upload-Metadata", UploadApp.Metadata(order)));
        return (int)answer.StatusCode;
    }
}

[Collection(nameof(UploadApp))]
public sealed class StreamedTusProtocolTests(UploadApp app) : TusProtocolTests(app);

[Collection(nameof(HoldingUploadApp))]
public sealed class HeldTusProtocolTests(HoldingUploadApp app) : TusProtocolTests(app);
