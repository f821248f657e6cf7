using System.Collections.Concurrent;
using Azure.Storage.Blobs.Models;
using WelWee3D.Orders;
using WelWee3D.Scans;
using WelWee3D.Storage;
using WelWee3D.Uploads;

namespace WelWee3D.Retention.Reconciling;

/// <summary>
/// Walks the files of scans. One that was never read, or that no order knows, is dealt with as if it came in now; a scan
/// without its file can only be told.
/// </summary>
internal sealed class BlobCheck(
    ScanBlobs blobs, ScanRecorder recorder, OrderStore orders, UploadStore uploads,
    ConcurrentDictionary<string, KnownScan> known, SweepTally tally, DateTimeOffset now)
{
    private static readonly TimeSpan New = TimeSpan.FromDays(1);

    public async Task Walk(CancellationToken cancellation)
    {
        await Workers.Each(
            blobs.All(cancellation).Where(blob => blob.Properties.ContentLength > 0), NameOf, tally,
            blob => Check(blob, cancellation), cancellation);

        // Those whose file was found are not among them any more.
        await Workers.Each(
            known, each => $"{Kinds.Scan}|{each.Value.Scan}", tally, each => Check(each.Key, each.Value, cancellation), cancellation);
    }

    private async Task Check(BlobItem blob, CancellationToken cancellation)
    {
        if (known.TryRemove(blob.Name, out var scan)
            && (scan.Destroying || scan.RecordedBytes == blob.Properties.ContentLength || IsNew(scan.Scan)))
            return;
        if (await recorder.Record(blobs.Blob(blob.Name), ArrivedOn(blob), cancellation))
            tally.CountRepaired(Repairs.Blob);
    }

    private async Task Check(string name, KnownScan scan, CancellationToken cancellation)
    {
        if (scan.Destroying || IsNew(scan.Scan)
            || await uploads.Find(scan.Scan, cancellation) is { IsComplete: false }
            || (await orders.Find(scan.Order, cancellation))?.Scan(scan.Scan) is null
            || await blobs.Blob(name).ExistsAsync(cancellation))
            return;
        tally.Leave($"{Kinds.Scan}|{scan.Scan}", Repairs.FileIsMissing);
    }

    private DateOnly ArrivedOn(BlobItem blob)
    {
        var (created, today) = (Amsterdam.DateOf(blob.Properties.CreatedOn ?? now), Amsterdam.DateOf(now));
        return created < today ? created : today;
    }

    // The name of a file that no order knows may be anything, a person's name included.
    private static string NameOf(BlobItem blob) => $"{Kinds.Blob} of {blob.Properties.ContentLength} bytes";

    // Its trigger may be at work.
    private bool IsNew(Id scan) => scan.MadeAt > now - New;
}
