using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Orders;

/// <summary>
/// Destroys scans, and the orders that outlived them. Each scan is a destruction of its own; so are an order's details,
/// once its scans are gone. Their ledger lines are named after them: an item is destroyed once, whoever tries.
/// </summary>
public sealed class OrderDestroyer(
    OrderStore orders, ScanBlobs blobs, DueIndex due, SubjectIndex subjects, DestructionTasks tasks, RetentionRules rules, TimeProvider clock) : IDestroyer
{
    public string DueKind => Kinds.Order;

    public IReadOnlyList<string> LineKinds => [Kinds.Scan, Kinds.Order];

    public int AtOnce => 1;

    public async Task<IReadOnlyList<Kept>> Describe(IReadOnlyList<Id> ids, CancellationToken cancellation)
    {
        var today = clock.Today();
        var kept = new List<Kept>();
        foreach (var id in ids)
        {
            if (await orders.Find(id, cancellation) is not { } order)
                continue;
            kept.AddRange(order.Scans.Select(scan => new Kept(Kinds.Scan, scan.Id, id, order.Due, order.Retention(scan, rules, today))));
            kept.Add(new(Kinds.Order, id, null, order.Due, order.Retention(rules, today)));
        }
        return kept;
    }

    public Task<Verdict> LookAgain(IReadOnlyList<DueRow> rows, string decidedBy, CancellationToken cancellation) =>
        LookAgain(rows[0], decidedBy, cancellation);

    public Task<LedgerLine?> Delete(Destruction destruction, CancellationToken cancellation) =>
        destruction.Line.Kind == Kinds.Scan
            ? DeleteScan(destruction.Line, cancellation)
            : DeleteOrder(destruction.Line, cancellation);

    public Task DeleteIndexRows(IReadOnlyList<LedgerLine> lines, CancellationToken cancellation) =>
        subjects.Remove(lines.Where(line => line.Kind == Kinds.Order), cancellation);

    public async Task<bool> AreAbsent(IReadOnlyList<LedgerLine> lines, CancellationToken cancellation)
    {
        var item = lines[0].Items[0];
        if (lines[0].Kind == Kinds.Order)
            return await orders.Find(item.Id, cancellation) is null;
        var order = await orders.Find(item.Within!.Value, cancellation);
        return order?.Scans.Any(scan => scan.Id == item.Id) is not true
            && !await blobs.Any(ScanBlobs.Prefix(item.Within.Value, item.Id), cancellation);
    }

    private async Task<Verdict> LookAgain(DueRow row, string decidedBy, CancellationToken cancellation)
    {
        var today = clock.Today();
        if (await orders.Find(row.Item.Id, cancellation) is not { } order)
            return await Tidy(row, cancellation);

        var scans = order.Scans.Where(scan => scan.Destroying || order.Retention(scan, rules, today).IsDue(today)).ToList();
        if (scans.Count > 0)
        {
            var lines = new List<Destruction>();
            foreach (var scan in scans)
                lines.Add(Decided(row, await LineOf(order, scan, decidedBy, cancellation)));
            return new(lines, [row], 0);
        }
        if (order.Scans.Count == 0 && order.Retention(rules, today) is var why && why.IsDue(today))
            return new([Decided(row, LineOf(order, why, decidedBy))], [], 0);

        // A row with a later version than the record's belongs to a change that is under way: it may be needed yet.
        return row.Version <= order.Due.Version && row != order.Due ? await Tidy(row, cancellation) : Verdict.Nothing;
    }

    private async Task<Verdict> Tidy(DueRow row, CancellationToken cancellation)
    {
        await due.Remove(row, cancellation);
        return new([], [], 1);
    }

    private static Destruction Decided(DueRow row, LedgerLine line) => new(new(row.On, line.Id, []), line);

    private async Task<LedgerLine> LineOf(Order order, Scan scan, string decidedBy, CancellationToken cancellation) => new(
        $"{Kinds.Scan}-{scan.Id}", Kinds.Scan, Unsuspended(order.Retention(scan, rules, clock.Today())), decidedBy, clock.GetUtcNow(),
        [
            new(scan.Id, order.Id, orders.SubjectsOf(order),
                await blobs.Describe(ScanBlobs.Prefix(order.Id, scan.Id), scan.Facts?.Sha256, cancellation),
                [.. scan.Copies.Where(copy => copy.DestroyedOn is null).Select(copy => copy.Disk)]),
        ]);

    private LedgerLine LineOf(Order order, Derivation why, string decidedBy) => new(
        $"{Kinds.Order}-{order.Id}", Kinds.Order, Unsuspended(why), decidedBy, clock.GetUtcNow(),
        [new(order.Id, null, orders.SubjectsOf(order), [], [])]);

    // The reason of a hold is free text; nothing that is due is suspended, and nothing free belongs in the ledger.
    private static Derivation Unsuspended(Derivation why) => why with { SuspendedBy = [] };

    /// <summary>
    /// Marking the scan is the moment of decision: consent or a hold that came before keeps it, what comes after is
    /// too late.
    /// </summary>
    private async Task<LedgerLine?> DeleteScan(LedgerLine line, CancellationToken cancellation)
    {
        var (orderId, scanId) = (line.Items[0].Within!.Value, line.Items[0].Id);
        var order = await orders.Change(orderId, order => Mark(order, scanId), cancellation);
        var scan = order?.Scans.FirstOrDefault(scan => scan.Id == scanId);
        if (scan is { Destroying: false })
            return null;

        await blobs.Delete(ScanBlobs.Prefix(orderId, scanId), cancellation);
        if (scan is { Copies.Count: > 0 })
            await tasks.Open(new(line.Id, orderId, scanId, line.Why.DestroyOn, line.Why.Deadline, scan.Copies), cancellation);
        await orders.Change(orderId, order => order.Without(scanId), cancellation);
        return line;
    }

    private Order Mark(Order order, Id scanId)
    {
        var today = clock.Today();
        return order.Scans.FirstOrDefault(scan => scan.Id == scanId) is { Destroying: false } scan
            && order.Retention(scan, rules, today).IsDue(today)
            ? order.With(scan with { Destroying = true })
            : order;
    }

    private async Task<LedgerLine?> DeleteOrder(LedgerLine line, CancellationToken cancellation)
    {
        var today = clock.Today();
        return await orders.Delete(
            line.Items[0].Id, order => order.Scans.Count == 0 && order.Retention(rules, today).IsDue(today), cancellation)
            ? line
            : null;
    }
}
