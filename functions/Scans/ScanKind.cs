using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Scans.Proof;
using WelWee3D.Uploads;

namespace WelWee3D.Scans;

/// <summary>
/// Scans as a kind of record: parts of their order, found and decided about with it, and destroyed each under a line of
/// its own.
/// </summary>
public sealed class ScanKind(
    OrderStore orders, ScanIndex scans, ScanFiles files, ScanBlobs blobs, UploadStore uploads, ScanRecorder recorder, DestructionTasks tasks,
    ScanMoves moves, Homecoming homecoming, Ledger ledger, PoisonedBlobs poisoned, Letters letters, RetentionRules rules, TimeProvider clock) : IRecordKind
{
    public string Name => Scan.Kind;

    public KindWords Words { get; } = new(new("scan", "scan"), new("scans", "scans"));

    public string OwnerKind => Order.Kind;

    public bool IsRecoverable => true;

    public IAsyncEnumerable<KeptRecord> All(CancellationToken cancellation) => AsyncEnumerable.Empty<KeptRecord>();

    public async Task<IReadOnlyList<KeptRecord>> Find(IReadOnlyList<Id> ids, CancellationToken cancellation)
    {
        var today = clock.Today();
        var found = new List<KeptRecord>();
        foreach (var id in ids)
            if (await scans.Find(id, cancellation) is { } orderId && await orders.Find(orderId, cancellation) is { } order)
                found.AddRange(orders.Kept(order, today).Parts.Where(part => part.Item.Id == id));
        return found;
    }

    /// <summary>An upload that came back with it could make it once more, and goes too.</summary>
    public async Task<bool> Decide(Id id, Intervention intervention, CancellationToken cancellation)
    {
        if (intervention.Decision != Decision.Condemn)
            return true;
        if (await uploads.Find(id, cancellation) is { } upload && !await uploads.Discard(upload, cancellation))
            return false;
        if (await scans.Find(id, cancellation) is { } order)
            await orders.Change(order, order => order.Part(id) is { } scan ? order.With(scan.Condemned()) : order, cancellation);
        return true;
    }

    public async Task<Belongings> Account(KeptRecord record, CancellationToken cancellation)
    {
        var (order, id) = (record.PartOf!.Value.Id, record.Item.Id);
        var scan = (await orders.Find(order, cancellation))?.Part(id);
        return new(
            await blobs.Describe(order, id, scan, cancellation),
            // Those of a scan that moved are the moved one's.
            scan is { MovedTo: null } ? Disks(scan) : [])
        {
            FormerIds = scan?.FormerIds ?? [],
        };
    }

    public async Task Reconcile(RunTally tally, CancellationToken cancellation)
    {
        await new ScanIndexCheck(orders, scans, files, uploads, tally).Walk(cancellation);
        await new ScanFileCheck(blobs, recorder, orders, uploads, ledger, tally).Walk(cancellation);
    }

    /// <summary>
    /// Marking the scan is the moment of decision: consent or a hold that came before keeps it, what comes after is
    /// too late.
    /// </summary>
    public async Task<Outcome> Destroy(Destruction destruction, CancellationToken cancellation)
    {
        var line = destruction.Line;
        var (orderId, scanId) = (line.Items[0].Within!.Value, line.Items[0].Id);
        var order = await orders.Change(orderId, order => Mark(order, scanId), cancellation);
        var scan = order?.Part(scanId);
        if (scan is { Destroying: false })
            return Outcome.Spared;

        // Its file may still be coming: nothing of it counts any more, or it would be the scan once more.
        if (await uploads.Find(scanId, cancellation) is { IsComplete: false } upload && !await uploads.Discard(upload, cancellation))
            return Outcome.Busy;
        var why = scan is { MovedTo: not null } ? await moves.Arrive(orderId, scan, cancellation) : null;
        if (why is not null && why.Rule != line.Why.Rule)
        {
            // The line tells why it really goes, and where a copy is left, before it is gone: after that nobody can tell.
            line = NotArrived(line, scan!, why);
            if (destruction.Stored is { } stored)
                await ledger.Change(stored, each => each.Why.Rule == why.Rule ? each : NotArrived(each, scan!, why), cancellation);
        }
        // Gone once, and recovered since.
        if (scan is null)
            await homecoming.Finish(scanId, cancellation);
        await blobs.Delete(ScanBlobs.Prefix(orderId, scanId), cancellation);
        // Nobody else wipes the copies of one that moved and did not arrive.
        if (scan is { Copies.Count: > 0 } && (scan.MovedTo is null || why is not null))
            await tasks.Open(new(line.Id, orderId, scanId, line.Why.DestroyOn, line.Why.Deadline, [.. scan.Copies.Select(copy => copy.Of(scan.FileName, scan.ScannedOn))])
            {
                Subjects = line.Items[0].Subjects,
            }, cancellation);
        var task = await tasks.Find(line.Id, cancellation);
        var isFirst = destruction.Stored?.Certificate is null && task?.GoneAt is null;
        order = await orders.Change(orderId, order => ScanRules.Gone(order, scanId, line.Why, line.DecidedBy, isFirst, clock.GetUtcNow()), cancellation);
        // Also when who had it deleted died before this: it is owed until it is sent.
        if (order?.ProofsOwed.Any(each => each.Scan == scanId) is true)
            await letters.Add(ScanDestroyedLetter.Of(orderId, scanId), cancellation);
        return new(line, task);
    }

    /// <summary>A message that its trigger had failed names its file.</summary>
    public Task DeleteCopies(IReadOnlySet<Id>? records, CancellationToken cancellation) => poisoned.Forget(cancellation);

    public async Task<bool> AreAbsent(IReadOnlyList<LedgerLine> lines, CancellationToken cancellation)
    {
        foreach (var item in lines.SelectMany(line => line.Items))
            if ((await orders.Find(item.Within!.Value, cancellation))?.Part(item.Id) is not null
                || await blobs.Any(ScanBlobs.Prefix(item.Within.Value, item.Id), cancellation))
                return false;
        return true;
    }

    public Task<DateTimeOffset?> LastRecoverable(LedgerLine line, CancellationToken cancellation) =>
        blobs.LastRecoverable(line.Items[0].Within!.Value, line.Items[0].Id, clock.GetUtcNow(), cancellation);

    /// <summary>Whose it is, nobody who is found by the order that it stood at is told: it was filed there by mistake.</summary>
    private static LedgerLine NotArrived(LedgerLine line, Scan scan, Derivation why) =>
        line with { Why = why, Items = [line.Items[0] with { Subjects = [], Disks = Disks(scan) }] };

    private static IReadOnlyList<string> Disks(Scan scan) =>
        [.. scan.Copies.Where(copy => copy.DestroyedOn is null).Select(copy => copy.LastingName())];

    private Order Mark(Order order, Id scanId)
    {
        var today = clock.Today();
        return order.Part(scanId) is { Destroying: false } scan && order.Retention(scan, rules, today).IsDue(today)
            ? order.With(scan with { Destroying = true })
            : order;
    }
}
