using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Uploads;

namespace WelWee3D.Scans;

/// <summary>Holds the index of scans against the orders that have them. It is read first, as <see cref="Keys{T}"/> tells.</summary>
internal sealed class ScanIndexCheck(OrderStore orders, ScanIndex scans, ScanFiles files, UploadStore uploads, RunTally tally)
{
    public async Task Walk(CancellationToken cancellation)
    {
        var (indexed, kept) = (new Keys<(Id Scan, Id Order)>(), new Keys<(string Sha256, KeptFile File)>());
        await indexed.Read(scans.All(cancellation).Select(row => (row.Scan, row.Order)), tally);
        await kept.Read(files.All(cancellation), tally);
        await Workers.Each(orders.All(cancellation), order => $"{order.Due.Item}", tally, async order =>
        {
            foreach (var scan in order.Scans)
                if (!indexed.Take((scan.Id, order.Id)) && await scans.Find(scan.Id, cancellation) != order.Id)
                {
                    await scans.Add(scan.Id, order.Id, cancellation);
                    tally.CountRepaired(Repairs.IndexRow);
                }
            foreach (var scan in order.Scans)
                if (scan.Facts is { } facts && !kept.Take((facts.Sha256, new(scan.Id, order.Id)))
                    && !await files.Find(facts.Sha256, cancellation).ContainsAsync(new KeptFile(scan.Id, order.Id), cancellationToken: cancellation))
                {
                    await files.Add(facts.Sha256, scan.Id, order.Id, cancellation);
                    tally.CountRepaired(Repairs.IndexRow);
                }
        }, cancellation);
        await Workers.Each(kept.Left, row => $"{Scan.Kind}|{row.File.Scan}", tally, async row =>
        {
            if (tally.IsNew(row.File.Scan) || (await orders.Find(row.File.Order, cancellation))?.Part(row.File.Scan) is not null)
                return;
            await files.Remove(row.Sha256, row.File.Scan, cancellation);
            tally.CountRepaired(Repairs.LeftoverRow);
        }, cancellation);
        await Workers.Each(indexed.Left, row => $"{Scan.Kind}|{row.Scan}", tally, async row =>
        {
            // A scan has the id of its upload, which may have taken days.
            if (tally.IsNew(row.Scan)
                || await uploads.Find(row.Scan, cancellation) is not null
                || (await orders.Find(row.Order, cancellation))?.Part(row.Scan) is not null)
                return;
            await scans.Remove(row.Scan, cancellation);
            tally.CountRepaired(Repairs.LeftoverRow);
        }, cancellation);
    }
}
