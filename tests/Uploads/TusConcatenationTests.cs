using WelWee3D.Tests.PrivacyRequests;

namespace WelWee3D.Tests.Uploads;

/// <summary>A file that comes in partial uploads beside each other, and is joined from them.</summary>
public sealed class TusConcatenationTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private const int Block = 4 << 20;

    private readonly World world = http.World;
    private readonly TusClient tus = new(http);

    [Fact]
    public async Task Partial_uploads_make_no_scan_and_the_final_one_makes_them_one()
    {
        var order = await tus.OpenOrder();
        var (first, second) = (TusClient.File(Block + 1, seed: 1), TusClient.File(3, seed: 2));
        var parts = new[] { await Sent(first), await Sent([]), await Sent(second) };
        using var partial = await tus.Send(HttpMethod.Head, parts[0]);
        Assert.Empty((await world.Get<OrderStore>().Find(order, default))!.Scans);

        using var made = await Join(order, parts);
        using var final = await tus.Send(HttpMethod.Head, made.Headers.Location!.AbsolutePath);

        Assert.Equal(201, (int)made.StatusCode);
        Assert.Equal(("partial", true), (TusClient.Header(partial, "Upload-Concat"), partial.Headers.Contains("Upload-Expires")));
        Assert.Equal(
            ($"final;{string.Join(' ', parts)}", $"{Block + 4}", $"{Block + 4}"),
            (TusClient.Header(final, "Upload-Concat"), TusClient.Header(final, "Upload-Length"), TusClient.Header(final, "Upload-Offset")));
        Assert.Equal(first.Concat(second), await tus.Content(order, await tus.OnlyScan(order)));
    }

    [Fact]
    public async Task What_was_joined_keeps_no_bytes_and_expires_no_more()
    {
        var part = await Sent([1, 2, 3]);
        using var made = await Join(await tus.OpenOrder(), part);

        using var head = await tus.Send(HttpMethod.Head, part);

        Assert.Equal(("3", null), (TusClient.Header(head, "Upload-Offset"), TusClient.Header(head, "Upload-Expires")));
        Assert.DoesNotContain($"{IdOf(part)}.bin", await world.Storage.PartialUploadNames());
    }

    [Fact]
    public async Task Whoever_lost_the_answer_asks_again_and_gets_it()
    {
        var order = await tus.OpenOrder();
        var parts = new[] { await Sent([1, 2]), await Sent([3]) };

        using var made = await Join(order, parts);
        using var again = await Join(order, parts);

        Assert.Equal((201, made.Headers.Location), ((int)again.StatusCode, again.Headers.Location));
        Assert.Equal([1, 2, 3], await tus.Content(order, await tus.OnlyScan(order)));
    }

    [Theory]
    [InlineData("final;", 400)]
    [InlineData("final;{whole} {whole}", 400)]
    [InlineData("final;/api/uploads/1", 400)]
    [InlineData("Partial", 400)]
    [InlineData("final;/api/uploads/01a203d546447aea88e48193e22e6096", 404)]
    [InlineData("final;{scan}", 409)]
    [InlineData("final;{open}", 409)]
    [InlineData("final;{other}", 409)]
    [InlineData("final;{empty}", 413)]
    public async Task What_cannot_be_joined_is_refused_and_leaves_nothing(string header, int status)
    {
        var order = await tus.OpenOrder();
        var paths = new Dictionary<string, string>
        {
            ["{whole}"] = await Sent([1]),
            ["{scan}"] = await tus.Create(order, 1),
            ["{open}"] = await Begin(2),
            ["{other}"] = await Sent([1], TusClient.Metadata(await tus.OpenOrder())),
            ["{empty}"] = await Sent([]),
        };
        var rows = (await world.Storage.Rows(UploadStore.TableName)).Count;

        using var refused = await tus.Send(HttpMethod.Post, "api/uploads", null,
            ("Upload-Concat", paths.Aggregate(header, (text, path) => text.Replace(path.Key, path.Value))), ("Upload-Metadata", TusClient.Metadata(order)));

        Assert.Equal(status, (int)refused.StatusCode);
        Assert.Contains(status == 404 ? "no such upload" : "Upload-Concat", await refused.Content.ReadAsStringAsync());
        Assert.Equal(rows, (await world.Storage.Rows(UploadStore.TableName)).Count);
    }

    [Fact]
    public async Task Whoever_joins_tells_no_length_and_sends_no_bytes()
    {
        var order = await tus.OpenOrder();
        var concat = ("Upload-Concat", $"final;{await Sent([1])}");
        var metadata = ("Upload-Metadata", TusClient.Metadata(order));

        using var length = await tus.Send(HttpMethod.Post, "api/uploads", null, concat, metadata, ("Upload-Length", "1"));
        using var bytes = await tus.Send(HttpMethod.Post, "api/uploads", [1], concat, metadata);
        using var made = await tus.Send(HttpMethod.Post, "api/uploads", null, concat, metadata);
        using var patch = await tus.Append(made.Headers.Location!.AbsolutePath, 1, [2]);

        Assert.Equal((400, 415, 201, 403), ((int)length.StatusCode, (int)bytes.StatusCode, (int)made.StatusCode, (int)patch.StatusCode));
    }

    [Fact]
    public async Task Without_consent_nothing_is_joined_until_it_is_given()
    {
        var order = (await world.Given.Order()).Id;
        var part = await Sent([1, 2]);

        using var without = await Join(order, part);
        Assert.Empty((await world.Get<OrderStore>().Find(order, default))!.Scans);
        using var with = await tus.Send(HttpMethod.Post, "api/uploads", null,
            ("Upload-Concat", $"final;{part}"), ("Upload-Metadata", TusClient.Metadata(order) + TusClient.Agreed));

        Assert.Equal((409, 201), ((int)without.StatusCode, (int)with.StatusCode));
        Assert.Equal([1, 2], await tus.Content(order, await tus.OnlyScan(order)));
    }

    [Fact]
    public async Task One_that_says_what_it_is_for_is_begun_for_that_order_only_with_consent_and_goes_when_it_is_erased()
    {
        const string email = "partial@example.nl";
        var (agreed, not) = (await world.Given.Order(email, agreed: order => order with { Consents = [Make.Agreed(world.Now)] }), await world.Given.Order());

        using var refused = await Created(2, TusClient.Metadata(not.Id));
        var part = await Sent([1], TusClient.Metadata(agreed.Id));
        await new PrivacyOfficer(http).Erase(new { email });
        using var head = await tus.Send(HttpMethod.Head, part);

        Assert.Equal((409, 410), ((int)refused.StatusCode, (int)head.StatusCode));
        Assert.DoesNotContain($"{IdOf(part)}.bin", await world.Storage.PartialUploadNames());
    }

    [Fact]
    public async Task Of_two_that_join_the_same_at_once_one_scan_comes_and_no_row_is_left()
    {
        var order = await tus.OpenOrder();
        var parts = new[] { await Sent([1, 2]), await Sent([3]) };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Join(order, parts)));
        using var made = await Eventually.Find(() => Join(order, parts), answer => (int)answer.StatusCode == 201);

        Assert.All(answers, answer => Assert.Contains((int)answer.StatusCode, new[] { 201, 409, 423 }));
        Assert.Equal([1, 2, 3], await tus.Content(order, await tus.OnlyScan(order)));
        var known = (await world.Storage.Rows(UploadStore.TableName)).Select(row => row.PartitionKey).ToHashSet();
        Assert.Equal(
            parts.Append(made.Headers.Location!.AbsolutePath).Select(IdOf).Order(),
            (await world.Storage.Rows(UploadStore.TableName)).Where(row => row.GetString("OrderId") == $"{order}").Select(row => Id.Parse(row.PartitionKey)).Order());
        Assert.All(await world.Storage.RowKeys(SubjectIndex.TableName, "|upload|"), key => Assert.Contains(key[^32..], known));
        Assert.All(await world.Storage.RowKeys(DueIndex.TableName, "upload|"), key => Assert.Contains(known, id => key.Contains(id, StringComparison.Ordinal)));
    }

    private async Task<string> Sent(byte[] bytes, string? metadata = null)
    {
        var path = await Begin(bytes.Length, metadata);
        using var sent = await tus.Append(path, 0, bytes);
        Assert.Equal(204, (int)sent.StatusCode);
        return path;
    }

    private async Task<string> Begin(long length, string? metadata = null)
    {
        using var made = await Created(length, metadata);
        Assert.Equal(201, (int)made.StatusCode);
        return made.Headers.Location!.AbsolutePath;
    }

    private Task<HttpResponseMessage> Created(long length, string? metadata) => tus.Send(HttpMethod.Post, "api/uploads", null,
        [("Upload-Concat", "partial"), ("Upload-Length", $"{length}"), .. metadata is null ? [] : new[] { ("Upload-Metadata", metadata) }]);

    private Task<HttpResponseMessage> Join(Id order, params string[] parts) => tus.Send(HttpMethod.Post, "api/uploads", null,
        ("Upload-Concat", $"final;{string.Join(' ', parts)}"), ("Upload-Metadata", TusClient.Metadata(order)));

    private static Id IdOf(string path) => Id.Parse(path[^32..]);
}
