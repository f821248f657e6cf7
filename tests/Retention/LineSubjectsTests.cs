namespace WelWee3D.Tests.Retention;

/// <summary>The ledger tells for whom something was destroyed by keyed hashes, and for two years.</summary>
public sealed class LineSubjectsTests() : OwnWorld(new() { At = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1)) })
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("2028-11-21", true)]
    [InlineData("2028-11-22", false)]
    public async Task Two_years_after_a_destruction_the_hashes_leave_its_line(string day, bool tells)
    {
        var (order, line) = await Erased();
        world.MoveTo(Amsterdam.Date(day));

        await Sweep();

        var left = (await world.Get<Ledger>().Find(line, None))!;
        Assert.Equal(tells, left.Line.TellsForWhom);
        Assert.Equal(order.Scans[0].Id, left.Line.Items[0].Id);
    }

    [Theory]
    [InlineData("2028-11-21", "officer")]
    [InlineData("2028-11-22", "staff")]
    public async Task So_does_the_account_of_who_decided_it(string day, string decidedBy)
    {
        var (_, line) = await Erased();
        var blob = await world.Given.StrayBlob("found/here.stl");
        world.MoveTo(blob.Due.On);
        await world.Get<Sweep>().Run("officer", None);
        world.MoveTo(Amsterdam.Date(day));

        await Sweep();

        Assert.Equal(decidedBy, (await world.Get<Ledger>().Find(line, None))!.Line.DecidedBy);
        world.MoveTo(blob.Due.On.AddYears(2));
        await Sweep();
        Assert.DoesNotContain(await world.Get<Ledger>().All(None).ToListAsync(), stored => stored.Line.TellsOfPeople);
    }

    [Fact]
    public async Task And_that_of_who_confirmed_that_its_mail_is_destroyed()
    {
        var message = Make.Message(world.Now) with { MailCopy = new(Settings.Mailbox, world.Today) };
        Assert.True(await world.Get<ContactMessages>().Add(message, None));
        await world.Get<Erasure>().Erase([world.Get<SubjectKeys>().OfEmail(Make.Email)], "officer", None);
        await world.Get<MailCopies>().Confirm(message.Id, world.Today, "officer", None);
        Assert.Equal("officer", (await world.Get<MailboxTasks>().Find(message.Id, None))!.Copy.ConfirmedBy);
        world.MoveTo(new DateOnly(2028, 11, 22));

        await Sweep();

        var (left, on) = ((await world.Get<MailboxTasks>().Find(message.Id, None))!.Copy, new DateOnly(2026, 11, 22));
        Assert.Equal((null, on), (left.ConfirmedBy, left.DestroyedOn));
    }

    [Theory]
    [InlineData("2028-11-21", "staff-1")]
    [InlineData("2028-11-22", null)]
    public async Task Who_confirms_that_after_the_two_years_is_not_written_down(string day, string? confirmedBy)
    {
        var message = Make.Message(world.Now) with { MailCopy = new(Settings.Mailbox, world.Today) };
        Assert.True(await world.Get<ContactMessages>().Add(message, None));
        await world.Get<Erasure>().Erase([world.Get<SubjectKeys>().OfEmail(Make.Email)], "officer", None);
        world.MoveTo(Amsterdam.Date(day));
        await Sweep();

        var first = await world.Get<MailCopies>().Confirm(message.Id, world.Today, "staff-1", None);
        var again = await world.Get<MailCopies>().Confirm(message.Id, world.Today, "staff-2", None);

        Assert.Equal((confirmedBy, world.Today), (first!.ConfirmedBy, first.DestroyedOn));
        Assert.Equal(first, again);
    }

    [Fact]
    public async Task Nor_is_who_was_confirming_it_while_the_hashes_left()
    {
        var message = Make.Message(world.Now) with { MailCopy = new(Settings.Mailbox, world.Today) };
        Assert.True(await world.Get<ContactMessages>().Add(message, None));
        await world.Get<Erasure>().Erase([world.Get<SubjectKeys>().OfEmail(Make.Email)], "officer", None);
        world.MoveTo(new DateOnly(2028, 11, 22));
        await using var staff = world.Beside();
        staff.Calls.Before = async request =>
        {
            if (request.Method != Azure.Core.RequestMethod.Post || !$"{request.Uri}".Contains(MailboxTasks.TableName, StringComparison.Ordinal))
                return;
            staff.Calls.LetBe();
            await Sweep();
        };

        await staff.Get<MailCopies>().Confirm(message.Id, world.Today, "staff-1", None);

        Assert.Equal((null, world.Today), ((await world.Get<MailboxTasks>().Find(message.Id, None))!.Copy.ConfirmedBy, (await world.Get<MailboxTasks>().Find(message.Id, None))!.Copy.DestroyedOn));
    }

    [Theory]
    [InlineData("2028-11-21", true)]
    [InlineData("2028-11-22", false)]
    public async Task Also_while_its_proof_still_waits_for_a_copy_on_a_disk(string day, bool tells)
    {
        var order = await world.Given.OrderWithScan(disks: ["SCHIJF-1"]);
        await Erase(order);
        world.MoveTo(Amsterdam.Date(day));

        await Sweep();

        Assert.Equal(tells, (await world.Get<Ledger>().Find($"scan-{order.Scans[0].Id}", None))!.Line.TellsForWhom);
        Assert.Single(await world.Get<DestructionTasks>().About(world.Get<OrderStore>().SubjectsOf(order), None));
    }

    [Fact]
    public async Task The_certificate_and_its_seal_stay_as_they_were()
    {
        await Erased();
        var before = await Certificates();
        world.MoveTo(new DateOnly(2028, 11, 22));

        await Sweep();
        await Sweep();

        var after = await Certificates();
        Assert.Equal(before, after[..before.Count]);
        Assert.Equal([2], after[before.Count..].Select(each => each.Read()).Where(each => each.Kind == LineSubjectsKind.Kind).Select(each => each.Count));
        Assert.True((await CertificateChain.Verify(after.ToAsyncEnumerable())).Intact);
        foreach (var row in await world.Storage.Rows(Ledger.TableName))
            Assert.DoesNotContain(world.Get<SubjectKeys>().OfEmail(Make.Email), row.GetString("Line"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_back_after_that_is_destroyed_again_by_what_the_line_names()
    {
        var order = await world.Given.OrderWithScan();
        var backup = await Backup.Of(world);
        await Erase(order);
        world.MoveTo(new DateOnly(2028, 11, 22));
        await Sweep();
        await backup.Restore(world);

        Assert.True((await world.Get<Replay>().Run("officer", None)).Complete);

        Assert.Null(await world.Get<OrderStore>().Find(order.Id, None));
        Assert.Empty(await world.Storage.BlobNames());
    }

    [Fact]
    public async Task A_line_of_before_this_was_kept_gets_its_day_by_the_weekly_walk()
    {
        var (_, line) = await Erased();
        await world.Storage.Clear(LineSubjectsKind.TableName);
        await world.Storage.Clear(DueIndex.TableName);
        world.MoveTo(world.Today.AddDays(2));

        var first = await world.Get<Reconciliation>().Run(None);
        var second = await world.Get<Reconciliation>().Run(None);
        world.MoveTo(new DateOnly(2028, 11, 22));
        await Sweep();

        Assert.Equal((2, 0), (first.Repaired["due-row"], second.Repaired.Count));
        Assert.False((await world.Get<Ledger>().Find(line, None))!.Line.TellsForWhom);
    }

    [Fact]
    public async Task A_line_that_tells_of_nobody_has_nothing_to_leave_it()
    {
        var blob = await world.Given.StrayBlob("found/here.stl");
        world.MoveTo(blob.Due.On);

        await Sweep();

        Assert.Empty(await world.Storage.Rows(LineSubjectsKind.TableName));
    }

    /// <summary>An order with a scan, both gone today, and the line of the scan.</summary>
    private async Task<(Order Order, string Line)> Erased()
    {
        var order = await world.Given.OrderWithScan();
        await Erase(order);
        return (order, $"scan-{order.Scans[0].Id}");
    }

    private Task Erase(Order order) => world.Get<Erasure>().Erase(world.Get<OrderStore>().SubjectsOf(order), "officer", None);

    private async Task Sweep() => Assert.True((await world.Get<Sweep>().Run(Decider.Sweep, None)).Complete);

    private async Task<List<SealedCertificate>> Certificates() => await world.Get<Certificates>().All(None).ToListAsync();
}
