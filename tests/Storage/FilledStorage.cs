using System.Diagnostics;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using WelWee3D.Tests.Formats;

namespace WelWee3D.Tests.Storage;

/// <summary>
/// Storage in which every slice has written all that it can write, about somebody whose every word is recognisable.
/// </summary>
public sealed class FilledStorage : IAsyncLifetime
{
    /// <summary>The name of a file that somebody put among the scans.</summary>
    public const string Stray = "scan van wilhelmina.stl";

    /// <summary>What only she knows, or wrote.</summary>
    public static readonly string[] Personal =
        ["wilhelmina", "+31698765432", "markering", "vertrouwelijk", "merelstraat", "achterdeur", "9876 ZY", "eksteroord"];

    internal const string Email = "wilhelmina@markering.example";
    internal const string Phone = "+31698765432";
    private const string FileName = "Wilhelmina buik.stl";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly byte[] Body = StlFiles.BinaryBox(300, 300, 400);
    private static readonly Client Client = new(
        "Wilhelmina", Email, Phone, new("Merelstraat 9", "Achterdeur", "9876 ZY", "Eksteroord", "NL"), "nl");

    private World world = null!;

    internal World World => world;

    /// <summary>As it stands in storage.</summary>
    internal KeptRows Kept { get; private set; } = null!;

    internal DataInventory Inventory => The<DataInventory>();

    internal TableServiceClient Tables => new(world.Storage.ConnectionString);

    internal BlobServiceClient Blobs => new(world.Storage.ConnectionString, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2023_01_03));

    internal QueueServiceClient Queues => new(world.Storage.ConnectionString);

    private DateOnly Today => world.Today;

    public async Task InitializeAsync()
    {
        world = await World.Start();
        await Fill();
        Kept = await KeptRows.Of(world);
        if (Environment.GetEnvironmentVariable("KEEP_ROWS") is { } day)
            Kept.Write(day);
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    internal async Task<IReadOnlyList<TableEntity>> Rows(StoredTable table) =>
        await Tables.GetTableClient(table.Name).QueryAsync<TableEntity>().ToListAsync();

    internal async Task<IReadOnlyList<BlobItem>> BlobsIn(StoredContainer container) =>
        await Blobs.GetBlobContainerClient(container.Name).GetBlobsAsync(
            new GetBlobsOptions { Traits = BlobTraits.Metadata, States = BlobStates.Uncommitted }).ToListAsync();

    /// <summary>Every table that a package can have.</summary>
    internal IReadOnlyList<PackageTable> PackageTables => The<PackageWriter>().Tables;

    /// <summary>Her package, after somebody looked at her scan.</summary>
    internal async Task<OpenedPackage> Package(PackageRight right = PackageRight.Access)
    {
        IReadOnlyList<string> subjects = [The<SubjectKeys>().OfEmail(Email)];
        var found = (await The<SubjectRecords>().Find(subjects, None)).Records;
        var scan = found.SelectMany(record => record.Parts)
            .First(part => part.Item.Kind == Kinds.Scan && part.Retention.Rule != RetentionSchedule.ScanMoved.Name).Item.Id;
        await The<AuditEvents>().Add(
            new(NewId(), world.Now, "staff", Role.Staff, "GET scans/{id}/content", "R", $"scan|{scan}", 200, "Wilhelmina belde"), None);
        var (writer, file) = (The<PackageWriter>(), new MemoryStream());
        var mail = (await The<MailboxTasks>().About([subjects], None)).Select(each => each.Task);
        var contents = writer.Contents(found, await The<DestructionTasks>().About(subjects, None), mail, right);
        await writer.Write(new ExportPackage(NewId(), subjects, contents, "", Right: right), file, None);
        return new(file);
    }

    // What is destroyed takes the export packages along: it comes first.
    private async Task Fill()
    {
        // As while a request is followed: then letters and files keep where its trace was left.
        using var request = new Activity("request").Start();
        await FillLedger();
        await FillRuns();
        await FillMessages();
        await FillSuspects();
        await FillChallenges();
        await FillRequests();
        await FillNotices();
        await FillOrders();
        await FillQuotes();
        await FillUploads();
        await FillUnclaimed();
        await FillReminders();
        await FillExports();
        await FillOpenRuns();
        await FillAudit();
        await FillVisits();
    }

    /// <summary>One that was withdrawn, one that another took the place of, one that was accepted, and all that can be decided about one.</summary>
    private async Task FillQuotes()
    {
        var order = await NewOrder();
        foreach (var agreed in (Func<Quote, Quote>[])
        [
            quote => quote with { WithdrawnOn = Today },
            quote => quote with { SupersededBy = NewId() },
            quote => Tests.Make.Accepted(quote, Today),
            quote => quote with { RestrictedOn = Today, RestrictedBy = "officer", RestrictionReason = "Wilhelmina betwist het", ErasureRequestedOn = Today, LinkNumber = 1 },
        ])
            await world.Given.Quote(order, quote => agreed(quote) with { Lines = [new("Beeldje voor Wilhelmina", 1, 14_900, 21, Today)] });
    }

    private async Task FillVisits()
    {
        Assert.True(await The<VisitMonths>().Add(VisitMonth.Of(Today), None));
        await The<VisitCounts>().Count(Today, "/", 12, None);
    }

    private async Task FillAudit()
    {
        Assert.True(await The<AuditDays>().Add(AuditDay.Of(Today), None));
        await world.Function<NoteSettings>().Run(new(), None);
        foreach (var about in new[] { $"scan|{NewId()}", "order" })
            await The<AuditEvents>().Add(new(NewId(), world.Now, "staff", Role.Staff, "GET scans/{id}/content", "R", about, 200, "Wilhelmina belde", OnBehalfOf: "colleague"), None);
    }

    /// <summary>As when storage, which keeps nothing deleted here, had brought the scan back.</summary>
    private async Task FillUndone(Order order)
    {
        var item = new Item(Kinds.Scan, order.Scans[0].Id);
        var certified = (await The<RecordTrace>().Destroyed(item, None))!;
        var line = certified.Line with { Id = LedgerLine.IdOfUndo(item), Items = [], Undone = new(certified.Certificate!.Number, NewId(), order.Id, certified.Line.Items[0].Files) };
        Assert.True(await The<Certificates>().Issue(await The<Ledger>().Write(line, None), done: null, isRecoverable: false, None));
    }

    /// <summary>A message and a scan that are gone, and a scan of which a copy on disk is left.</summary>
    private async Task FillLedger()
    {
        await AddMessage();
        Id[] byMail = [NewId(), NewId()];
        foreach (var id in byMail)
            Assert.True(await The<ContactMessages>().Add(NewMessage() with { Id = id, Channel = ContactChannel.Mail, MailCopy = new("PRAKTIJK", Today) }, None));
        var certain = await NewOrder(NewScan("SCHIJF-1") with { FormerIds = [NewId()] });
        await NewOrder(NewScan("SCHIJF-2"));
        await The<Erasure>().Erase([The<SubjectKeys>().OfEmail(Email)], "officer", None);
        await The<DestroyedScans>().Confirm(certain.Scans[0].Id, certain.Scans[0].Copies[0].Id, null, "staff", None);
        await The<Sweep>().Run("sweep", None);
        await FillUndone(certain);
        Assert.NotNull(await The<MailboxTasks>().Confirm(byMail[0], Today, "staff", world.Now, None));
        await The<AskedErasures>().Put(new(Kinds.Order, NewId()), Today, None);
        await The<Checkpoints>().Write(Today.AddDays(1), None);
        await The<DueIndex>().Open(new(Today, "batch", [DueRow.First(Today, new(Kinds.Message, NewId()))], "officer"), None);
    }

    private async Task FillRuns()
    {
        var tally = new RunTally(RunKind.Reconcile, RunKind.Reconcile, world.Clock);
        tally.CountRepaired("due-row");
        tally.Leave($"{Kinds.Message}|{NewId()}", "storage answered 500");
        await The<RunLog>().Add(tally.ToRun(), None);
        await The<LastSweep>().AwaitedSince(Today, None);
        await The<LastSweep>().Confirm(Today, "officer", None);
        await The<ChainVerification>().Verify(None);
    }

    private async Task FillMessages()
    {
        var answered = await AddMessage();
        await The<ContactMessages>().Change(
            answered.Id, found => found.Answered(true, Today, "staff").Rectified(Today, "officer", "Wilhelmina belde"), None);
        var taken = NewMessage() with { Channel = ContactChannel.Mail, TakenBy = "staff", TakenOn = Today, MailCopy = new("PRAKTIJK", Today, Today, "staff", world.Now) };
        Assert.True(await The<ContactMessages>().Add(taken, None));
        await The<ContactMessages>().Change(taken.Id, found => found.Forwarded("planning", Today, "staff"), None);
        var restricted = await AddMessage();
        await The<ContactMessages>().Change(restricted.Id, found => found with
        {
            RestrictedOn = Today, RestrictedBy = "officer", RestrictionReason = "Wilhelmina betwist het",
        }, None);
        var message = await AddMessage();
        await The<ContactMessages>().Change(
            message.Id, found => found with { RestrictedOn = Today, ErasureRequestedOn = Today }, None);
        await The<Letters>().Add(new(ContactReceipt.Name, $"{message.Id}"), None);
        var waiting = await The<Letters>().Ready(None).FirstAsync();
        await The<Letters>().Postpone(waiting with { RefusedWith = 401 }, TimeSpan.Zero, None);
    }

    private async Task FillSuspects()
    {
        var suspects = The<ContactSuspects>();
        foreach (var decidedOn in new DateOnly?[] { null, Today })
        {
            var suspect = ContactSuspect.From(NewMessage(), isProven: true) with { RestrictedOn = decidedOn, ErasureRequestedOn = decidedOn };
            Assert.True(await suspects.Add(suspect, None));
        }
    }

    private async Task FillChallenges() =>
        Assert.True(await The<SpentChallenges>().Spend(new(new('0', 64), world.Now.AddMinutes(5)), NewId(), None));

    private async Task FillRequests()
    {
        var (officer, website) = ("officer", NewRequest() with { Channel = RequestChannel.Website });
        var open = NewRequest() with { Channel = RequestChannel.Website, ConfirmedOn = Today };
        var closed = NewRequest() with
        {
            Identity = new(Today, 1, Today, 1, IdentityMethod.Facts, Today) { Facts = [IdentityFact.OrderDate, IdentityFact.ScanDate] },
            Extension = new(Today, officer, "Wilhelmina is op reis"),
            Closing = new(Today, officer, RequestOutcome.Duplicate, "12(5)", "Wilhelmina vroeg het al", open.Id),
            Letters = [new("request-received", 0, world.Now, world.Now), new("request-closed", 0, world.Now, GivenUpAt: world.Now)],
            Events = [new(world.Now, officer, RequestEvent.Registered, "Wilhelmina belde")],
            RestrictedOn = Today, RestrictedBy = officer, RestrictionReason = "Wilhelmina betwist het", ErasureRequestedOn = Today, LinkNumber = 1,
        };
        foreach (var request in (PrivacyRequest[])[website, open, closed])
            Assert.True(await The<RequestRegister>().Add(request, None));
        Assert.True(await The<AnsweredRequests>().Note(closed, None));
    }

    private async Task FillNotices()
    {
        await world.Given.Notice(Email, Phone);
        await world.Given.Recipient("VERHUISD");
        await The<RecipientRegister>().Register((await The<RecipientRegister>().Find("VERHUISD", None))! with { Email = "elders@drukker.example" }, world.Now, None);
        await world.Given.Notice(Email, Phone, notice => notice with
        {
            Cause = NoticeCause.Rectification, Changed = [ClientDetail.Name],
            ToldAt = world.Now, AcknowledgedAt = world.Now, DoneAt = world.Now, DoneBy = "staff", DoneReason = DoneReason.Phone,
            RestrictedOn = Today, RestrictedBy = "officer", RestrictionReason = "Wilhelmina betwist het", ErasureRequestedOn = Today,
            GivenUpAt = world.Now, LetterNumber = 1, LinkNumber = 1,
        });
    }

    private PrivacyRequest NewRequest() => new(
        NewId(), RequestKind.Access, "Wilhelmina", Email, Phone, "Vertrouwelijk: mag het?", "nl", RequestChannel.Phone, Today);

    private async Task FillOrders()
    {
        await world.Given.Disk();
        await NewOrder(NewScan() with { FormerIds = [NewId()], History = [Corrected("scannedOn")], DestructionAskedOn = Today, MovedTo = NewId() }, order => order with
        {
            CancelledOn = Today,
            SettledOn = Today,
            Settlements = [new(NewId(), Today)],
            HeightInMillimetres = 150,
            LinkNumber = 1,
            History = [Corrected("cancelledOn")],
            ProofsOwed = [new(NewId(), Today)],
            Disclosures = [new(NewId(), "PRINTER", "De drukker", "Beeldjes printen", [NewId()], [ClientDetail.Name], Today, new(ScanFormat.Stl, 684, 150, new string('0', 64)))],
        });
        await NewOrder(NewScan("SCHIJF-3"), order => order with
        {
            ShippedOn = Today,
            DatedOn = Today,
            RestrictedOn = Today,
            RestrictedBy = "officer",
            RestrictionReason = "Wilhelmina betwist het",
            ErasureRequestedOn = Today,
            Consents = [new(NewId(), Purpose.KeepScan, ConsentAnswer.Yes, Channel.Paper, "nl", "2026-1", world.Now, "staff", Today.AddDays(-1))],
            Holds = [new(NewId(), "Wilhelmina claimt schade", Today.AddDays(1))],
        });
        await NewOrder(NewScan(), file: "no scan at all"u8.ToArray());
        await NewOrder(NewScan(), file: ZipFiles.Of(("Wilhelmina.stl", Make.File), ("Wilhelmina.txt", "Wilhelmina"u8.ToArray())));
    }

    private async Task FillUploads()
    {
        var uploads = The<UploadStore>();
        var order = await NewOrder();
        var upload = await uploads.Add(uploads.Begin(order, new(order.Id, FileName, null, $"filename {FileName}"), 100), None);
        Assert.NotNull(await uploads.TakeTurn(upload, 0, counts: true, "staff"));
        var part = await uploads.Add(uploads.Begin(null, new(null, "", null, $"note {FileName}"), null, new(IsPartial: true, [])), None);
        var final = await uploads.Add(uploads.Begin(order, new(order.Id, FileName, null, ""), 100, new(IsPartial: false, [part.Id])), None);
        Assert.True(await The<PartialUploads>().Bind(part, final, None));
        await The<StorageAccounts>().Blobs(Accounts.Records).GetBlobContainerClient(PartialUploads.ContainerName)
            .GetBlobClient(part.BlobName).UploadAsync(BinaryData.FromBytes(Body));
    }

    private async Task FillUnclaimed()
    {
        await The<ScanBlobs>().Blob(Stray).UploadAsync(BinaryData.FromBytes(Body));
        await The<ScanRecorder>().Record(The<ScanBlobs>().Blob(Stray), Today, None);
    }

    private async Task FillReminders()
    {
        var stalled = The<StalledOrders>();
        await stalled.Postpone(await stalled.All(None).FirstAsync(), Today, None);
        var shared = await The<ScanFiles>().All(None).FirstAsync();
        await The<ScanFiles>().Told(new(shared.File.Scan, shared.File.Order), Today, None);
        var terms = The<KnownTerms>();
        await terms.Note(Today, None);
        await world.Storage.Table(KnownTerms.TableName).UpsertEntityAsync(
            new TableEntity("rules", RetentionSchedule.Order.Name) { [nameof(KnownTerm.Term)] = "\"P7Y\"" }, TableUpdateMode.Replace);
        await terms.Note(Today, None);
    }

    private async Task FillOpenRuns()
    {
        var named = Enumerable.Range(0, 1000).Select(_ => $"{new Item(Kinds.Message, NewId())}");
        await The<OpenRuns>().Add(The<LongWork>().New(RunKind.Erasure, "officer", [The<SubjectKeys>().OfEmail(Email)], [.. named]), None);
    }

    private async Task FillExports()
    {
        var (keys, writer) = (The<SubjectKeys>(), The<PackageWriter>());
        IReadOnlyList<string> subjects = [keys.OfEmail(Email)];
        var id = NewId();
        var package = new ExportPackage(
            id, subjects, await writer.Contents(subjects, None), The<ExportLinks>().Hash(id), Right: PackageRight.Portability,
            Recipient: new("Wilhelmina’s printer", "printer@markering.example", Email, "nl"));
        Assert.True(await The<ExportPackages>().Make(package, (stream, token) => writer.Write(package, stream, token), None));
    }

    private async Task<ContactMessage> AddMessage()
    {
        var message = NewMessage();
        Assert.True(await The<ContactMessages>().Add(message, None));
        return message;
    }

    private ContactMessage NewMessage() => ContactMessage.From(
        new ContactForm { Name = "Wilhelmina", Email = Email, Phone = Phone, Message = "Vertrouwelijk: mag het?" }, NewId(), world.Now);

    private Scan NewScan(params string[] disks)
    {
        var id = NewId();
        return new()
        {
            Id = id,
            FileName = FileName,
            BlobName = $"{id}.stl",
            ScannedOn = Today,
            Bytes = Body.Length,
            Copies = [.. disks.Select(disk => Make.Copy(world.Now, disk).Of(FileName, Today))],
        };
    }

    /// <summary>An order; with a scan, its file is read by the app before anything else happens.</summary>
    private async Task<Order> NewOrder(Scan? scan = null, Func<Order, Order>? then = null, byte[]? file = null)
    {
        var orders = The<OrderStore>();
        var order = await world.Given.Opened(Client);
        if (scan is null)
            return order;
        await orders.Change(order.Id, found => found with { Scans = [scan] }, None);
        var blob = The<ScanBlobs>().Of(order.Id, scan);
        await blob.UploadAsync(BinaryData.FromBytes(file ?? Body), new BlobUploadOptions { Metadata = ScanOrigin.Here() });
        await The<ScanRecorder>().Record(blob, Today, None);
        return (await orders.Change(order.Id, found => then is null ? found : then(found), None))!;
    }

    private Correction Corrected(string field) => Correction.Of(field, Today.AddDays(-1), Make.Act(world.Now, "Wilhelmina belde"));

    private Id NewId() => world.NewId();

    private T The<T>() where T : notnull => world.Get<T>();
}
