using System.IO.Compression;
using WelWee3D.Audit;
using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Exports;

/// <summary>Writes a package: the files as they are, and everything else as tables, with a description of them all.</summary>
public sealed class PackageWriter(
    SubjectRecords records, RecordKinds kinds, OrderStore orders, DestructionTasks tasks, MailboxTasks mailboxes, ScanLooks looks, IOptions<MailOptions> mail,
    NamedRecipients recipients, Controller controller, TimeProvider clock)
{
    internal static readonly PackageTable CopiesToDestroy = new(
        "copies-to-destroy", typeof(DestructionTask), new("Kopieën van je scans die nog worden vernietigd", "Copies of your scans that are still to be destroyed"));

    internal static readonly PackageTable MailToDestroy = new(
        "mail-to-destroy", typeof(ToldMailCopy), new("Kopieën van je berichten in postvakken van de praktijk", "Copies of your messages in mailboxes of the practice"));

    private static readonly PackageTable Looks = new("looks", typeof(ScanLook), new("Wie je scans heeft bekeken, en waarom", "Who looked at your scans, and why"));

    /// <summary>Every table that a package can have.</summary>
    public IReadOnlyList<PackageTable> Tables =>
        [.. kinds.InOrder.SelectMany(kind => kind.Tables).Where(table => !table.IsNobodys), CopiesToDestroy, MailToDestroy, Looks];

    /// <summary>The records that a package for these people will hold.</summary>
    public async Task<IReadOnlySet<Id>> Contents(IReadOnlyList<string> subjects, CancellationToken cancellation) =>
        Contents(
            (await records.Find(subjects, cancellation)).Records, await tasks.About(subjects, cancellation),
            (await mailboxes.About([subjects], cancellation)).Select(each => each.Task));

    /// <summary>What of these records a package will hold, and which scans and messages it tells of that went and have a copy left.</summary>
    public IReadOnlySet<Id> Contents(
        IEnumerable<KeptRecord> records, IEnumerable<DestructionTask> copiesToDestroy, IEnumerable<MailboxTask> mailToDestroy, PackageRight right = PackageRight.Access) =>
        records.Where(record => kinds.Of(record).Tables.Any(table => table.IsFor(right)))
            .SelectMany(record => record.WithParts).Where(record => !record.IsBegun).Select(record => record.Item.Id)
            .Concat(copiesToDestroy.Where(_ => CopiesToDestroy.IsFor(right)).Select(task => task.Scan))
            .Concat(mailToDestroy.Where(_ => MailToDestroy.IsFor(right)).Select(task => task.Id)).ToHashSet();

    /// <summary>Writes what the package says that it holds, as far as that is still there.</summary>
    public async Task Write(ExportPackage export, Stream stream, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(
            stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        var package = new Package(zip, export.Records, export.Right, clock.GetUtcNow());
        var hers = await records.Find(export.Subjects, cancellation);
        IReadOnlyList<KeptRecord> found =
        [
            .. hers.Records.Where(record => package.MayHold(record.Item.Id)).OrderBy(record => record.Item.Id),
        ];
        foreach (var record in found)
            await kinds.Of(record).Export(record, package, cancellation);
        foreach (var task in (await tasks.About(export.Subjects, cancellation)).Where(task => package.MayHold(task.Scan)))
            package.Tell(CopiesToDestroy, Told(task));
        foreach (var (task, _) in (await mailboxes.About([export.Subjects], cancellation)).Where(each => package.MayHold(each.Task.Id)))
            package.Tell(MailToDestroy, ToldMailCopy.Of(task));
        // What is left of a scan that was filed here by mistake is about somebody else.
        IReadOnlyList<KeptRecord> all =
        [
            .. found.SelectMany(record => record.WithParts)
                .Where(record => package.MayHold(record.Item.Id) && record.Retention.Rule != RetentionSchedule.ScanMoved.Name),
        ];
        var looked = await Looked([.. all.Where(record => record.Item.Kind == Scan.Kind).Select(record => record.PartOf!.Value.Id).Distinct()], package, cancellation);
        foreach (var look in looked)
            package.Tell(Looks, look);
        await package.WriteTables(cancellation);
        if (export.Right == PackageRight.Access)
            await WritePage(package, all, looked, hers.NotUnderstood.Count, cancellation);
        // The last file, for it tells the size and hash of every other.
        await package.Describe("datapackage", DataPackage.Of(export.Id, package, mail.Value.Practice), cancellation);
    }

    private async Task<IReadOnlyList<ScanLook>> Looked(IReadOnlyList<Id> ofOrders, Package package, CancellationToken cancellation)
    {
        var theirs = new List<Scan>();
        foreach (var id in ofOrders)
            theirs.AddRange((await orders.Find(id, cancellation))?.Scans.Where(scan => scan.MovedTo is null && package.MayHold(scan.Id)) ?? []);
        return await looks.Of(theirs.Select(scan => (scan.Id, scan.FormerIds)), cancellation);
    }

    internal static DestructionTask Told(DestructionTask task) => task with { Copies = ExportedOrder.Of(task.Copies) };

    private Task WritePage(Package package, IReadOnlyList<KeptRecord> all, IReadOnlyList<ScanLook> looked, int unread, CancellationToken cancellation)
    {
        var form = mail.Value.Link(ApiPaths.Of("privacy-requests/form"));
        var page = new PackagePage(package, recipients, controller, form)
            .Of([.. all.Select(record => new ToldRecord(kinds.Of(record).Words.One, record))], looked, unread);
        return package.Write(
            "page", PackagePage.File, "text/html", async (stream, token) => await stream.WriteAsync(Encoding.UTF8.GetBytes(page), token), cancellation);
    }
}

/// <summary>The copy in a mailbox of a message that is gone.</summary>
/// <param name="Id">That of the message.</param>
internal sealed record ToldMailCopy(Id Id, Reference Reference, string Mailbox, DateOnly Day, DateOnly Deadline, DateOnly? MailDestroyedOn)
{
    public static ToldMailCopy Of(MailboxTask task) =>
        new(task.Id, Reference.Of(task.Id), task.Copy.Mailbox, task.Copy.Day, task.Deadline, task.Copy.DestroyedOn);
}
