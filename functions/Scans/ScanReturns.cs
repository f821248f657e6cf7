using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Scans;

/// <summary>
/// Brings a scan back that storage can still recover: under a new id, for an id that has a ledger line is never used again.
/// Each step can be repeated; where it stops, the next sweep brings home what its order has, and deletes again what was recovered.
/// </summary>
public sealed class ScanReturns(
    OrderStore orders, ScanBlobs blobs, Ledger ledger, Certificates certificates, DueIndex due, Homecoming homecoming, DestructionEngine engine,
    LineSubjectsKind hashes, SubjectKeys keys, TimeProvider clock)
{
    /// <summary>
    /// The id that a scan comes back under: it follows from the one it had, so that a repeated request meets its own, also where the
    /// key was changed in between.
    /// </summary>
    public async Task<Id> IdOf(LedgerLine destroyed, Order order, CancellationToken cancellation)
    {
        if (await ledger.Find(UndoOf(destroyed), cancellation) is { Line.Undone: { } undone })
            return undone.Id;
        var former = destroyed.Items[0].Id;
        var ids = keys.Seeds("undo", $"{former}").Select(seed => Id.From(former.MadeAt, seed)).ToList();
        return ids.FirstOrDefault(id => order.Part(id) is not null, ids[0]);
    }

    /// <summary>Whether all of it was done before: then there is a certificate.</summary>
    public async Task<bool> IsDone(LedgerLine destroyed, CancellationToken cancellation) =>
        await ledger.Find(UndoOf(destroyed), cancellation) is { } line && await certificates.Of(line, cancellation) is not null;

    /// <summary>Whether it came back once before, and was destroyed again.</summary>
    public async Task<bool> IsGoneAgain(Id returned, CancellationToken cancellation) =>
        await ledger.Find(LedgerLine.IdOf(new(Scan.Kind, returned)), cancellation) is not null;

    /// <summary>Whether storage can recover it, or has done so for a request that died.</summary>
    public async Task<bool> CanRecover(LedgerLine destroyed, CancellationToken cancellation) =>
        await blobs.Recoverable(Prefix(destroyed), cancellation).AnyAsync(blob => blob.Snapshot is null, cancellation) || await blobs.Any(Prefix(destroyed), cancellation);

    /// <returns>The order with the scan, or why it does not take it.</returns>
    public async Task<Ruling?> Return(Destroyed destroyed, Scan scan, Hold? hold, Act act, CancellationToken cancellation)
    {
        var (line, item) = (destroyed.Line, destroyed.Line.Items[0]);
        // What is to be finished first: whoever comes after this dies finds it by its line.
        var undoing = Undoing(destroyed, scan, act);
        await hashes.Note(undoing, cancellation);
        var undo = await ledger.Write(undoing, cancellation);
        var open = new OpenDestruction(act.Today, line.Id, [], act.By);
        await due.Open(open, cancellation);
        await blobs.Recover(Prefix(line), cancellation);

        // Its row first, then its file: a file without a row would be nobody's.
        var ruling = await orders.Change(
            item.Within!.Value, order => UndoRules.Return(order, scan, line, hold, act), destroysNow: true, cancellation);
        var isHome = ruling?.Order?.Part(scan.Id) is { } returned && await homecoming.Arrive(undo, returned, cancellation);
        await DeleteAgain(open, act, cancellation);
        if (isHome)
            return ruling;
        await homecoming.GiveUp(undo, cancellation);
        return ruling?.Refusal is not null ? ruling : (Ruling)new Refusal.Conflict("certificate", UndoRules.GoneSince);
    }

    private static LedgerLine Undoing(Destroyed undone, Scan scan, Act act)
    {
        var item = undone.Line.Items[0];
        return new(UndoOf(undone.Line), Scan.Kind, undone.Line.Why, act.By, act.At, [])
        {
            Undone = new(undone.Certificate?.Number, scan.Id, item.Within!.Value, item.Files),
        };
    }

    private async Task DeleteAgain(OpenDestruction open, Act act, CancellationToken cancellation)
    {
        var tally = new RunTally(RunKind.Destruction, act.By, clock);
        await engine.Finish([open], tally, cancellation);
        tally.ThrowIfAnyFailed("The scan is back, and what was recovered under its former name is not deleted yet.");
    }

    private static string UndoOf(LedgerLine destroyed) => Homecoming.LineOf(destroyed.Items[0].Id);

    private static string Prefix(LedgerLine destroyed) =>
        ScanBlobs.Prefix(destroyed.Items[0].Within!.Value, destroyed.Items[0].Id);
}
