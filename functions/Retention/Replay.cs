using System.Collections.Concurrent;
using WelWee3D.Contact;
using WelWee3D.Exports;
using WelWee3D.Orders;
using WelWee3D.Scans;
using WelWee3D.Storage;
using WelWee3D.Uploads;

namespace WelWee3D.Retention;

/// <summary>
/// After a restore from a backup: destroys again what the ledger says was destroyed. Holds, restrictions and consent
/// that came back with it are those of then, and keep nothing. Can be repeated, and may die anywhere.
/// </summary>
public sealed class Replay(
    Ledger ledger, Certificates certificates, DestructionTasks tasks, ContactMessages messages, OrderStore orders,
    ScanBlobs blobs, UploadStore uploads, UnclaimedBlobs unclaimed, ExportPackages exports, DueIndex due,
    DestructionEngine engine, RunLog runs, TimeProvider clock)
{
    private const string DecidedBy = "replay";
    private const int LinesAtOnce = 100;

    public async Task<Run> Run(CancellationToken cancellation)
    {
        var (startedAt, today) = (clock.GetUtcNow(), clock.Today());
        var tally = new SweepTally();
        // Copies of what was, and made in a moment: whoever still needs one gets another.
        await Workers.Each(
            exports.All(cancellation), package => $"{Kinds.Export}-{package.Id}", tally,
            package => exports.Delete(package.Id, cancellation), cancellation);
        await foreach (var lines in ledger.All(cancellation).Chunk(LinesAtOnce).WithCancellation(cancellation))
            await DestroyAgain(lines, today, tally, cancellation);

        var run = tally.ToRun(Id.New(startedAt), DecidedBy, startedAt, clock.GetUtcNow(), today);
        await runs.Add(run, cancellation);
        return run;
    }

    private async Task DestroyAgain(StoredLine[] lines, DateOnly today, SweepTally tally, CancellationToken cancellation)
    {
        var rows = new ConcurrentQueue<DueRow>();
        var begun = new ConcurrentQueue<OpenDestruction>();
        await Workers.Each(lines, line => line.Line.Id, tally, async line =>
        {
            if (!await IsBack(line.Line, cancellation) || !await WasCarriedOut(line, cancellation))
                return;
            foreach (var row in await Condemn(line.Line, today, tally, cancellation))
                rows.Enqueue(row);
            if (line.Line.Kind is Kinds.Scan or Kinds.Blob)
                begun.Enqueue(await Begin(line.Line, today, cancellation));
        }, cancellation);
        await engine.Destroy([.. rows], DecidedBy, tally, cancellation);
        await engine.Finish([.. begun], tally, cancellation);
    }

    private async Task<bool> IsBack(LedgerLine line, CancellationToken cancellation)
    {
        var item = line.Items[0];
        return line.Kind switch
        {
            Kinds.Message => (await messages.FindAll(line.Items.Select(each => each.Id), cancellation)).Count > 0,
            Kinds.Order => await orders.Find(item.Id, cancellation) is not null,
            Kinds.Scan => await uploads.Find(item.Id, cancellation) is not null
                || (await orders.Find(item.Within!.Value, cancellation))?.Scans.Any(scan => scan.Id == item.Id) is true
                || await blobs.Any(ScanBlobs.Prefix(item.Within!.Value, item.Id), cancellation),
            Kinds.Upload => await uploads.Find(item.Id, cancellation) is not null,
            Kinds.Blob => await unclaimed.Find(item.Id, cancellation) is not null,
            _ => false,
        };
    }

    /// <summary>Begun is not enough: what was never carried out is for the sweep to look at again.</summary>
    private async Task<bool> WasCarriedOut(StoredLine line, CancellationToken cancellation) =>
        await certificates.Of(line, cancellation) is not null || await tasks.Find(line.Line.Id, cancellation) is not null;

    /// <summary>Takes away whatever could keep the records of a line.</summary>
    /// <returns>The due rows by which the engine destroys them.</returns>
    private async Task<IReadOnlyList<DueRow>> Condemn(
        LedgerLine line, DateOnly today, SweepTally tally, CancellationToken cancellation)
    {
        var item = line.Items[0];
        switch (line.Kind)
        {
            case Kinds.Message:
                return await CondemnMessages(line, today, cancellation);
            case Kinds.Order:
                var order = await orders.Change(
                    item.Id,
                    order => order with
                    {
                        Holds = [],
                        RestrictedOn = null,
                        ErasureRequestedOn = today,
                        Scans = [.. order.Scans.Select(Condemned)],
                    },
                    cancellation);
                return order is null ? [] : [order.Due];
            case Kinds.Scan:
                await Discard(item.Id, line, tally, cancellation);
                await orders.Change(item.Within!.Value, order => CondemnScan(order, item.Id), cancellation);
                return [];
            case Kinds.Upload:
                if (await Discard(item.Id, line, tally, cancellation))
                    tally.CountDestroyed(line);
                return [];
            default:
                return [];
        }
    }

    private async Task<IReadOnlyList<DueRow>> CondemnMessages(LedgerLine line, DateOnly today, CancellationToken cancellation)
    {
        var rows = new List<DueRow>();
        foreach (var id in (await messages.FindAll(line.Items.Select(item => item.Id), cancellation)).Keys)
        {
            var condemned = await messages.Change(
                id, message => message with { ErasureRequestedOn = today, RestrictedOn = null }, cancellation);
            if (condemned is not null)
                rows.Add(condemned.Due);
        }
        return rows;
    }

    private static Order CondemnScan(Order order, Id id) =>
        order.Scans.FirstOrDefault(scan => scan.Id == id) is { } scan ? order.With(Condemned(scan)) : order;

    // Its copies on disk were confirmed, or wait in the destruction task that is outside every restore.
    private static Scan Condemned(Scan scan) => scan with { Destroying = true, Copies = [] };

    /// <summary>The upload of a scan that came back could make that scan once more.</summary>
    private async Task<bool> Discard(Id id, LedgerLine line, SweepTally tally, CancellationToken cancellation)
    {
        if (await uploads.Find(id, cancellation) is not { } upload)
            return false;
        if (await uploads.Discard(upload, cancellation))
            return true;
        tally.Leave(line.Id, "a request is changing its upload");
        return false;
    }

    private async Task<OpenDestruction> Begin(LedgerLine line, DateOnly today, CancellationToken cancellation)
    {
        var open = new OpenDestruction(today, line.Id, []);
        await due.Open(open, cancellation);
        return open;
    }
}
