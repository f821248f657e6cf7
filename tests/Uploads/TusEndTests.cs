namespace WelWee3D.Tests.Uploads;

/// <summary>How an upload ends without becoming a scan.</summary>
public abstract class TusEndTests(HttpWorld http)
{
    private readonly World world = http.World;
    private readonly TusClient tus = new(http);

    [Fact]
    public async Task An_upload_that_is_ended_leaves_nothing()
    {
        var order = await tus.OpenOrder();
        var path = await tus.Create(order, 5);
        using var first = await tus.Append(path, 0, [1, 2]);
        Assert.True(await tus.HasBlobs(order));

        using var ended = await tus.Send(HttpMethod.Delete, path);
        using var head = await tus.Send(HttpMethod.Head, path);
        using var again = await tus.Send(HttpMethod.Delete, path);

        Assert.Equal((204, 410, 410), ((int)ended.StatusCode, (int)head.StatusCode, (int)again.StatusCode));
        Assert.False(await tus.HasBlobs(order));
    }

    [Fact]
    public async Task A_scan_is_not_destroyed_by_ending_its_upload()
    {
        var order = await tus.OpenOrder();
        var path = await tus.Create(order, 1);
        using var bytes = await tus.Append(path, 0, [1]);

        using var ended = await tus.Send(HttpMethod.Delete, path);

        Assert.Equal(409, (int)ended.StatusCode);
        Assert.Equal([1], await tus.Content(order, await tus.OnlyScan(order)));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task An_order_that_is_erased_or_cancelled_meanwhile_takes_not_a_byte_more(bool erased, bool last)
    {
        var order = await tus.OpenOrder();
        var path = await tus.Create(order, last ? 2 : 3);
        using var first = await tus.Append(path, 0, [1]);
        await world.Get<OrderStore>().Change(order, before => before with { CancelledOn = before.OpenedOn }, default);
        if (erased)
            await world.Storage.Table(OrderStore.TableName).DeleteEntityAsync($"{order}", "order");

        using var next = await tus.Append(path, 1, [2]);
        using var head = await tus.Send(HttpMethod.Head, path);

        Assert.Equal(410, (int)next.StatusCode);
        Assert.Equal(410, (int)head.StatusCode);
        Assert.False(await tus.HasBlobs(order));
    }

    [Theory]
    [InlineData(-1, 200)]
    [InlineData(0, 410)]
    public async Task An_upload_ends_with_its_sixth_day(int seconds, int status)
    {
        var path = await tus.Create(await tus.OpenOrder(), 5);
        var now = world.Now;
        try
        {
            world.MoveTo(Amsterdam.StartOf(world.Today.AddDays(7)).AddSeconds(seconds * 30));

            using var head = await tus.Send(HttpMethod.Head, path);
            using var patch = await tus.Append(path, 0, [1]);

            Assert.Equal(status, (int)head.StatusCode);
            Assert.Equal(status == 200 ? 204 : 410, (int)patch.StatusCode);
        }
        finally
        {
            world.MoveTo(now);
        }
    }
}

public sealed class StreamedTusEndTests(HttpWorld http) : TusEndTests(http), IClassFixture<HttpWorld>;

public sealed class HeldTusEndTests(HeldWorld http) : TusEndTests(http), IClassFixture<HeldWorld>;
