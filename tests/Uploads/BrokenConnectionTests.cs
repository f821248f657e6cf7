using System.Net.Sockets;
using WelWee3D.Tests.PrivacyRequests;

namespace WelWee3D.Tests.Uploads;

/// <summary>Connections that break at a chosen byte: nothing is doubled, nothing is lost that was acknowledged.</summary>
public abstract class BrokenConnectionTests(HttpWorld http)
{
    private protected readonly HttpWorld http = http;

    protected const int Block = 4 << 20;

    private protected readonly World world = http.World;
    private protected readonly TusClient tus = new(http);
    private protected readonly PrivacyOfficer officer = new(http);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(Block - 1, false)]
    [InlineData(Block, false)]
    [InlineData(Block + 1, false)]
    [InlineData(1, true)]
    [InlineData(Block + 1, true)]
    public async Task An_upload_goes_on_from_where_the_connection_broke(int sent, bool reset)
    {
        var file = TusClient.File(2 * Block + 7);
        var order = await tus.OpenOrder();
        var path = await tus.Create(order, file.Length);

        await Break(path, file, 0, sent, reset);
        Assert.InRange(await tus.Offset(path), 0, sent);
        await tus.Resume(path, file);

        await AssertSame(file, order);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task However_often_it_breaks_the_file_is_the_same_in_the_end(int seed)
    {
        var random = new Random(seed);
        var file = TusClient.File(2 * Block + random.Next(Block), seed);
        var order = await tus.OpenOrder();
        var path = await tus.Create(order, file.Length);
        for (var times = 0; times < 6; times++)
        {
            var from = (int)await tus.Offset(path);
            var sent = random.Next((file.Length - from) / 2);
            await Break(path, file, from, sent, reset: random.Next(2) == 0, checksum: random.Next(3) == 0);
            Assert.InRange(await tus.Offset(path), from, from + sent);
        }
        await tus.Resume(path, file);

        await AssertSame(file, order);
    }

    [Fact]
    public async Task Bytes_with_a_checksum_count_all_or_not()
    {
        var file = TusClient.File(2 * Block);
        var order = await tus.OpenOrder();
        var path = await tus.Create(order, file.Length);

        await Break(path, file, 0, Block + 100, reset: false, checksum: true);
        Assert.Equal(0, await tus.Offset(path));
        await tus.Resume(path, file);

        await AssertSame(file, order);
    }

    [Fact]
    public async Task Of_two_requests_at_once_none_does_harm()
    {
        var file = TusClient.File(1_000_000);
        var order = await tus.OpenOrder();
        var path = await tus.Create(order, file.Length);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => tus.Append(path, 0, file)));

        Assert.Contains(answers, answer => (int)answer.StatusCode == 204);
        Assert.All(answers, answer => Assert.Contains((int)answer.StatusCode, new[] { 204, 409, 423 }));
        await AssertSame(file, order);
    }

    protected async Task Break(string path, byte[] file, int from, int sent, bool reset, bool checksum = false)
    {
        using (var connection = await Begin(path, file, from, sent, checksum))
        {
            // A connection that is reset gives up what the other side has not read: as a phone out of reach does.
            connection.LingerState = new LingerOption(reset, 0);
        }
        await Released(path);
    }

    protected async Task<TcpClient> Begin(string path, byte[] file, int from, int sent, bool checksum = false, bool hasLength = true)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", world.Address.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"PATCH {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {tus.Token}\r\nTus-Resumable: 1.0.0\r\n"
            + $"Upload-Offset: {from}\r\nContent-Type: application/offset+octet-stream\r\n"
            + (hasLength ? $"Content-Length: {file.Length - from}\r\n" : "Transfer-Encoding: chunked\r\n")
            + (checksum ? $"Upload-Checksum: {TusClient.Sha1(file[from..])}\r\n" : "") + "\r\n"));
        if (!hasLength)
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{file.Length - from:x}\r\n"));
        await stream.WriteAsync(file.AsMemory(from, sent));
        return connection;
    }

    /// <summary>Until the server has noticed: then a request that brings nothing is let in.</summary>
    private Task Released(string path) => Eventually.Find(async () =>
    {
        using var nothing = await tus.Append(path, await tus.Offset(path), []);
        return (int)nothing.StatusCode;
    }, status => status == 204);

    protected async Task AssertSame(byte[] file, Id order) =>
        Assert.Equal(SHA256.HashData(file), SHA256.HashData(await tus.Content(order, await tus.OnlyScan(order))));
}

/// <summary>A host that streams: what had come of a piece counts.</summary>
public sealed class StreamedBrokenConnectionTests(HttpWorld http) : BrokenConnectionTests(http), IClassFixture<HttpWorld>
{
    [Fact]
    public async Task One_request_at_a_time_sends_bytes()
    {
        var file = TusClient.File(Block + 10);
        var order = await tus.OpenOrder();
        var path = await tus.Create(order, file.Length);
        using var first = await Begin(path, file, 0, Block + 1);
        await Eventually.Find(() => tus.Offset(path), offset => offset == Block);

        using var colleague = await http.Colleague();
        var other = new TusClient(http, colleague);
        using var second = await other.Append(path, Block, file[Block..]);
        using var ended = await other.Send(HttpMethod.Delete, path);

        Assert.Equal(423, (int)second.StatusCode);
        Assert.Equal(423, (int)ended.StatusCode);
        await first.GetStream().WriteAsync(file.AsMemory(Block + 1));
        await Eventually.Find(() => tus.Offset(path), offset => offset == file.Length);
        await AssertSame(file, order);
    }

    [Fact]
    public async Task Whoever_fell_silent_goes_on_at_once()
    {
        var file = TusClient.File(2 * Block);
        var order = await tus.OpenOrder();
        var path = await tus.Create(order, file.Length);
        using var silent = await Begin(path, file, 0, Block + 1);
        await Eventually.Find(() => tus.Offset(path), offset => offset == Block);

        using var next = await tus.Append(path, Block, file[Block..]);

        Assert.Equal(204, (int)next.StatusCode);
        await AssertSame(file, order);
        await silent.GetStream().WriteAsync(file.AsMemory(Block + 1));
        Assert.Equal(423, await StatusOf(silent));
        await AssertSame(file, order);
    }

    [Fact]
    public async Task Whoever_fell_silent_may_end_it_at_once()
    {
        var file = TusClient.File(2 * Block);
        var path = await tus.Create(await tus.OpenOrder(), file.Length);
        using var silent = await Begin(path, file, 0, Block + 1);
        await Eventually.Find(() => tus.Offset(path), offset => offset == Block);

        using var ended = await tus.Send(HttpMethod.Delete, path);

        Assert.Equal(204, (int)ended.StatusCode);
    }

    [Fact]
    public async Task An_erasure_waits_for_nobody_who_is_sending()
    {
        const string email = "erased.meanwhile@example.nl";
        var file = TusClient.File(Block + 10);
        var (order, path) = await Going(email, file.Length);
        using var sender = await Begin(path, file, 0, Block + 1);
        await Eventually.Find(() => tus.Offset(path), offset => offset == Block);

        var (report, _) = await officer.Erase(new { email });
        await sender.GetStream().WriteAsync(file.AsMemory(Block + 1));

        Assert.Equal(410, await StatusOf(sender));
        await AssertErased(report, order, path);
    }

    [Fact]
    public async Task A_client_that_drips_is_cut_off_by_an_erasure()
    {
        const string email = "dripping@example.nl";
        var file = TusClient.File(100);
        var (order, path) = await Going(email, file.Length);
        using var sender = await Begin(path, file, 0, 1);
        await Eventually.Find(() => world.Get<UploadStore>().Find(IdOf(path), default), upload => upload!.LockedUntil is not null);

        var (report, _) = await officer.Erase(new { email });
        world.Wait(UploadTurn.Length / 2);
        await sender.GetStream().WriteAsync(file.AsMemory(1, 1));

        Assert.Equal(410, await StatusOf(sender));
        await AssertErased(report, order, path);
    }

    private async Task<(Id Order, string Path)> Going(string email, long length)
    {
        var order = (await world.Given.Order(email, agreed: order => order with { Consents = [Make.Agreed(world.Now)] })).Id;
        return (order, await tus.Create(order, length));
    }

    private async Task AssertErased(JsonElement report, Id order, string path)
    {
        using var next = await tus.Append(path, 0, [1]);
        using var head = await tus.Send(HttpMethod.Head, path);

        Assert.Equal(
            PrivacyOfficer.Items((Kinds.Order, order), (Kinds.Upload, IdOf(path))), PrivacyOfficer.Items(report.GetProperty("destroyed")));
        Assert.Equal((410, 410), ((int)next.StatusCode, (int)head.StatusCode));
        Assert.Null(await world.Get<UploadStore>().Find(IdOf(path), default));
        Assert.False(await tus.HasBlobs(order));
    }

    private static Id IdOf(string path) => Id.Parse(path[^32..]);

    private static async Task<int> StatusOf(TcpClient sender)
    {
        using var answer = new StreamReader(sender.GetStream());
        return int.Parse((await answer.ReadLineAsync())!.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}

/// <summary>A host that holds pieces back: what had come in whole pieces counts.</summary>
public sealed class HeldBrokenConnectionTests(HeldWorld http) : BrokenConnectionTests(http), IClassFixture<HeldWorld>
{
    [Fact]
    public async Task Nothing_of_a_piece_that_broke_off_is_kept()
    {
        var file = TusClient.File(2 * Block);
        var path = await tus.Create(await tus.OpenOrder(), file.Length);
        using var whole = await tus.Append(path, 0, file[..100]);

        await Break(path, file, 100, Block + 1, reset: false);

        Assert.Equal(100, await tus.Offset(path));
    }

    [Fact]
    public async Task A_body_without_a_length_counts_as_far_as_it_came()
    {
        var file = TusClient.File(2 * Block);
        var path = await tus.Create(await tus.OpenOrder(), file.Length);

        using (await Begin(path, file, 0, Block + 1, hasLength: false))
            await Eventually.Find(() => tus.Offset(path), offset => offset == Block);
    }
}
