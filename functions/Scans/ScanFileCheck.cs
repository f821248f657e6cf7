using System.Collections.Concurrent;
using Azure.Storage.Blobs.Models;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Uploads;

namespace WelWee3D.Scans;

/// <summary>
/// Walks the files of scans. One that was never read, or that no order knows, is dealt with as if it came in now; a scan
/// without its file can only be told.
/// </summary>
internal sealed class ScanFileCheck(
    ScanBlobs blobs, ScanRecorder recorder, OrderStore orders, UploadStore uploads, Ledger ledger, RunTally tally)
{
    // Longer than any file takes to come.
    private static readonly TimeSpan StaysEmpty = TimeSpan.FromDays(1);

    /// <summary>The scans of all orders, by the name of their file.</summary>
    private readonly ConcurrentDictionary<string, (Id Order, Scan Scan)> known = new();

    public async Task Walk(CancellationToken cancellation)
    {
        await Workers.Each(orders.All(cancellation), order => $"{order.Due.Item}", tally, order =>
        {
            foreach (var scan in order.Scans)
                known[$"{order.Id}/{scan.BlobName}"] = (order.Id, scan);
            return Task.CompletedTask;
        }, cancellation);
        await Workers.Each(
            blobs.All(cancellation).Where(blob => blob.Properties.ContentLength > 0 || blob.Properties.CreatedOn < tally.StartedAt - StaysEmpty), NameOf, tally,
            blob => Check(blob, cancellation), cancellation);

        // Those whose file was found are not among them any more.
        await Workers.Each(
            known, each => $"{Scan.Kind}|{each.Value.Scan.Id}", tally,
            each => Check(each.Key, each.Value.Order, each.Value.Scan, cancellation), cancellation);
    }

    private async Task Check(BlobItem blob, CancellationToken cancellation)
    {
        // Of a scan that is known, its file is still awaited.
        if (blob.Properties.ContentLength == 0 && known.ContainsKey(blob.Name))
            return;
        if (known.TryRemove(blob.Name, out var found)
            && (found.Scan.Destroying || found.Scan.Facts?.Bytes == blob.Properties.ContentLength || tally.IsNew(found.Scan.Id)))
            return;
        if (found.Scan is null && await ComesHome(blob, cancellation))
            return;
        if (await recorder.Record(blobs.Blob(blob.Name), ArrivedOn(blob), cancellation, evenEmpty: true))
            tally.CountRepaired(Repairs.Blob);
    }

    /// <summary>Whether it was recovered to be brought back: under its former name it goes again by itself.</summary>
    private async Task<bool> ComesHome(BlobItem blob, CancellationToken cancellation) =>
        blob.Name.Split('/', 2) is [_, var name] && Id.TryParse(Path.GetFileNameWithoutExtension(name), out var scan)
        && await ledger.Find(Homecoming.LineOf(scan), cancellation) is { } undo && (undo.Certificate is null || tally.IsNew(undo.Line.DecidedAt));

    private async Task Check(string name, Id order, Scan scan, CancellationToken cancellation)
    {
        if (scan.Destroying || tally.IsNew(scan.Id)
            || await uploads.Find(scan.Id, cancellation) is { IsComplete: false }
            || (await orders.Find(order, cancellation))?.Scan(scan.Id) is null
            || await blobs.Blob(name).ExistsAsync(cancellation))
            return;
        tally.Leave($"{Scan.Kind}|{scan.Id}", Repairs.FileIsMissing);
    }

    private DateOnly ArrivedOn(BlobItem blob)
    {
        var created = Amsterdam.DateOf(blob.Properties.CreatedOn ?? tally.StartedAt);
        return created < tally.Today ? created : tally.Today;
    }

    // The name of a file that no order knows may be anything, a person's name included.
    private static string NameOf(BlobItem blob) => $"{UnclaimedBlobs.Kind} of {blob.Properties.ContentLength} bytes";
}
