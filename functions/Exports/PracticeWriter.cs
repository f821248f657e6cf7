using System.IO.Compression;
using WelWee3D.Audit;
using WelWee3D.Disks;
using WelWee3D.Mail;
using WelWee3D.Recipients;
using WelWee3D.Retention;
using WelWee3D.Visits;

namespace WelWee3D.Exports;

/// <summary>
/// Writes all that the practice has, as one package: what a person's package has of her, of everybody; and what is nobody's. It
/// goes straight to whoever asked, and lies nowhere.
/// </summary>
public sealed class PracticeWriter(
    RecordKinds kinds, Certificates certificates, DestructionTasks tasks, MailboxTasks mailboxes, AuditEvents events, VisitCounts visits, DiskRegister disks,
    RecipientRegister recipients, IOptions<MailOptions> mail, TimeProvider clock)
{
    /// <summary>So many records are told in memory before they are written.</summary>
    public const int RecordsAtOnce = 1000;

    private static readonly PackageTable CertificateTable = new("certificates", typeof(SealedCertificate), new("Vernietigingsverklaringen", "Certificates of destruction"));
    private static readonly PackageTable AuditTable = new("audit", typeof(AuditEvent), new("Wie wat zag of veranderde", "Who saw or changed what"));
    private static readonly PackageTable VisitTable = new("visits", typeof(ShownMonth), new("Bezoeken per maand", "Visits by month"));
    private static readonly PackageTable DiskTable = new("disks", typeof(Disk), new("Harde schijven van de praktijk", "Hard disks of the practice"));
    private static readonly PackageTable RecipientTable = new("recipients", typeof(Recipient), new("Ontvangers", "Recipients"));

    /// <summary>What is in it besides the tables of the kinds.</summary>
    public static IReadOnlyList<PackageTable> Tables { get; } =
        [PackageWriter.CopiesToDestroy, PackageWriter.MailToDestroy, CertificateTable, AuditTable, VisitTable, DiskTable, RecipientTable];

    /// <param name="handingOut">Told of each scan before it is written.</param>
    public async Task Write(Stream stream, string by, Func<Item, Task> handingOut, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        var now = clock.GetUtcNow();
        var package = new Package(zip, records: null, PackageRight.Access, now) { HandingOut = handingOut };
        var told = new Told(package);
        var tally = new RunTally(RunKind.Export, by, clock);
        foreach (var kind in kinds.InOrder.Where(kind => kind.Tables.Count > 0))
            await foreach (var record in kind.All(cancellation).Telling(tally))
            {
                await kind.Export(record, package, cancellation);
                await told.One(cancellation);
            }
        await told.Each(PackageWriter.CopiesToDestroy, tasks.Each(cancellation).Telling(tally).Select(PackageWriter.Told), cancellation);
        await told.Each(PackageWriter.MailToDestroy, mailboxes.All(cancellation).Telling(tally).Select(ToldMailCopy.Of), cancellation);
        var today = Amsterdam.DateOf(now);
        await told.Each(CertificateTable, certificates.All(cancellation), cancellation);
        await told.Each(AuditTable, events.From(first: null, AuditEvents.FirstDay(today), today, RecordsAtOnce, cancellation), cancellation);
        await told.Each(DiskTable, disks.From(from: null, RecordsAtOnce, cancellation), cancellation);
        await told.Each(RecipientTable, recipients.From(from: null, RecordsAtOnce, cancellation), cancellation);
        // A count that may be of one person is told with its month only, here too.
        var counted = await visits.OfMonths(AuditEvents.FirstDay(today), today, cancellation).ToListAsync(cancellation);
        foreach (var month in ShownVisits.Months(counted, today))
            package.Tell(VisitTable, month);
        await told.Rest(cancellation);
        await Certify(package, by, tally.ToRun().Unfinished, cancellation);
        // The last file, for it tells the size and hash of every other.
        await package.Describe("datapackage", DataPackage.OfAll(Id.New(now), package, mail.Value.Practice), cancellation);
    }

    /// <summary>Says what the whole comes to, over the hash of each file in it.</summary>
    private async Task Certify(Package package, string by, IReadOnlyList<Unfinished> left, CancellationToken cancellation)
    {
        IReadOnlyList<PackageFile> files = [.. package.Files];
        var newest = await certificates.NewestFirst(from: null, perPage: 1, cancellation).FirstOrDefaultAsync(cancellation);
        var sums = Encoding.UTF8.GetBytes(string.Concat(files.Select(file => $"{file.Sha256}  {file.Path}\n")));
        await package.Write("sums", "SHA256SUMS", "text/plain", async (stream, token) => await stream.WriteAsync(sums, token), cancellation);
        await package.Describe("certificate", new TakenOut(
            package.At, by, files.Count, files.Sum(file => file.Bytes),
            files.Where(file => file.Table is not null).GroupBy(file => file.Table!.Name).ToDictionary(table => table.Key, table => table.Sum(file => file.Rows!.Value)),
            left, newest?.Number, newest?.Hash, Convert.ToHexStringLower(SHA256.HashData(sums))), cancellation);
    }

    /// <param name="TakenBy">The object id of the account.</param>
    /// <param name="Rows">How many of each table.</param>
    /// <param name="Left">What this version could not read, and is not in it.</param>
    /// <param name="Certificate">The number of the newest certificate of destruction, and its hash: what had gone by then.</param>
    /// <param name="Sums">The SHA-256 of the file with the hash of every other.</param>
    private sealed record TakenOut(
        DateTimeOffset TakenAt, string TakenBy, int Files, long Bytes, IReadOnlyDictionary<string, int> Rows, IReadOnlyList<Unfinished> Left,
        int? Certificate, string? CertificateHash, string Sums);

    /// <summary>What was told and is not written yet.</summary>
    private sealed class Told(Package package)
    {
        private int waiting, part;

        public async Task Each<T>(PackageTable table, IAsyncEnumerable<T> rows, CancellationToken cancellation)
            where T : notnull
        {
            await foreach (var row in rows)
            {
                package.Tell(table, row);
                await One(cancellation);
            }
        }

        public Task One(CancellationToken cancellation) => ++waiting < RecordsAtOnce ? Task.CompletedTask : Rest(cancellation);

        public Task Rest(CancellationToken cancellation)
        {
            waiting = 0;
            return package.WriteParts(++part, cancellation);
        }
    }
}
