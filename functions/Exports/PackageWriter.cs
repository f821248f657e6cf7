using System.IO.Compression;
using System.Text.Json;
using Azure;
using WelWee3D.Contact;
using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.PrivacyRequests;
using WelWee3D.Retention;
using WelWee3D.Scans;
using WelWee3D.Storage;
using WelWee3D.Uploads;

namespace WelWee3D.Exports;

/// <summary>Writes a package: the scans as they are, and everything else as JSON.</summary>
public sealed class PackageWriter(
    SubjectRecords records, ContactMessages messages, OrderStore orders, UploadStore uploads, ScanBlobs blobs,
    DestructionTasks tasks, Ledger ledger, RetentionRules rules, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new(Json.Options) { WriteIndented = true };

    /// <summary>The records that a package for these people will hold.</summary>
    public async Task<IReadOnlySet<Id>> Contents(IReadOnlyList<string> subjects, CancellationToken cancellation)
    {
        var items = await records.Find(subjects, cancellation);
        var ids = items.Select(item => item.Id).ToHashSet();
        foreach (var item in items.Where(item => item.Kind == Kinds.Order))
            if (await orders.Find(item.Id, cancellation) is { } order)
                ids.UnionWith(order.Scans.Where(scan => !scan.Destroying).Select(scan => scan.Id));
        return ids;
    }

    /// <summary>Writes what the package says that it holds, as far as that is still there.</summary>
    public async Task Write(ExportPackage package, Stream stream, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(
            stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        var items = (await records.Find(package.Subjects, cancellation)).Where(item => package.Records.Contains(item.Id))
            .OrderBy(item => item.Id).ToLookup(item => item.Kind, item => item.Id);
        var content = new PackageContent(
            clock.GetUtcNow(),
            await Messages(items[Kinds.Message], cancellation),
            await Orders(items[Kinds.Order], package, zip, cancellation),
            await Uploads(items[Kinds.Upload], cancellation),
            await CopiesToDestroy(package.Subjects, cancellation));
        await using var data = await zip.CreateEntry("data.json").OpenAsync(cancellation);
        await JsonSerializer.SerializeAsync(data, content, Readable, cancellation);
    }

    private async Task<IReadOnlyList<ExportedMessage>> Messages(IEnumerable<Id> ids, CancellationToken cancellation)
    {
        var today = clock.Today();
        var found = await messages.FindAll(ids, cancellation);
        return
        [
            .. found.Values.Select(stored => stored.Message).OrderBy(message => message.Id)
                .Select(message => ExportedMessage.Of(message, message.Retention(rules, today))),
        ];
    }

    private async Task<IReadOnlyList<ExportedOrder>> Orders(
        IEnumerable<Id> ids, ExportPackage package, ZipArchive zip, CancellationToken cancellation)
    {
        var today = clock.Today();
        var exported = new List<ExportedOrder>();
        foreach (var id in ids)
        {
            if (await orders.Find(id, cancellation) is not { } order)
                continue;
            var scans = new List<ExportedScan>();
            foreach (var scan in order.Scans.Where(scan => !scan.Destroying && package.Records.Contains(scan.Id)))
                scans.Add(new(
                    ScanView.Of(order, scan, order.Retention(scan, rules, today)), await Copy(order, scan, zip, cancellation)));
            exported.Add(new(
                OrderView.Of(order, order.Retention(rules, today)), [.. order.Consents.Select(ConsentView.Of)], scans));
        }
        return exported;
    }

    /// <returns>The name in the package; null when there is no file.</returns>
    private async Task<string?> Copy(Order order, Scan scan, ZipArchive zip, CancellationToken cancellation)
    {
        try
        {
            await using var file = await blobs.Of(order.Id, scan).OpenReadAsync(cancellationToken: cancellation);
            var name = $"scans/{scan.Id}/{DownloadScan.SafeName(scan)}";
            await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);
            await file.CopyToAsync(entry, cancellation);
            return name;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<ExportedUpload>> Uploads(IEnumerable<Id> ids, CancellationToken cancellation)
    {
        var exported = new List<ExportedUpload>();
        foreach (var id in ids)
            if (await uploads.Find(id, cancellation) is { IsComplete: false } upload)
                exported.Add(ExportedUpload.Of(upload));
        return exported;
    }

    // Their orders may be gone; whom they were about, the ledger still tells.
    private async Task<IReadOnlyList<DestructionTask>> CopiesToDestroy(IReadOnlyList<string> subjects, CancellationToken cancellation)
    {
        var theirs = new List<DestructionTask>();
        foreach (var task in await tasks.All(cancellation))
            if (await ledger.Find(task.Line, cancellation) is { } stored
                && stored.Line.Items.SelectMany(item => item.Subjects).Intersect(subjects).Any())
                theirs.Add(task);
        return theirs;
    }
}
