namespace WelWee3D.Tests.Retention;

/// <summary>An upload that gets its last byte just when it, or its order, is destroyed.</summary>
public sealed class ConcurrentUploadTests : SideBySide
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task An_upload_that_is_finished_while_it_expires_is_a_whole_scan_or_gone(int seed)
    {
        var order = await world.NewOrder();
        var uploads = new List<Id>();
        for (var each = 0; each < Many; each++)
            uploads.Add(await world.NewUpload(order));
        world.Wait(TimeSpan.FromDays(7));

        Interleave(seed);
        var moments = new Moments(seed, calls: 150);
        var sweep = During(moments, Elsewhere(seed, moments).Get<Sweep>().Run("sweep", None));
        var finished = await Task.WhenAll(uploads.SkipLast(1).Select(async id =>
        {
            await moments.Next();
            return await world.Finish(id);
        }));
        await sweep;
        // So the last comes too late for certain.
        finished = [.. finished, await world.Finish(uploads[^1])];
        // One that was being changed when the sweep came is left to the next.
        await world.Get<Sweep>().Run("sweep", None);

        var (scans, certified) = ((await world.Get<OrderStore>().Find(order.Id, None))!.Scans, await world.Certified());
        foreach (var (id, isScan) in uploads.Zip(finished.Select(each => each == Completion.Done)))
        {
            Assert.Equal(isScan, scans.Any(scan => scan.Id == id));
            Assert.Equal(isScan ? 0 : 1, certified.GetValueOrDefault(id));
        }
        Assert.Equal(scans.Select(scan => $"{order.Id}/{scan.BlobName}").Order(), (await world.Storage.BlobNames()).Order());
        Assert.Empty(await world.Storage.Rows(UploadStore.TableName));
        await AssertNoDestructionIsOpen();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task An_upload_that_is_finished_while_its_order_is_erased_leaves_nothing(int seed)
    {
        var uploads = new List<Id>();
        for (var each = 0; each < Many / 2; each++)
            uploads.Add(await world.NewUpload(await world.NewOrder()));

        Interleave(seed);
        var moments = new Moments(seed, calls: 150);
        var erasure = During(moments, Erase(Elsewhere(seed, moments)));
        await Task.WhenAll(uploads.Select(async id =>
        {
            await moments.Next();
            await world.Finish(id);
        }));
        // Who meets an upload in the middle may have to ask again.
        if (!await erasure)
            Assert.True(await Erase(world));
        world.Wait(TimeSpan.FromDays(7));
        await world.Get<Sweep>().Run("sweep", None);

        await AssertNothingIsLeft();
        Assert.All(await world.Certified(), each => Assert.InRange(each.Value, 1, 2));
    }
}
