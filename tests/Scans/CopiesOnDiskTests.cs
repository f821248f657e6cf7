namespace WelWee3D.Tests.Scans;

/// <summary>A scan that is gone from storage while copies of it lie on disks: what is told of each, when, and to whom.</summary>
public sealed class CopiesOnDiskTests() : OwnWorld(new() { At = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1)) })
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task The_certificate_tells_when_the_file_went_and_when_each_copy_and_that_one_was_late()
    {
        var scan = await Destroyed("SCHIJF-1", "SCHIJF-2");
        var gone = world.Today;
        world.MoveTo(scan.Deadline);
        await Confirm(scan, "SCHIJF-1");
        world.MoveTo(scan.Deadline.AddDays(3));
        await Confirm(scan, "SCHIJF-2");

        var certificate = await CertificateOf(scan);

        Assert.Equal((gone, gone.AddDays(8)), (Amsterdam.DateOf(certificate.DestroyedAt), certificate.RecoveryClosesOn));
        Assert.Equal(scan.Deadline.AddDays(3), Amsterdam.DateOf(certificate.IssuedAt!.Value));
        Assert.Equal([Boundary.Records, Boundary.Files], certificate.Boundary!.LookedAt);
        Assert.Equal([Boundary.GivenBefore, Boundary.StillRecoverable], certificate.Boundary.NotCovered);
        Assert.Equal(
            [("SCHIJF-1", scan.Deadline, false), ("SCHIJF-2", scan.Deadline.AddDays(3), true)],
            certificate.Copies.Select(copy => (copy.Disk, copy.DestroyedOn, copy.Late)));
        Assert.All(certificate.Copies, copy => Assert.Equal(("staff", copy.DestroyedOn), (copy.ConfirmedBy, Amsterdam.DateOf(copy.ConfirmedAt!.Value))));
        Assert.Contains("<strong>3 dagen te laat</strong>", await Page(scan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_came_back_with_a_backup_went_when_it_was_destroyed_again()
    {
        var scan = await Destroyed("SCHIJF-1");
        await world.Given.File($"{scan.Order}/{scan.Scan}.stl");
        world.MoveTo(world.Today.AddDays(2));

        await world.Get<Replay>().Run("officer", None);

        Assert.Equal(world.Today, Amsterdam.DateOf((await Tasks()).Single().GoneAt!.Value));
    }

    [Fact]
    public async Task A_task_says_what_to_wipe_and_who_confirmed_which_disk_also_after_an_erasure()
    {
        var order = await world.Given.OrderWithScan(disks: ["SCHIJF-1", "SCHIJF-2"]);
        await world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(order), "officer", None);
        var task = (await Tasks()).Single();
        await Confirm(task, "SCHIJF-1");
        var (wiped, left) = ((await Tasks()).Single().Copies[0], (await Tasks()).Single().Copies[1]);

        await world.Function<RemindDeadlines>().Run(new(), None);

        Assert.Equal(("buik.stl", world.Today), (left.FileName, left.ScannedOn!.Value));
        Assert.Equal((null, null, "piet"), (wiped.FileName, wiped.ScannedOn, wiped.ConfirmedBy));
        Assert.Contains(
            "Schijven: SCHIJF-2\nAl bevestigd: SCHIJF-1, vernietigd op 22 november 2026, volgens account piet\n",
            await world.Letter(ReminderLetter.Name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_of_its_file_is_in_no_line_and_neither_it_nor_who_confirmed_is_in_any_certificate()
    {
        var scan = await Destroyed("SCHIJF-1");
        await Confirm(scan, "SCHIJF-1");

        Assert.NotNull((await CertificateOf(scan)).Copies[0].ConfirmedBy);
        Assert.DoesNotContain("piet", (await Sealed(scan)).Text, StringComparison.Ordinal);
        foreach (var table in StorageSetup.LedgerTables)
            Assert.DoesNotContain(await world.Storage.Rows(table), row => row.Any(column => $"{column.Value}".Contains("buik", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_it_is_about_is_told_of_the_copy_and_nobody_else()
    {
        await Destroyed("SCHIJF-1");
        var (keys, tasks) = (world.Get<SubjectKeys>(), world.Get<DestructionTasks>());

        Assert.Single(await tasks.About([keys.OfEmail(Make.Email)], None));
        Assert.Empty(await tasks.About([keys.OfEmail("bea@example.nl")], None));
    }

    /// <summary>The task of a scan whose figurine was shipped, and which the night has destroyed.</summary>
    private async Task<DestructionTask> Destroyed(params string[] disks)
    {
        var order = await world.Given.OrderWithScan(agreed: order => order with { ShippedOn = world.Today }, disks: disks);
        world.MoveTo(order.Due.On);
        Assert.True((await world.Get<Sweep>().Run(Decider.Sweep, None)).Complete);
        return (await Tasks()).Single();
    }

    private async Task Confirm(DestructionTask task, string disk)
    {
        var copy = task.Copies.Single(copy => copy.Disk == disk);
        Assert.Null((await world.Get<DestroyedScans>().Confirm(task.Scan, copy.Id, null, "piet", None)).Refusal);
    }

    private Task<IReadOnlyList<DestructionTask>> Tasks() => world.Get<DestructionTasks>().All(None);

    private async Task<SealedCertificate> Sealed(DestructionTask task)
    {
        var line = (await world.Get<Ledger>().Find(task.Line, None))!;
        return (await world.Get<Certificates>().Of(line, None))!;
    }

    private async Task<Certificate> CertificateOf(DestructionTask task) => (await Sealed(task)).Read();

    private async Task<string> Page(DestructionTask task) => CertificatePage.Render(await Sealed(task), Kinds.All, "nl");
}
