using Azure;
using Azure.Core;

namespace WelWee3D.Tests.Uploads;

/// <summary>What a piece of an upload asks of storage, and what of that at the same time.</summary>
public sealed class UploadRoundTripsTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private const int Block = 4 << 20;

    private readonly World world = http.World;
    private readonly TusClient tus = new(http);

    [Fact]
    public async Task Four_blocks_are_on_their_way_at_once()
    {
        var file = TusClient.File(5 * Block);
        var order = await tus.OpenOrder();
        var path = await tus.Create(order, file.Length);
        world.Calls.Before = new Together(4, IsBlock).Before;

        using var answer = await tus.Append(path, 0, file);
        world.Calls.LetBe();

        Assert.Equal(204, (int)answer.StatusCode);
        Assert.Equal(file, await tus.Content(order, await tus.OnlyScan(order)));
    }

    [Fact]
    public async Task Its_order_and_how_far_it_has_come_are_asked_for_at_once()
    {
        var path = await tus.Create(await tus.OpenOrder(), 5);
        world.Calls.Before = new Together(2, call => call.Method == RequestMethod.Get
            && (call.Uri.Path.Contains(OrderStore.TableName, StringComparison.Ordinal) || call.Uri.Query.Contains("comp=blocklist", StringComparison.Ordinal))).Before;

        using var answer = await tus.Append(path, 0, [1]);
        world.Calls.LetBe();

        Assert.Equal(204, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_piece_takes_five_requests_and_one_for_each_block(int blocks)
    {
        var path = await tus.Create(await tus.OpenOrder(), 100 * Block);
        var before = world.Calls.Count;

        using var answer = await tus.Append(path, 0, new byte[blocks * Block]);

        // The upload, its order, its blocks, the turn, the end of the turn.
        Assert.Equal(5 + blocks, world.Calls.Count - before);
        Assert.Equal(204, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_block_that_storage_does_not_take_ends_what_counts()
    {
        var file = TusClient.File(4 * Block);
        var order = await tus.OpenOrder();
        var path = await tus.Create(order, file.Length);
        var blocks = 0;
        world.Calls.Before = call => IsBlock(call) && Interlocked.Increment(ref blocks) > 2 ? throw new RequestFailedException(503, "Busy") : Task.CompletedTask;

        using var failed = await tus.Append(path, 0, file);
        world.Calls.LetBe();

        Assert.Equal(503, (int)failed.StatusCode);
        Assert.Equal(2 * Block, await tus.Offset(path));
        await tus.Resume(path, file);
        Assert.Equal(file, await tus.Content(order, await tus.OnlyScan(order)));
    }

    private static bool IsBlock(Request call) => call.Method == RequestMethod.Put && call.Uri.Query.Contains("comp=block&", StringComparison.Ordinal);
}
