namespace WelWee3D.Tests.Retention;

/// <summary>When storage can recover nothing any more of what was destroyed, that is looked into, and certified.</summary>
public sealed class WindowClosingTests : OwnWorld
{
    private Certificates Certificates => world.Get<Certificates>();

    [Fact]
    public async Task The_day_on_which_the_window_closes_brings_a_closing_certificate_and_no_day_before_it_does()
    {
        await DestroyScan();
        var first = await Newest();
        Assert.Equal(world.Today.AddDays(8), first.RecoveryClosesOn);

        world.MoveTo(first.RecoveryClosesOn.AddDays(-2));
        Assert.Single(world.Storage.SoftDelete!.Recoverable);
        world.MoveTo(first.RecoveryClosesOn.AddDays(-1));
        await Sweep();
        Assert.Equal(first.Number, (await Newest()).Number);

        world.MoveTo(first.RecoveryClosesOn);
        var run = await Sweep();
        await Sweep();

        var closing = await Newest();
        Assert.Equal((first.Number + 1, first.Number, 1), (closing.Number, closing.Closes, run.Certificates));
        Assert.Equal((first.Kind, 0, Certificates.MethodOfClosing), (closing.Kind, closing.Items.Count, closing.Method));
        Assert.Equal(closing.DestroyedAt, closing.IssuedAt);
        Assert.Empty(run.Destroyed);
        Assert.Empty(await Windows());
        Assert.True((await CertificateChain.Verify(Certificates.All(default))).Intact);
    }

    [Fact]
    public async Task A_window_of_the_day_before_that_was_left_by_whoever_died_closes_nothing()
    {
        await DestroyScan();
        var first = await Newest();
        await world.Get<RecoveryWindows>().Put(new(first.Number, first.RecoveryClosesOn.AddDays(-1)), default);

        world.MoveTo(first.RecoveryClosesOn.AddDays(-1));
        await Sweep();
        Assert.Equal(first.Number, (await Newest()).Number);
        world.MoveTo(first.RecoveryClosesOn);
        await Sweep();

        Assert.Equal([first.Number, first.Number + 1], await Certificates.All(default).Select(each => each.Number).ToListAsync());
    }

    [Fact]
    public async Task What_was_undone_and_deleted_again_closes_so_many_days_after_that()
    {
        await DestroyScan();
        var first = await Newest();
        world.MoveTo(world.Today.AddDays(5));
        Assert.Equal(200, (await world.Ask<UndoDestruction>(
            (function, request) => function.Run(request, default), new { certificate = first.Number, reason = "Terug" })).StatusCode);
        var undone = await Newest();

        world.MoveTo(first.RecoveryClosesOn);
        await Sweep();
        Assert.Equal(undone.Number, (await Newest()).Number);
        Assert.Equal(first.RecoveryClosesOn.AddDays(5), Assert.Single(await Windows()).ClosesOn);

        world.MoveTo(first.RecoveryClosesOn.AddDays(5));
        await Sweep();

        Assert.Equal(first.Number, (await Newest()).Closes);
    }

    [Fact]
    public async Task A_file_that_no_order_knew_is_looked_for_by_the_id_that_follows_from_its_name()
    {
        var stray = await world.Given.StrayBlob("losse-scan.stl");
        world.MoveTo(stray.Due.On);
        await Sweep();
        var first = await Newest();
        Assert.NotNull(await Recoverable(first));

        world.MoveTo(first.RecoveryClosesOn);
        await Sweep();

        Assert.Null(await Recoverable(first));
        Assert.Equal((first.Number, UnclaimedBlobs.Kind), ((await Newest()).Closes, (await Newest()).Kind));
    }

    [Fact]
    public async Task The_window_of_a_scan_with_a_copy_on_disk_counts_from_the_day_its_file_went()
    {
        var order = await world.Given.OrderWithScan(disks: ["SCHIJF-1"]);
        await Destroy(order);
        world.MoveTo(world.Today.AddDays(30));
        var copy = order.Scans[0].Copies[0].Id;
        await world.Ask<ConfirmCopyDestroyed>((function, request) => function.Run(request, $"{order.Scans[0].Id}", $"{copy}", default), new { });
        var first = await Newest();
        Assert.True(first.RecoveryClosesOn < world.Today);

        await Sweep();

        Assert.Equal(first.Number, (await Newest()).Closes);
    }

    [Fact]
    public async Task What_a_file_was_before_it_was_overwritten_is_looked_for_too()
    {
        var order = await world.Given.OrderWithScan();
        var file = world.Get<ScanBlobs>().Of(order.Id, order.Scans[0]);
        await file.UploadAsync(BinaryData.FromBytes(Make.File), overwrite: true);
        Assert.Equal([true], await world.Get<ScanBlobs>().Recoverable(prefix: null, default).Select(each => each.Snapshot is not null).ToListAsync());

        await Destroy(order);
        var first = await Newest();
        world.MoveTo(first.RecoveryClosesOn);
        await Sweep();

        Assert.Empty(await world.Get<ScanBlobs>().Recoverable(prefix: null, default).ToListAsync());
        Assert.Equal(first.Number, (await Newest()).Closes);
    }

    [Fact]
    public async Task Of_what_the_ledger_no_longer_tells_nothing_is_proven_and_that_is_told()
    {
        await DestroyScan();
        var first = await Newest();
        await world.Storage.Table(Ledger.TableName).DeleteEntityAsync(first.Line, "line");
        world.MoveTo(first.RecoveryClosesOn);

        var run = await world.Get<Sweep>().Run(Decider.Sweep, default);

        Assert.Equal($"certificate-{first.Number}", Assert.Single(run.Unfinished).What);
        Assert.Equal(first.Number, (await Newest()).Number);
        Assert.Single(await Windows());
    }

    [Fact]
    public async Task What_never_could_be_recovered_has_no_window()
    {
        var message = await world.Given.Message();
        await world.Given.OrderWithScan("bea@example.nl", file: []);
        world.MoveTo(message.Due.On);
        await Sweep();

        Assert.Empty(await Windows());
        Assert.False((await Newest()).IsRecoverable);
    }

    [Fact]
    public async Task A_file_that_is_there_again_is_told_and_closes_nothing()
    {
        var order = await DestroyScan();
        var first = await Newest();
        await world.Given.File($"{order.Id}/{order.Scans[0].BlobName}");
        world.MoveTo(first.RecoveryClosesOn);

        var run = await Sweep(complete: false);
        Assert.Equal([$"certificate-{first.Number}"], run.Unfinished.Select(each => each.What));
        Assert.Equal(first.Number, (await Newest()).Number);
        Assert.Single(await Windows());

        Assert.True((await world.Get<Replay>().Run("officer", default)).Complete);
        await Sweep();

        Assert.Equal(first.RecoveryClosesOn.AddDays(8), Assert.Single(await Windows()).ClosesOn);
        Assert.Equal(409, (await world.Ask<UndoDestruction>(
            (function, request) => function.Run(request, default), new { certificate = first.Number, reason = "Terug" })).StatusCode);
    }

    [Fact]
    public async Task A_closing_certificate_is_not_undone()
    {
        await DestroyScan();
        world.MoveTo((await Newest()).RecoveryClosesOn);
        await Sweep();

        Assert.Equal(409, (await world.Ask<UndoDestruction>(
            (function, request) => function.Run(request, default), new { certificate = (await Newest()).Number, reason = "Terug" })).StatusCode);
    }

    private async Task<Order> DestroyScan()
    {
        var order = await world.Given.OrderWithScan();
        await Destroy(order);
        return order;
    }

    private async Task Destroy(Order order) => Assert.InRange(
        (await world.Ask<DestroyScan>(
            (function, request) => function.Run(request, $"{order.Scans[0].Id}", default), new { reason = "Vergissing", destroysNow = true })).StatusCode,
        200, 202);

    private async Task<Run> Sweep(bool complete = true)
    {
        var run = await world.Get<Sweep>().Run(Decider.Sweep, default);
        Assert.Equal(complete, run.Complete);
        return run;
    }

    private async Task<DateTimeOffset?> Recoverable(Certificate certificate) =>
        await world.Get<UnclaimedBlobs>().LastRecoverable((await world.Get<Ledger>().Find(certificate.Line, default))!.Line, default);

    private async Task<Certificate> Newest() => (await Certificates.NewestFirst(null, 1, default).FirstAsync()).Read();

    private async Task<List<RecoveryWindow>> Windows() => await world.Get<RecoveryWindows>().Until(DateOnly.MaxValue, default).ToListAsync();
}

/// <summary>An account of the scans that keeps what is deleted for longer than the app counts on.</summary>
public sealed class LongerWindowTests() : OwnWorld(new() { KeepsDeleted = TimeSpan.FromDays(30) })
{
    [Fact]
    public async Task What_can_be_recovered_for_longer_than_promised_is_told_each_night_until_it_cannot()
    {
        var order = await world.Given.OrderWithScan();
        await world.Ask<DestroyScan>(
            (function, request) => function.Run(request, $"{order.Scans[0].Id}", default), new { reason = "Vergissing", destroysNow = true });
        var destroyedOn = world.Today;

        foreach (var (days, complete) in new[] { (7, true), (8, false), (29, false), (31, true) })
        {
            world.MoveTo(destroyedOn.AddDays(days));
            Assert.Equal(complete, (await world.Get<Sweep>().Run(Decider.Sweep, default)).Complete);
        }

        Assert.Equal(2, await world.Get<Certificates>().All(default).CountAsync());
    }
}
