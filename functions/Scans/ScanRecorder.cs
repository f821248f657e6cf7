using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using WelWee3D.Formats;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Telemetry;

namespace WelWee3D.Scans;

/// <summary>Reads a file and writes down what it holds: all of it can happen twice, and end anywhere.</summary>
public sealed class ScanRecorder(OrderStore orders, ScanFiles files, UnclaimedBlobs unclaimed, Letters letters, Measures measures)
{
    public const string SameFileElsewhere = "The very same file is a scan of another order too: one of them may be the wrong client's.";

    /// <param name="arrivedOn">The day from which it counts as here, when no order knows it.</param>
    /// <param name="evenEmpty">Whether one without a byte counts too: while it is new, its bytes may be on their way.</param>
    /// <returns>Whether there was anything to write down.</returns>
    public async Task<bool> Record(BlobClient blob, DateOnly arrivedOn, CancellationToken cancellation, bool evenEmpty = false)
    {
        try
        {
            BlobProperties stored = await blob.GetPropertiesAsync(cancellationToken: cancellation);
            using var goingOn = Traces.GoOn("record scan", ScanOrigin.Of(stored).Trace);
            if (await ScanIn(blob.Name, cancellation) is var (order, scan))
                return await Record(blob, stored, order, scan, cancellation);
            return (stored.ContentLength > 0 || evenEmpty)
                && await unclaimed.Add(blob.Name, stored.CreatedOn, arrivedOn, cancellation);
        }
        catch (RequestFailedException gone) when (gone.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            // It was deleted meanwhile, and took with it what there was to record.
            return false;
        }
    }

    private async Task<(Id Order, Scan Scan)?> ScanIn(string blobName, CancellationToken cancellation)
    {
        if (blobName.Split('/', 2) is not [var folder, var name]
            || !Id.TryParse(folder, out var id)
            || await orders.Find(id, cancellation) is not { } order
            || order.Scans.FirstOrDefault(scan => scan.BlobName == name) is not { } scan)
            return null;

        return (id, scan);
    }

    private async Task<bool> Record(BlobClient blob, BlobProperties stored, Id order, Scan scan, CancellationToken cancellation)
    {
        await unclaimed.Claim(blob.Name, stored.CreatedOn, cancellation);
        if (scan.Facts?.Bytes == stored.ContentLength)
            return false;

        var facts = await ToldApart(await Read(blob, stored, cancellation), order, scan.Id, cancellation);
        if (facts.Rejected is not null)
            await letters.Add(new(ScanRejectedLetter.Name, $"{order}|{scan.Id}"), cancellation);
        await Write(order, scan.Id, facts, cancellation);
        return true;
    }

    /// <summary>Of two that read the same file, the first writes down what it holds, and counts it.</summary>
    private async Task Write(Id order, Id scan, ScanFacts facts, CancellationToken cancellation)
    {
        var isFirst = false;
        var recorded = await orders.Change(order, found =>
        {
            var changed = ScanRules.Record(found, scan, facts);
            isFirst = !ReferenceEquals(changed, found);
            return changed;
        }, cancellation);
        // It went while its file was read: then nobody else takes these rows away.
        if (recorded?.Part(scan) is null)
        {
            await files.Remove(facts.Sha256, scan, cancellation);
            await files.RemoveShared(scan, cancellation);
            return;
        }
        if (!isFirst)
            return;
        if (facts.Rejected is null)
            measures.ScanRecorded();
        else
            measures.ScanRejected();
    }

    /// <summary>With a warning where another order has the very same file. Its row comes first: of two at once one sees the other.</summary>
    private async Task<ScanFacts> ToldApart(ScanFacts facts, Id order, Id scan, CancellationToken cancellation)
    {
        await files.Add(facts.Sha256, scan, order, cancellation);
        if (!await files.Find(facts.Sha256, cancellation).AnyAsync(file => file.Order != order, cancellation))
            return facts;
        await files.AddShared(scan, order, cancellation);
        return facts with { Warnings = [.. facts.Warnings, SameFileElsewhere] };
    }

    private static Task<ScanFacts> Read(BlobClient blob, BlobProperties stored, CancellationToken cancellation) =>
        ScanReading.Read(() => new BlobStream(blob, stored.ETag, stored.ContentLength), stored.ContentLength, cancellation);
}
