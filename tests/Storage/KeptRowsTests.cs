namespace WelWee3D.Tests.Storage;

/// <summary>What the first version stored is read and destroyed for as long as it may be about.</summary>
public sealed class KeptRowsTests : LivedWorld
{
    private const string Box = "33978449bf8e1ef91524edf9c7ed9a67a425a6260bcd752782a6826b8f3540e6";
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public void Of_every_table_and_container_there_are_rows_and_blobs()
    {
        var (tables, containers) = (new HashSet<string>(), new HashSet<string>());
        foreach (var kept in KeptRows.Days.Select(KeptRows.Read))
        {
            tables.UnionWith(kept.Tables.Where(table => table.Value.Count > 0).Select(table => table.Key));
            containers.UnionWith(kept.Containers.Where(container => container.Value.Count > 0).Select(container => container.Key));
        }

        Assert.Superset(world.Get<DataInventory>().Tables.Select(table => table.Name).ToHashSet(), tables);
        Assert.Superset(world.Get<DataInventory>().Containers.Select(container => container.Name).ToHashSet(), containers);
    }

    [Fact]
    public async Task Messages()
    {
        await KeptRows.Read(First).PutInto(world);

        var kept = await world.Get<ContactMessages>().All(None).OrderBy(each => each.Item.Id).ToListAsync();
        var message = (await world.Get<ContactMessages>().Find(kept[2].Item.Id, None))!;

        Assert.Equal(["contact-message", "contact-message", "erasure"], kept.Select(each => each.Retention.Rule));
        Assert.Equal([new(2031, 11, 22), null, Day], kept.Select(each => each.Retention.DueOn));
        Assert.Equal([[], ["restriction"], []], kept.Select(each => each.Retention.SuspendedBy.Select(by => by.Kind)));
        Assert.Equal(
            ("Wilhelmina", "wilhelmina@markering.example", "06 98765432", "Vertrouwelijk: mag het?", "nl", ContactChannel.Form),
            (message.Name, message.Email, message.Phone, message.Message, message.Locale, message.Channel));
        Assert.Equal(
            (Day, Day, Day, new(Day, message.Item, 1)), (message.ReceivedOn, message.RestrictedOn, message.ErasureRequestedOn, message.Due));
    }

    [Theory]
    [InlineData(First, null, null)]
    [InlineData("2026-11-26-restrictions", "officer", "Wilhelmina betwist het")]
    public async Task Restrictions_with_who_and_why_where_that_was_kept(string day, string? by, string? reason)
    {
        await KeptRows.Read(day).PutInto(world);

        var messages = await world.Get<ContactMessages>().All(None)
            .Select(async (each, token) => (await world.Get<ContactMessages>().Find(each.Item.Id, token))!)
            .Where(message => message is { RestrictedOn: not null, ErasureRequestedOn: null }).ToListAsync();
        var orders = await world.Get<OrderStore>().All(None).Where(order => order.RestrictedOn is not null).ToListAsync();

        Assert.Equal([(by, reason)], messages.Select(message => (message.RestrictedBy, message.RestrictionReason)));
        Assert.Equal([(by, reason)], orders.Select(order => (order.RestrictedBy, order.RestrictionReason)));
    }

    [Fact]
    public async Task Messages_that_were_answered()
    {
        await KeptRows.Read("answered").PutInto(world);

        var messages = new List<ContactMessage>();
        await foreach (var kept in world.Get<ContactMessages>().All(None))
            messages.Add((await world.Get<ContactMessages>().Find(kept.Item.Id, None))!);

        var answered = Assert.Single(messages, message => message.State == MessageState.Answered);
        Assert.Equal((Day, "staff"), (answered.AnsweredOn, answered.AnsweredBy));
    }

    [Fact]
    public async Task Suspects()
    {
        await KeptRows.Read("2026-11-26-suspects").PutInto(world);

        var kept = await world.Get<ContactSuspects>().All(None).OrderBy(each => each.Item.Id).ToListAsync();
        var suspect = Assert.Single(await world.Get<ContactSuspects>().From(null, 10, None));

        Assert.Equal(["contact-suspect", "erasure"], kept.Select(each => each.Retention.Rule));
        Assert.Equal([Day.AddDays(1), Day], kept.Select(each => each.Retention.DueOn));
        Assert.Equal(
            ("Wilhelmina", "wilhelmina@markering.example", "06 98765432", "Vertrouwelijk: mag het?", "nl", Day),
            (suspect.Name, suspect.Email, suspect.Phone, suspect.Message, suspect.Locale, suspect.ReceivedOn));
    }

    [Fact]
    public async Task Spent_challenges()
    {
        await KeptRows.Read("2026-11-26-challenges").PutInto(world);

        var again = new SolvedChallenge(new('0', 64), world.Now.AddMinutes(5));

        Assert.False(await world.Get<SpentChallenges>().Spend(again, world.NewId(), None));
    }

    [Fact]
    public async Task Orders_with_their_scans_consents_and_holds()
    {
        await KeptRows.Read(First).PutInto(world);

        var orders = await world.Get<OrderStore>().All(None).OrderBy(order => order.Id).ToListAsync();
        var (cancelled, held, rejected, bare) = (orders[0], orders[1], orders[2], orders[3]);

        Assert.All(orders, order => Assert.Equal(
            new("Wilhelmina", "wilhelmina@markering.example", "06 98765432", new("Merelstraat 9", "Achterdeur", "9876 ZY", "Eksteroord", "NL"), "nl"),
            order.Client));
        Assert.Equal([new(2027, 1, 14), new(2026, 11, 24), new(2031, 11, 14), new(2031, 11, 22)], orders.Select(order => order.Due.On));
        Assert.Equal((Day, null, null), (cancelled.CancelledOn, cancelled.ShippedOn, cancelled.ErasureRequestedOn));
        Assert.Equal((Day, Day, Day), (held.ShippedOn, held.RestrictedOn, held.ErasureRequestedOn));
        var consent = Assert.Single(held.Consents);
        Assert.Equal(
            (Purpose.KeepScan, ConsentAnswer.Yes, Channel.Paper, "nl", "2026-1", "staff"),
            (consent.Purpose, consent.Answer, consent.Channel, consent.Language, consent.TextVersion, consent.RecordedBy));
        Assert.Equal(("Wilhelmina claimt schade", Day.AddDays(1)), (held.Holds[0].Reason, held.Holds[0].Until));
        Assert.Equal(("Disk C", Day, null), Of(Assert.Single(held.Scans[0].Copies)));
        Assert.Equal(("Wilhelmina buik.stl", 684, false), (held.Scans[0].FileName, held.Scans[0].Bytes, held.Scans[0].Destroying));
        Assert.Equivalent(
            new ScanFacts(Box, 684, ScanFormat.Stl, 12, 36, new(new(0, 0, 0), new(300, 300, 400)), "mm", [], null), held.Scans[0].Facts);
        Assert.Equal((null, 14L, "The file is in none of the 3D formats that can be read."),
            (rejected.Scans[0].Facts!.Format, rejected.Scans[0].Facts!.Bytes, rejected.Scans[0].Facts!.Rejected));
        Assert.Empty(bare.Scans);
        Assert.Equal("scan-of-cancelled-order", cancelled.Retention(cancelled.Scans[0], world.Get<RetentionRules>(), Day).Rule);
    }

    [Fact]
    public async Task What_a_scan_encloses_and_which_files_it_came_in()
    {
        await KeptRows.Read("scan-facts").PutInto(world);

        var orders = await world.Get<OrderStore>().All(None).ToListAsync();
        var facts = Assert.Single(orders.SelectMany(order => order.Scans), scan => scan.Facts?.Entries is not null).Facts!;

        Assert.Equal((ScanFormat.Stl, UnitSource.Assumed, 0L, 204_000_000.0, true), (facts.Format, facts.UnitFrom, facts.Degenerate, facts.Volume, facts.Closed));
        Assert.Equal([("stl", 684L), ("txt", 10L)], facts.Entries!.Select(entry => (entry.Kind, entry.Bytes)));
    }

    [Fact]
    public async Task Uploads_unclaimed_files_and_packages()
    {
        await KeptRows.Read(First).PutInto(world);

        var upload = await world.Get<UploadStore>().All(None).SingleAsync();
        var blob = (await world.Get<UnclaimedBlobs>().Find((await world.Get<UnclaimedBlobs>().All(None).SingleAsync()).Item.Id, None))!;
        var package = (await world.Get<ExportPackages>().Find((await world.Get<ExportPackages>().All(None).SingleAsync()).Item.Id, None))!;

        Assert.Equal(("Wilhelmina buik.stl", 100, Day, new DateOnly(2026, 11, 29)), (upload.FileName, upload.Length, upload.CreatedOn, upload.Due.On));
        Assert.Equal(world.Get<SubjectKeys>().Of("wilhelmina@markering.example", "06 98765432"), upload.Subjects);
        Assert.Equal(new(1, 0, Counts: true), upload.Attempt);
        Assert.Equal(
            ("scan van wilhelmina.stl", Day, 684, new DateOnly(2027, 1, 14)), (blob.BlobName, blob.ArrivedOn, blob.Bytes, blob.Due.On));
        Assert.Equal([world.Get<SubjectKeys>().OfEmail("wilhelmina@markering.example")], package.Subjects);
        Assert.Equal((11, 64, true), (package.Records.Count, package.TokenHash.Length, package.IsWhole));
    }

    [Fact]
    public async Task The_ledger_its_certificates_and_what_is_open()
    {
        await KeptRows.Read(First).PutInto(world);

        var lines = await world.Get<Ledger>().All(None).ToListAsync();
        var chain = await CertificateChain.Verify(world.Get<Certificates>().All(None));
        var certificate = (await world.Get<Certificates>().Find(4, None))!.Read();
        var task = Assert.Single(await world.Get<DestructionTasks>().All(None));
        var open = Assert.Single(await world.Get<DueIndex>().Until(DateOnly.MaxValue, None).SelectMany(page => page.Open).ToListAsync());

        Assert.Equal(["message 1", "order 2", "order 3", "scan 4", "scan "], lines.Select(line => $"{line.Line.Kind} {line.Certificate}"));
        Assert.All(lines, line => Assert.Equal(("officer", "erasure", 2), (line.Line.DecidedBy, line.Line.Why.Rule, line.Line.Items[0].Subjects.Count)));
        Assert.Equal((Box, 684, "Disk A"), (lines[3].Line.Items[0].Files[0].Sha256, lines[3].Line.Items[0].Files[0].Bytes, lines[3].Line.Items[0].Disks[0]));
        Assert.Equal((true, 4), (chain.Intact, chain.Checked));
        Assert.Equal((Kinds.Scan, new DateOnly(2026, 11, 30)), (certificate.Kind, certificate.RecoveryClosesOn));
        Assert.Equal(("Disk A", Day), (certificate.Copies[0].Disk, certificate.Copies[0].DestroyedOn));
        Assert.Equal((false, "Disk B"), (task.Done, task.Copies[0].Disk));
        Assert.Equal(("batch", "officer", Kinds.Message), (open.Line, open.DecidedBy, open.Kind));
    }

    [Fact]
    public async Task Checkpoints_and_the_chain_that_holds_against_them()
    {
        await KeptRows.Read("checkpoints").PutInto(world);

        var checkpoint = Assert.Single((await world.Get<Checkpoints>().All(None)).Readable);
        var chain = await CertificateChain.Verify(world.Get<Certificates>().All(None), [checkpoint]);

        Assert.Equal((Day, chain.Checked, chain.Newest!.Hash), (checkpoint.Day, checkpoint.Number, checkpoint.Hash));
        Assert.True(chain.Intact);
    }

    [Fact]
    public async Task A_task_with_what_to_wipe_and_a_certificate_with_who_confirmed()
    {
        await KeptRows.Read("checkpoints").PutInto(world);

        var task = Assert.Single(await world.Get<DestructionTasks>().All(None));
        var copies = await world.Get<Certificates>().All(None).SelectMany(certificate => certificate.Read().Copies).ToListAsync();

        Assert.Equal(("Wilhelmina buik.stl", Day), (task.Copies[0].FileName, task.Copies[0].ScannedOn!.Value));
        Assert.Equal(Day, Amsterdam.DateOf(task.GoneAt!.Value));
        Assert.Equal(("staff", Day), (Assert.Single(copies).ConfirmedBy, Amsterdam.DateOf(copies[0].ConfirmedAt!.Value)));
    }

    [Fact]
    public async Task Runs_letters_and_questions()
    {
        await KeptRows.Read(First).PutInto(world);

        var runs = await world.Get<RunLog>().NewestFirst(null, 10, None).ToListAsync();
        var letters = await world.Get<Letters>().Ready(None).ToListAsync();
        var asked = await world.Get<StalledOrders>().All(None).ToListAsync();

        Assert.Equal([RunKind.Reconcile, RunKind.Sweep, RunKind.Erasure], runs.Select(run => run.Kind));
        Assert.Equal((1, "storage answered 500"), (runs[0].Repaired["due-row"], runs[0].Unfinished[0].Why));
        Assert.Equal((2, 3, 2, true), (runs[2].Destroyed[Kinds.Order], runs[2].Certificates, runs[2].OpenTasks, runs[2].Complete));
        Assert.Equal([ContactReceipt.Name, ScanRejectedLetter.Name, BlobUnclaimedLetter.Name], letters.Select(letter => letter.Letter.Kind));
        Assert.NotNull(await world.Letter(ScanRejectedLetter.Name));
        Assert.NotNull(await world.Letter(BlobUnclaimedLetter.Name));
        Assert.Equal([Day, null, null], asked.Select(row => row.AskedOn));
    }

    [Fact]
    public async Task Answers_with_the_day_on_which_they_were_given_and_what_records_are_looked_for_by()
    {
        await KeptRows.Read("2026-11-26-search").PutInto(world);

        var answer = await world.Get<OrderStore>().All(None).SelectMany(order => order.Consents).SingleAsync();
        var terms = world.Get<SearchTerms>();

        Assert.Equal((Day.AddDays(-1), Day), (answer.Day, Amsterdam.DateOf(answer.GivenAt)));
        foreach (var kind in (string[])[Kinds.Message, Kinds.Order])
            Assert.Equal(
                (await world.Get<RecordKinds>().Find(kind)!.All(None).ToListAsync()).Select(record => record.Item.Id).OrderDescending(),
                await world.Get<SearchIndex>().Find(kind, terms.OfWord("wilhelmina"), after: null, None).ToListAsync());
    }

    // Blobs that are put back are new: the one that no order knows is written down once more. And a file that is no scan has
    // a deadline of its own by now. The hashes in four lines get their day. What was kept before each number had one value is
    // written anew, and filed under what it is looked for by; and so is what was kept before files were told apart. Erasures that
    // wait are noted where a restore does not reach.
    [Fact]
    public async Task A_reconciliation_finds_that_all_agrees_but_for_a_file_that_is_as_new_and_one_that_is_no_scan()
    {
        await KeptRows.Read(First).PutInto(world);

        var run = await world.Get<Reconciliation>().Run(None);

        Assert.Equal(new Dictionary<string, int> { ["blob"] = 1, ["due-row"] = 4, ["spelling"] = 7, ["index-row"] = 10, ["asked-erasure"] = 2 }, run.Repaired);
        Assert.Empty(run.Unfinished);
    }

    private static (string, DateOnly, DateOnly?) Of(DiskCopy copy) => (copy.Disk, copy.MadeOn, copy.DestroyedOn);
}
