using Azure.Storage.Blobs;

namespace WelWee3D.Tests.Uploads;

public sealed class UploadStoreTests() : OwnWorld(new() { At = Now })
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 23, 30, 0, TimeSpan.Zero);

    private UploadStore Uploads => world.Get<UploadStore>();

    private OrderStore Orders => world.Get<OrderStore>();

    [Fact]
    public async Task An_upload_is_due_seven_days_after_the_day_it_began_in_Amsterdam()
    {
        var upload = await world.Given.Upload(await world.Given.Order(), length: 3);

        Assert.Equal(new DateOnly(2026, 11, 23), upload.CreatedOn);
        Assert.Equal(new DateOnly(2026, 11, 30), upload.Due.On);
        Assert.True(await IsInDueIndex(upload));
        Assert.Equivalent(upload, await Uploads.Find(upload.Id, default), strict: true);
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public async Task A_process_that_died_holds_an_upload_for_half_a_minute(int seconds, bool free)
    {
        var upload = await world.Given.Upload(await world.Given.Order(), length: 3);
        await Died(upload);

        world.Wait(TimeSpan.FromSeconds(seconds));
        await using var turn = await Uploads.TakeTurn((await Uploads.Find(upload.Id, default))!, 0, counts: true);

        Assert.Equal(free, turn is not null);
    }

    [Fact]
    public async Task Who_is_alive_keeps_its_turn_and_who_was_overtaken_has_lost_it()
    {
        var upload = await world.Given.Upload(await world.Given.Order(), length: 3);
        await using var turn = (await Uploads.TakeTurn(upload, 0, counts: true))!;
        for (var times = 0; times < 5; times++)
        {
            world.Wait(TimeSpan.FromSeconds(11));
            Assert.True(await turn.Keep());
        }

        world.Wait(TimeSpan.FromSeconds(31));
        await using var other = await Uploads.TakeTurn((await Uploads.Find(upload.Id, default))!, 0, counts: true);

        Assert.NotNull(other);
        Assert.False(await turn.Keep());
        Assert.True(await other.Keep());
    }

    [Fact]
    public async Task A_turn_ends_when_the_upload_expires()
    {
        var upload = await world.Given.Upload(await world.Given.Order(), length: 3);
        world.MoveTo(upload.ExpiresAt.AddSeconds(-1));
        await using var turn = (await Uploads.TakeTurn(upload, 0, counts: true))!;
        Assert.True(await turn.Keep());

        world.Wait(TimeSpan.FromSeconds(1));

        Assert.False(await turn.Keep());
    }

    [Fact]
    public async Task Dying_between_any_two_storage_calls_of_a_completion_loses_nothing()
    {
        for (var (calls, died) = (0, true); died; calls++)
        {
            var upload = await world.Given.SentUpload(await world.Given.Order(), [1], [2, 3]);
            await using var mortal = world.Beside(new Dying(calls + 1, Death.BeforeCall).Befall);
            died = await Dies(async () => await Complete(mortal.Get<UploadStore>(), upload));

            world.Wait(UploadTurn.Length);
            var left = (await Uploads.Find(upload.Id, default))!;
            Assert.Equal(3, (await Uploads.Progress(left, default)).Offset);
            if (!left.IsComplete)
                Assert.Equal(Completion.Done, await Complete(Uploads, left));

            var scan = Assert.Single((await Orders.Find(upload.OrderId!.Value, default))!.Scans);
            Assert.Equal((upload.Id, upload.BlobName, "buik.stl"), (scan.Id, scan.BlobName, scan.FileName));
            Assert.Equal([1, 2, 3], (await Blob(upload).DownloadContentAsync()).Value.Content.ToArray());
            Assert.Equal((true, ""), await Uploads.Find(upload.Id, default) is { } done ? (done.IsComplete, done.FileName) : default);
        }
    }

    [Fact]
    public async Task Dying_between_any_two_storage_calls_of_a_removal_leaves_nothing_in_the_end()
    {
        for (var (calls, died) = (0, true); died; calls++)
        {
            var upload = await world.Given.SentUpload(await world.Given.Order(), [1, 2, 3]);
            await using var mortal = world.Beside(new Dying(calls + 1, Death.BeforeCall).Befall);
            died = await Dies(async () => await mortal.Get<UploadStore>().Discard(upload, default));

            world.Wait(UploadTurn.Length);
            if (await Uploads.Find(upload.Id, default) is { } left)
                Assert.True(await Uploads.Discard(left, default));
            else if (died)
                Assert.True(await Uploads.Discard(upload, default));

            Assert.Null(await Uploads.Find(upload.Id, default));
            Assert.False(await HasBlob(upload));
            Assert.False(await IsInDueIndex(upload));
        }
    }

    [Fact]
    public async Task An_upload_that_expires_between_its_scan_and_its_bytes_takes_the_scan_along()
    {
        var upload = await world.Given.SentUpload(await world.Given.Order(), [1, 2, 3]);
        await Orders.Change(upload.OrderId!.Value, order => order with { Scans = [upload.Scan()] }, default);

        Assert.True(await Uploads.Discard(upload, default));

        Assert.Empty((await Orders.Find(upload.OrderId!.Value, default))!.Scans);
        Assert.False(await HasBlob(upload));
    }

    [Fact]
    public async Task An_upload_that_is_complete_leaves_its_scan_when_it_goes()
    {
        var upload = await world.Given.SentUpload(await world.Given.Order(), [1, 2, 3]);
        await Complete(Uploads, upload);

        Assert.True(await Uploads.Discard((await Uploads.Find(upload.Id, default))!, default));

        Assert.Null(await Uploads.Find(upload.Id, default));
        Assert.False(await IsInDueIndex(upload));
        Assert.Single((await Orders.Find(upload.OrderId!.Value, default))!.Scans);
        Assert.True(await HasBlob(upload));
    }

    [Fact]
    public async Task Who_is_receiving_makes_way_for_a_destruction()
    {
        var upload = await world.Given.SentUpload(await world.Given.Order(), [1, 2, 3]);
        await using var turn = (await Uploads.TakeTurn(upload, 3, counts: true))!;

        Assert.True(await Uploads.Discard(upload, default));

        Assert.False(await turn.Renew());
        Assert.Equal(Completion.TurnLost, (await Uploads.Complete(turn)).Completion);
        Assert.Empty((await Orders.Find(upload.OrderId!.Value, default))!.Scans);
    }

    [Fact]
    public async Task Who_is_making_it_a_scan_makes_way_for_nobody()
    {
        var upload = await world.Given.SentUpload(await world.Given.Order(), [1, 2, 3]);
        await using var turn = (await Uploads.TakeTurn(upload, 3, counts: true))!;
        Assert.True(await turn.BeginCompletion());

        Assert.False(await Uploads.Discard(upload, default));

        Assert.Equal(Completion.Done, (await Uploads.Complete(turn)).Completion);
    }

    [Fact]
    public async Task What_is_condemned_takes_no_byte_more_however_far_its_destruction_came()
    {
        for (var (calls, died) = (0, true); died; calls++)
        {
            var upload = await world.Given.Upload(await world.Given.Order(), length: 3);
            await using var mortal = world.Beside(new Dying(calls + 1, Death.BeforeCall).Befall);
            died = await Dies(async () => await mortal.Get<UploadStore>().Discard(upload, default));

            world.Wait(UploadTurn.Length);
            if (await Uploads.Find(upload.Id, default) is { IsCondemned: true } condemned)
                Assert.Null(await Uploads.TakeTurn(condemned, 0, counts: true));
        }
    }

    [Fact]
    public async Task What_comes_to_an_order_that_may_only_be_stored_stays_until_that_is_lifted()
    {
        var upload = await world.Given.SentUpload(await world.Given.Order(), [1, 2, 3]);
        await Orders.Change(upload.OrderId!.Value, order => order with { RestrictedOn = order.OpenedOn }, default);

        var restricted = await Complete(Uploads, upload);
        await Orders.Change(upload.OrderId!.Value, order => order with { RestrictedOn = null }, default);
        var lifted = await Complete(Uploads, (await Uploads.Find(upload.Id, default))!);

        Assert.Equal((Completion.Waits, Completion.Done), (restricted, lifted));
    }

    [Theory]
    [InlineData(49, Completion.Done)]
    [InlineData(50, Completion.OrderRefuses)]
    public async Task An_order_has_at_most_fifty_scans(int before, Completion completion)
    {
        var upload = await world.Given.SentUpload(await world.Given.Order(), [1]);
        await Orders.Change(upload.OrderId!.Value, order => order with
        {
            Scans = [.. Enumerable.Range(0, before).Select(_ => upload.Scan() with { Id = Id.New(Now), Bytes = 2 })],
        }, default);

        Assert.Equal(completion, await Complete(Uploads, upload));
    }

    private static async Task<Completion> Complete(UploadStore uploads, Upload upload)
    {
        await using var turn = await uploads.TakeTurn(upload, upload.Length!.Value, counts: true);
        return (await uploads.Complete(turn!)).Completion;
    }

    // A turn that is never given back.
    private async Task Died(Upload upload) => Assert.NotNull(await Uploads.TakeTurn(upload, 0, counts: true));

    private static async Task<bool> Dies(Func<Task> work)
    {
        try
        {
            await work();
            return false;
        }
        catch (ProcessDiedException)
        {
            return true;
        }
    }

    private BlobClient Blob(Upload upload) => world.Storage.Scans.GetBlobClient($"{upload.OrderId}/{upload.BlobName}");

    private async Task<bool> HasBlob(Upload upload) => (await world.Storage.BlobNames($"{upload.OrderId}/")).Count > 0;

    private async Task<bool> IsInDueIndex(Upload upload) =>
        (await world.Storage.Table(DueIndex.TableName).GetEntityIfExistsAsync<TableEntity>(upload.Due.PartitionKey, upload.Due.RowKey)).HasValue;
}
