using System.IO.Compression;
using System.Text.Json;
using Azure;
using WelWee3D.Contact;
using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Scans;
using WelWee3D.Storage;

namespace WelWee3D.PrivacyRequests.Exports;

/// <summary>Writes a package: the scans as they are, and everything else as JSON.</summary>
public sealed class PackageWriter(
    ContactMessages messages, OrderStore orders, ScanBlobs blobs, RetentionRules rules, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new(Json.Options) { WriteIndented = true };

    /// <param name="items">Which records; those that are gone by now are left out.</param>
    public async Task Write(IReadOnlyList<Item> items, Stream stream, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(
            stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        var content = new PackageContent(
            clock.GetUtcNow(), await Messages(items, cancellation), await Orders(items, zip, cancellation));
        await using var data = await zip.CreateEntry("data.json").OpenAsync(cancellation);
        await JsonSerializer.SerializeAsync(data, content, Readable, cancellation);
    }

    private async Task<IReadOnlyList<ExportedMessage>> Messages(IReadOnlyList<Item> items, CancellationToken cancellation)
    {
        var today = clock.Today();
        var found = await messages.FindAll(
            items.Where(item => item.Kind == Kinds.Message).Select(item => item.Id), cancellation);
        return
        [
            .. found.Values.Select(stored => stored.Message).OrderBy(message => message.Id)
                .Select(message => ExportedMessage.Of(message, message.Retention(rules, today))),
        ];
    }

    private async Task<IReadOnlyList<ExportedOrder>> Orders(
        IReadOnlyList<Item> items, ZipArchive zip, CancellationToken cancellation)
    {
        var today = clock.Today();
        var exported = new List<ExportedOrder>();
        foreach (var item in items.Where(item => item.Kind == Kinds.Order).OrderBy(item => item.Id))
        {
            if (await orders.Find(item.Id, cancellation) is not { } order)
                continue;
            var scans = new List<ExportedScan>();
            foreach (var scan in order.Scans.Where(scan => !scan.Destroying))
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
}
