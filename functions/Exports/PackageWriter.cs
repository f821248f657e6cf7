using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Options;
using WelWee3D.Audit;
using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Exports;

/// <summary>Writes a package: the files as they are, and everything else as tables, with a description of them all.</summary>
public sealed class PackageWriter(
    SubjectRecords records, RecordKinds kinds, DestructionTasks tasks, ScanLooks looks, IOptions<MailOptions> mail,
    IOptions<RecipientOptions> recipients, TimeProvider clock)
{
    private static readonly PackageTable CopiesToDestroy = new(
        "copies-to-destroy", typeof(DestructionTask), new("Kopieën van je scans die nog worden vernietigd", "Copies of your scans that are still to be destroyed"));

    private static readonly PackageTable Looks = new("looks", typeof(ScanLook), new("Wie je scans heeft bekeken, en waarom", "Who looked at your scans, and why"));

    /// <summary>Every table that a package can have.</summary>
    public IReadOnlyList<PackageTable> Tables => [.. kinds.InOrder.SelectMany(kind => kind.Tables), CopiesToDestroy, Looks];

    /// <summary>The records that a package for these people will hold.</summary>
    public async Task<IReadOnlySet<Id>> Contents(IReadOnlyList<string> subjects, CancellationToken cancellation) =>
        Contents((await records.Find(subjects, cancellation)).Records, await tasks.About(subjects, cancellation));

    /// <summary>What of these records a package will hold, and which scans it tells of that went and have a copy left.</summary>
    public IReadOnlySet<Id> Contents(
        IEnumerable<KeptRecord> records, IEnumerable<DestructionTask> copiesToDestroy, PackageRight right = PackageRight.Access) =>
        records.Where(record => kinds.Of(record).Tables.Any(table => table.IsFor(right)))
            .SelectMany(record => record.WithParts).Where(record => !record.IsBegun).Select(record => record.Item.Id)
            .Concat(copiesToDestroy.Where(_ => CopiesToDestroy.IsFor(right)).Select(task => task.Scan)).ToHashSet();

    /// <summary>Writes what the package says that it holds, as far as that is still there.</summary>
    public async Task Write(ExportPackage export, Stream stream, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(
            stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        var package = new Package(zip, export.Records, export.Right, clock.GetUtcNow());
        IReadOnlyList<KeptRecord> found =
        [
            .. (await records.Find(export.Subjects, cancellation)).Records.Where(record => package.MayHold(record.Item.Id)).OrderBy(record => record.Item.Id),
        ];
        foreach (var record in found)
            await kinds.Of(record).Export(record, package, cancellation);
        foreach (var task in (await tasks.About(export.Subjects, cancellation)).Where(task => package.MayHold(task.Scan)))
            package.Tell(CopiesToDestroy, task with { Copies = ExportedOrder.Of(task.Copies) });
        // What is left of a scan that was filed here by mistake is about somebody else.
        IReadOnlyList<KeptRecord> all =
        [
            .. found.SelectMany(record => record.WithParts)
                .Where(record => package.MayHold(record.Item.Id) && record.Retention.Rule != RetentionSchedule.ScanMoved.Name),
        ];
        var looked = await looks.Of(all.Where(record => record.Item.Kind == Scan.Kind).Select(record => record.Item.Id).Distinct(), cancellation);
        foreach (var look in looked)
            package.Tell(Looks, look);
        await package.WriteTables(cancellation);
        if (export.Right == PackageRight.Access)
            await WritePage(package, all, looked, cancellation);
        // The last file, for it tells the size and hash of every other.
        await package.Describe("datapackage", DataPackage.Of(export.Id, package, mail.Value.Practice), cancellation);
    }

    private Task WritePage(Package package, IReadOnlyList<KeptRecord> all, IReadOnlyList<ScanLook> looked, CancellationToken cancellation)
    {
        var form = mail.Value.Link(ApiPaths.Of("privacy-requests/form"));
        var page = new PackagePage(package, recipients.Value, form, mail.Value.Practice)
            .Of([.. all.Select(record => new ToldRecord(kinds.Of(record).Words.One, record))], looked);
        return package.Write(
            "page", PackagePage.File, "text/html", async (stream, token) => await stream.WriteAsync(Encoding.UTF8.GetBytes(page), token), cancellation);
    }
}
