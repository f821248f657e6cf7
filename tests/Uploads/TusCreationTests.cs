using System.Net.Http.Headers;

namespace WelWee3D.Tests.Uploads;

/// <summary>What the server can do, and how an upload begins.</summary>
public abstract class TusCreationTests(HttpWorld http)
{
    private readonly World world = http.World;
    private readonly TusClient tus = new(http);

    [Fact]
    public async Task Anyone_may_ask_what_the_server_can_do()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "api/uploads");

        using var answer = await http.Anyone.SendAsync(request);

        Assert.Equal(204, (int)answer.StatusCode);
        Assert.Equal("1.0.0", TusClient.Header(answer, "Tus-Version"));
        Assert.Equal("creation,creation-with-upload,creation-defer-length,checksum,expiration,termination,concatenation", TusClient.Header(answer, "Tus-Extension"));
        Assert.Equal("2147483648", TusClient.Header(answer, "Tus-Max-Size"));
        Assert.Equal("16777216", TusClient.Header(answer, "Upload-Piece-Size"));
        Assert.Equal("sha1,sha256", TusClient.Header(answer, "Tus-Checksum-Algorithm"));
    }

    [Theory]
    [InlineData("POST", "api/uploads")]
    [InlineData("HEAD", "api/uploads/0")]
    [InlineData("PATCH", "api/uploads/0")]
    [InlineData("DELETE", "api/uploads/0")]
    public async Task Nobody_else_gets_in_without_a_token(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await http.Anyone.SendAsync(request);

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal("1.0.0", TusClient.Header(answer, "Tus-Resumable"));
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

        using var answer = await http.Staff.SendAsync(request);

        Assert.Equal(412, (int)answer.StatusCode);
        Assert.Equal("1.0.0", TusClient.Header(answer, "Tus-Version"));
    }

    [Theory]
    [InlineData("Upload-Length", "0", 400)]
    [InlineData("Upload-Length", "-1", 400)]
    [InlineData("Upload-Length", "much", 400)]
    [InlineData("Upload-Length", "2147483648", 201)]
    [InlineData("Upload-Length", "2147483649", 413)]
    [InlineData("Upload-Length", "99999999999999999999", 413)]
    [InlineData("Upload-Length", "+5", 400)]
    [InlineData("Upload-Defer-Length", "1", 201)]
    [InlineData("Upload-Defer-Length", "0", 400)]
    public async Task The_length_is_known_and_within_bounds(string header, string value, int status)
    {
        using var answer = await tus.Send(HttpMethod.Post, "api/uploads", null,
            (header, value), ("Upload-Metadata", TusClient.Metadata(await tus.OpenOrder())));

        Assert.Equal(status, (int)answer.StatusCode);
        if (status != 201)
            Assert.Contains($"\"{header}\"", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_order_must_be_there_and_take_scans()
    {
        var cancelled = await tus.OpenOrder();
        await world.Get<OrderStore>().Change(cancelled, order => order with { CancelledOn = order.OpenedOn }, default);
        var erased = await tus.OpenOrder();
        await world.Get<OrderStore>().Change(erased, order => order with { ErasureRequestedOn = order.OpenedOn }, default);

        Assert.Equal(404, await CreateStatus(Id.New(world.Now)));
        Assert.Equal(409, await CreateStatus(cancelled));
        Assert.Equal(409, await CreateStatus(erased));
    }

    [Fact]
    public async Task A_new_upload_tells_where_it_is_and_until_when()
    {
        var order = await tus.OpenOrder();
        var metadata = TusClient.Metadata(order, "buik ½.GLB") + ",filetype " + TusClient.Base64("model/gltf-binary");

        using var made = await tus.Send(HttpMethod.Post, "api/uploads", null, ("Upload-Length", "5"), ("Upload-Metadata", metadata));
        using var head = await tus.Send(HttpMethod.Head, made.Headers.Location!.ToString());

        Assert.Equal(201, (int)made.StatusCode);
        Assert.StartsWith($"{http.World.Address}api/uploads/", made.Headers.Location.ToString(), StringComparison.Ordinal);
        var expires = Amsterdam.StartOf(world.Today.AddDays(7)).ToString("R", CultureInfo.InvariantCulture);
        Assert.Equal(expires, TusClient.Header(made, "Upload-Expires"));
        Assert.Equal(expires, TusClient.Header(head, "Upload-Expires"));
        Assert.Equal("0", TusClient.Header(head, "Upload-Offset"));
        Assert.Equal("5", TusClient.Header(head, "Upload-Length"));
        Assert.Equal(metadata, TusClient.Header(head, "Upload-Metadata"));
        Assert.True(head.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData(new byte[] { 1, 2, 3, 4 }, null, false, 413)]
    [InlineData(new byte[] { 1, 2, 3, 4 }, null, true, 413)]
    [InlineData(new byte[] { 1, 2 }, "sha1 AAAAAAAAAAAAAAAAAAAAAAAAAAA=", false, 460)]
    public async Task One_whose_first_bytes_are_refused_leaves_nothing(byte[] bytes, string? checksum, bool chunked, int status)
    {
        var order = await tus.OpenOrder();
        var (uploads, due, subjects) = await Rows();
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/uploads") { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        request.Headers.TransferEncodingChunked = chunked;
        foreach (var (name, value) in new[] { ("Tus-Resumable", "1.0.0"), ("Upload-Length", "3"), ("Upload-Metadata", TusClient.Metadata(order)), ("Upload-Checksum", checksum) })
            if (value is not null)
                request.Headers.Add(name, value);

        using var refused = await http.Staff.SendAsync(request);

        Assert.Equal(status, (int)refused.StatusCode);
        Assert.Null(refused.Headers.Location);
        Assert.Null(TusClient.Header(refused, "Upload-Expires"));
        Assert.Null(TusClient.Header(refused, "Upload-Offset"));
        Assert.False(await tus.HasBlobs(order));
        Assert.Equal((uploads, due, subjects), await Rows());
    }

    [Fact]
    public async Task What_is_whole_at_once_does_not_expire()
    {
        using var whole = await tus.Send(HttpMethod.Post, "api/uploads", [1, 2, 3],
            ("Upload-Length", "3"), ("Upload-Metadata", TusClient.Metadata(await tus.OpenOrder())));

        Assert.Equal((201, null), ((int)whole.StatusCode, TusClient.Header(whole, "Upload-Expires")));
    }

    [Fact]
    public async Task An_upload_may_bring_its_first_bytes_along()
    {
        var order = await tus.OpenOrder();
        using var made = await tus.Send(HttpMethod.Post, "api/uploads", [1, 2],
            ("Upload-Length", "3"), ("Upload-Metadata", TusClient.Metadata(order)), ("Upload-Checksum", TusClient.Sha1([1, 2])));
        using var whole = await tus.Send(HttpMethod.Post, "api/uploads", [1, 2, 3],
            ("Upload-Length", "3"), ("Upload-Metadata", TusClient.Metadata(order)));

        Assert.Equal((201, "2"), ((int)made.StatusCode, TusClient.Header(made, "Upload-Offset")));
        Assert.Equal((201, "3"), ((int)whole.StatusCode, TusClient.Header(whole, "Upload-Offset")));
        Assert.Equal([1, 2, 3], await tus.Content(order, await tus.OnlyScan(order)));
    }

    /// <summary>How many uploads there are, and what leads to them.</summary>
    private async Task<(int Uploads, int Due, int Subjects)> Rows() => (
        (await world.Storage.Rows(UploadStore.TableName)).Count,
        (await world.Storage.Rows(DueIndex.TableName)).Count(row => row.RowKey.StartsWith("upload|", StringComparison.Ordinal)),
        (await world.Storage.Rows(SubjectIndex.TableName)).Count(row => row.RowKey.Contains("|upload|", StringComparison.Ordinal)));

    private async Task<int> CreateStatus(Id order)
    {
        using var answer = await tus.Send(HttpMethod.Post, "api/uploads", null,
            ("Upload-Length", "1"), ("Upload-Metadata", TusClient.Metadata(order)));
        return (int)answer.StatusCode;
    }
}

public sealed class StreamedTusCreationTests(HttpWorld http) : TusCreationTests(http), IClassFixture<HttpWorld>;

public sealed class HeldTusCreationTests(HeldWorld http) : TusCreationTests(http), IClassFixture<HeldWorld>;
