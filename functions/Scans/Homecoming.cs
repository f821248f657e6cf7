using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Scans;

/// <summary>
/// Brings a scan home that is brought back: its file under its new id, and the certificate of that. What is to be finished stands in the
/// ledger, so that whoever is about to delete what was recovered under its former id makes sure first that it has come home.
/// </summary>
public sealed class Homecoming(OrderStore orders, ScanBlobs blobs, Ledger ledger, Certificates certificates, TimeProvider clock)
{
    // Longer than any request that brings a scan back.
    private static readonly TimeSpan StaysBegun = TimeSpan.FromDays(1);

    /// <summary>The line that tells that a scan is brought back.</summary>
    public static string LineOf(Id former) => LedgerLine.IdOfUndo(new(Scan.Kind, former));

    /// <returns>False when it has been destroyed, or its order erased, since it was brought back: then nothing of it is left.</returns>
    /// <exception cref="InvalidOperationException">There is no file to bring home.</exception>
    public async Task<bool> Arrive(StoredLine undo, Scan scan, CancellationToken cancellation)
    {
        var undone = undo.Line.Undone!;
        var home = blobs.Of(undone.Within, scan);
        var isThere = await blobs.Copy(blobs.Blob(undone.Files[0].Name), home, cancellation) || await home.ExistsAsync(cancellation);
        if (!await blobs.KeepIfThere(orders, undone.Within, undone.Id, cancellation))
            return false;
        if (!isThere)
            throw new InvalidOperationException("What was recovered has been deleted again before it came home: to be asked again.");
        await certificates.Issue(undo, done: null, isRecoverable: false, cancellation);
        return true;
    }

    /// <summary>Takes the line back of what its order did not take, or has no more. What was certified stays.</summary>
    public async Task GiveUp(StoredLine undo, CancellationToken cancellation)
    {
        if (undo.Certificate is null)
            await ledger.Withdraw(undo, cancellation);
    }

    /// <summary>Finishes what somebody began who died. What is back as a row is brought home, if storage can still do so.</summary>
    public async Task Finish(Id former, CancellationToken cancellation)
    {
        if (await ledger.Find(LineOf(former), cancellation) is not { Line.Undone: { } undone } undo || await certificates.Of(undo, cancellation) is not null)
            return;
        if ((await orders.Find(undone.Within, cancellation))?.Part(undone.Id) is not { } scan)
        {
            // Whoever brings it back may be about to write its row.
            if (undo.Line.DecidedAt > clock.GetUtcNow() - StaysBegun)
                return;
            await blobs.Delete(ScanBlobs.Prefix(undone.Within, undone.Id), cancellation);
            await GiveUp(undo, cancellation);
            return;
        }
        var (there, home) = (ScanBlobs.Prefix(undone.Within, former), ScanBlobs.Prefix(undone.Within, undone.Id));
        if (!await blobs.Any(home, cancellation))
            await blobs.Recover(there, cancellation);
        // Where nobody can recover it any more, its order tells of a scan without a file, and the reconciliation does.
        if (await blobs.Any(home, cancellation) || await blobs.Any(there, cancellation))
            await Arrive(undo, scan, cancellation);
    }
}
