using System.IO.Compression;
using WelWee3D.Audit;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Exports;

/// <summary>Writes a package: the files as they are, and everything else as JSON, a section for each kind of record.</summary>
public sealed class PackageWriter(
    SubjectRecords records, RecordKinds kinds, DestructionTasks tasks, ScanLooks looks, TimeProvider clock)
{
    /// <summary>The records that a package for these people will hold.</summary>
    public async Task<IReadOnlySet<Id>> Contents(IReadOnlyList<string> subjects, CancellationToken cancellation) =>
        Contents((await records.Find(subjects, cancellation)).Records, await tasks.About(subjects, cancellation));

    /// <summary>What of these records a package will hold, and which scans it tells of that went and have a copy left.</summary>
    public IReadOnlySet<Id> Contents(IEnumerable<KeptRecord> records, IEnumerable<DestructionTask> copiesToDestroy) => records.Where(IsTold)
        .SelectMany(record => record.WithParts).Where(record => !record.IsBegun).Select(record => record.Item.Id)
        .Concat(copiesToDestroy.Select(task => task.Scan)).ToHashSet();

    /// <summary>Writes what the package says that it holds, as far as that is still there.</summary>
    public async Task Write(ExportPackage export, Stream stream, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(
            stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        var package = new Package(zip, export.Records);
        package.Tell("madeAt", clock.GetUtcNow());
        var found = (await records.Find(export.Subjects, cancellation)).Records.Where(record => package.MayHold(record.Item.Id))
            .OrderBy(record => record.Item.Id).ToLookup(record => record.Item.Kind);
        foreach (var kind in kinds.InOrder)
            if (kind.Section is { } section)
                package.Tell(section, await Told(kind, found[kind.Name], package, cancellation));
        package.Tell("copiesToDestroy", (await tasks.About(export.Subjects, cancellation)).Where(task => package.MayHold(task.Scan)));
        var scans = found.SelectMany(records => records).SelectMany(record => record.WithParts)
            .Select(record => record.Item).Where(item => item.Kind == Scan.Kind && package.MayHold(item.Id)).Select(item => item.Id).Distinct();
        package.Tell("looks", await looks.Of(scans, cancellation));
        await package.Finish(cancellation);
    }

    private static async Task<IReadOnlyList<object>> Told(
        IRecordKind kind, IEnumerable<KeptRecord> records, Package package, CancellationToken cancellation)
    {
        var told = new List<object>();
        foreach (var record in records)
            if (await kind.Export(record, package, cancellation) is { } content)
                told.Add(content);
        return told;
    }

    private bool IsTold(KeptRecord record) => kinds.Of(record).Section is not null;
}
