using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using WelWee3D.Tests.Staff;

namespace WelWee3D.Tests.Scans.Uploads;

public sealed class UploadStoreTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 23, 30, 0, TimeSpan.Zero);
    private readonly SetClock clock = new(Now);
    private UploadStore uploads = null!;
    private OrderStore orders = null!;

    public async Task InitializeAsync() => (uploads, orders) = await UploadStorage.Stores(azurite.ConnectionString, clock);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_upload_is_due_seven_days_after_the_day_it_began_in_Amsterdam()
    {
        var upload = await Begin(length: 3);

        Assert.Equal(new DateOnly(2026, 11, 23), upload.CreatedOn);
        Assert.Equal(new DateOnly(2026, 11, 30), upload.Due.On);
        Assert.True(await IsInDueIndex(upload));
        Assert.Equivalent(upload, await uploads.Find(upload.Id, default), strict: true);
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public async Task A_process_that_died_holds_an_upload_for_half_a_minute(int seconds, bool free)
    {
        var upload = await Begin(length: 3);
        await Died(upload);

        clock.Move(TimeSpan.FromSeconds(seconds));
        await using var turn = await uploads.TakeTurn((await uploads.Find(upload.Id, default))!, 0, counts: true);

        Assert.Equal(free, turn is not null);
    }

    [Fact]
    public async Task Who_is_alive_keeps_its_turn_and_who_was_overtaken_has_lost_it()
    {
        var upload = await Begin(length: 3);
        await using var turn = (await uploads.TakeTurn(upload, 0, counts: true))!;
        for (var times = 0; times < 5; times++)
        {
            clock.Move(TimeSpan.FromSeconds(11));
            Assert.True(await turn.Keep());
        }

        clock.Move(TimeSpan.FromSeconds(31));
        await using var other = await uploads.TakeTurn((await uploads.Find(upload.Id, default))!, 0, counts: true);

        Assert.NotNull(other);
        Assert.False(await turn.Keep());
        Assert.True(await other.Keep());
    }

    [Fact]
    public async Task A_turn_ends_when_the_upload_expires()
    {
        var upload = await Begin(length: 3);
        clock.Move(upload.ExpiresAt - clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        await using var turn = (await uploads.TakeTurn(upload, 0, counts: true))!;
        Assert.True(await turn.Keep());

        clock.Move(TimeSpan.FromSeconds(1));

        Assert.False(await turn.Keep());
    }

    [Fact]
    public async Task Dying_between_any_two_storage_calls_of_a_completion_loses_nothing()
    {
        for (var (calls, died) = (0, true); died; calls++)
        {
            var upload = await Sent([1], [2, 3]);
            var (mortal, _) = await UploadStorage.Stores(azurite.ConnectionString, clock, new MortalTransport(calls));
            died = await Dies(async () => await Complete(mortal, upload));

            clock.Move(UploadTurn.Length);
            var left = (await uploads.Find(upload.Id, default))!;
            Assert.Equal(3, (await uploads.Progress(left, default)).Offset);
            if (!left.IsComplete)
                Assert.Equal(Completion.Done, await Complete(uploads, left));

            var scan = Assert.Single((await orders.Find(upload.OrderId, default))!.Scans);
            Assert.Equal((upload.Id, upload.BlobName, "lijf.stl"), (scan.Id, scan.BlobName, scan.FileName));
            Assert.Equal([1, 2, 3], (await Blob(upload).DownloadContentAsync()).Value.Content.ToArray());
            Assert.Equal((true, ""), await uploads.Find(upload.Id, default) is { } done ? (done.IsComplete, done.FileName) : default);
        }
    }

    [Fact]
    public async Task Dying_between_any_two_storage_calls_of_a_removal_leaves_nothing_in_the_end()
    {
        for (var (calls, died) = (0, true); died; calls++)
        {
            var upload = await Sent([1, 2, 3]);
            var (mortal, _) = await UploadStorage.Stores(azurite.ConnectionString, clock, new MortalTransport(calls));
            died = await Dies(async () => await mortal.Discard(upload, default));

            clock.Move(UploadTurn.Length);
            if (await uploads.Find(upload.Id, default) is { } left)
                Assert.True(await uploads.Discard(left, default));
            else if (died)
                Assert.True(await uploads.Discard(upload, default));

            Assert.Null(await uploads.Find(upload.Id, default));
            Assert.False(await HasBlob(upload));
            Assert.False(await IsInDueIndex(upload));
        }
    }

    [Fact]
    public async Task An_upload_that_expires_between_its_scan_and_its_bytes_takes_the_scan_along()
    {
        var upload = await Sent([1, 2, 3]);
        await orders.Change(upload.OrderId, order => order with { Scans = [upload.Scan()] }, default);

        Assert.True(await uploads.Discard(upload, default));

        Assert.Empty((await orders.Find(upload.OrderId, default))!.Scans);
        Assert.False(await HasBlob(upload));
    }

    [Fact]
    public async Task An_upload_that_is_complete_leaves_its_scan_when_it_goes()
    {
        var upload = await Sent([1, 2, 3]);
        await Complete(uploads, upload);

        Assert.True(await uploads.Discard((await uploads.Find(upload.Id, default))!, default));

        Assert.Null(await uploads.Find(upload.Id, default));
        Assert.False(await IsInDueIndex(upload));
        Assert.Single((await orders.Find(upload.OrderId, default))!.Scans);
        Assert.True(await HasBlob(upload));
    }

    [Fact]
    public async Task Nobody_discards_what_another_is_sending()
    {
        var upload = await Begin(length: 3);
        await using var turn = await uploads.TakeTurn(upload, 0, counts: true);

        Assert.False(await uploads.Discard((await uploads.Find(upload.Id, default))!, default));
    }

    [Theory]
    [InlineData(49, Completion.Done)]
    [InlineData(50, Completion.OrderRefuses)]
    public async Task An_order_has_at_most_fifty_scans(int before, Completion completion)
    {
        var upload = await Sent([1]);
        await orders.Change(upload.OrderId, order => order with
        {
            Scans = [.. Enumerable.Range(0, before).Select(_ => upload.Scan() with { Id = Id.New(Now) })],
        }, default);

        Assert.Equal(completion, await Complete(uploads, upload));
    }

    private async Task<Upload> Begin(long length)
    {
        var order = await orders.Open(new Client("Anna", "anna@example.com", null, null, "nl"), default);
        return await uploads.Create(order, new UploadMetadata(order.Id, "lijf.stl", null, "filename bGlqZi5zdGw="), length, default);
    }

    /// <summary>An upload of which all bytes are there, in these blocks, and nothing else has been done yet.</summary>
    private async Task<Upload> Sent(params byte[][] blocks)
    {
        var upload = await Begin(blocks.Sum(block => block.Length));
        await using var turn = (await uploads.TakeTurn(upload, 0, counts: true))!;
        var offset = 0;
        foreach (var block in blocks)
        {
            var id = new Block(offset, turn.Upload.Attempt.Number, block.Length).Id;
            await Blob(upload).StageBlockAsync(id, new MemoryStream(block));
            offset += block.Length;
        }
        await turn.DisposeAsync();
        return turn.Upload;
    }

    private static async Task<Completion> Complete(UploadStore uploads, Upload upload)
    {
        await using var turn = await uploads.TakeTurn(upload, upload.Length, counts: true);
        return await uploads.Complete(turn!);
    }

    // A turn that is never given back.
    private async Task Died(Upload upload) => Assert.NotNull(await uploads.TakeTurn(upload, 0, counts: true));

    private static async Task<bool> Dies(Func<Task> work)
    {
        try
        {
            await work();
            return false;
        }
        catch (DiedException)
        {
            return true;
        }
    }

    private BlockBlobClient Blob(Upload upload) =>
        azurite.Blobs.GetBlobContainerClient("scans").GetBlockBlobClient($"{upload.OrderId}/{upload.BlobName}");

    private async Task<bool> HasBlob(Upload upload)
    {
        await foreach (var _ in azurite.Blobs.GetBlobContainerClient("scans").GetBlobsAsync(
            BlobTraits.None, BlobStates.Uncommitted, $"{upload.OrderId}/", default))
            return true;
        return false;
    }

    private async Task<bool> IsInDueIndex(Upload upload) =>
        (await new TableServiceClient(azurite.ConnectionString).GetTableClient(DueIndex.TableName)
            .GetEntityIfExistsAsync<TableEntity>(upload.Due.PartitionKey, upload.Due.RowKey)).HasValue;

    private sealed class DiedException : Exception;

    /// <summary>Lets so many calls through, and then none: as if the process had died.</summary>
    private sealed class MortalTransport(int calls) : HttpPipelineTransport
    {
        private readonly HttpPipelineTransport inner = HttpClientTransport.Shared;
        private int left = calls;

        public override Request CreateRequest() => inner.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override ValueTask ProcessAsync(HttpMessage message) =>
            Interlocked.Decrement(ref left) >= 0 ? inner.ProcessAsync(message) : throw new DiedException();
    }
}
