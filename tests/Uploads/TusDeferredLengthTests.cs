namespace WelWee3D.Tests.Uploads;

/// <summary>An upload whose length its client does not know when it begins.</summary>
public sealed class TusDeferredLengthTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly World world = http.World;
    private readonly TusClient tus = new(http);

    [Fact]
    public async Task The_length_may_be_told_with_any_piece()
    {
        var order = await tus.OpenOrder();
        var path = await Create(order);

        using var first = await tus.Append(path, 0, [1, 2]);
        using var before = await tus.Send(HttpMethod.Head, path);
        using var second = await tus.Append(path, 2, [3], ("Upload-Length", "4"));
        using var after = await tus.Send(HttpMethod.Head, path);
        using var last = await tus.Append(path, 3, [4]);

        Assert.Equal(("2", "1", null), (TusClient.Header(before, "Upload-Offset"), TusClient.Header(before, "Upload-Defer-Length"), TusClient.Header(before, "Upload-Length")));
        Assert.Equal(("3", null, "4"), (TusClient.Header(after, "Upload-Offset"), TusClient.Header(after, "Upload-Defer-Length"), TusClient.Header(after, "Upload-Length")));
        Assert.Equal((204, 204, 204), ((int)first.StatusCode, (int)second.StatusCode, (int)last.StatusCode));
        Assert.Equal([1, 2, 3, 4], await tus.Content(order, await tus.OnlyScan(order)));
    }

    [Fact]
    public async Task Told_when_all_has_come_it_makes_the_scan()
    {
        var order = await tus.OpenOrder();
        var path = await Create(order);
        using var bytes = await tus.Append(path, 0, [1, 2]);
        Assert.Empty((await world.Get<OrderStore>().Find(order, default))!.Scans);

        using var told = await tus.Append(path, 2, [], ("Upload-Length", "2"));

        Assert.Equal(204, (int)told.StatusCode);
        Assert.Equal(2, (await tus.OnlyScan(order)).Bytes);
    }

    [Theory]
    [InlineData("1", 400)]
    [InlineData("0", 400)]
    [InlineData("x", 400)]
    [InlineData("2147483649", 413)]
    [InlineData("99999999999999999999", 413)]
    public async Task A_length_that_cannot_be_is_refused(string length, int status)
    {
        var path = await Create(await tus.OpenOrder());
        using var bytes = await tus.Append(path, 0, [1, 2]);

        using var refused = await tus.Append(path, 2, [3], ("Upload-Length", length));

        Assert.Equal(status, (int)refused.StatusCode);
        Assert.Equal(2, await tus.Offset(path));
    }

    [Theory]
    [InlineData("5", 204)]
    [InlineData("6", 400)]
    public async Task A_length_is_told_once(string again, int status)
    {
        var path = await Create(await tus.OpenOrder());
        using var told = await tus.Append(path, 0, [1, 2], ("Upload-Length", "5"));

        using var answer = await tus.Append(path, 2, [3], ("Upload-Length", again));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    private async Task<string> Create(Id order)
    {
        using var made = await tus.Send(HttpMethod.Post, "api/uploads", null, ("Upload-Defer-Length", "1"), ("Upload-Metadata", TusClient.Metadata(order)));
        Assert.Equal(201, (int)made.StatusCode);
        return made.Headers.Location!.AbsolutePath;
    }
}
