using WelWee3D.Notices;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Uploads;

namespace WelWee3D.Scans;

/// <summary>
/// Brings a scan to the order that it belongs to, under an id of its own there; what is left of it at the former order is
/// then destroyed like any scan, with a proof. Each step can be repeated: whoever destroys what is left makes sure first
/// that it has arrived.
/// </summary>
public sealed class ScanMoves(
    OrderStore orders, ScanBlobs blobs, Ledger ledger, RecipientsTold recipients, SubjectKeys keys, RetentionRules rules, TimeProvider clock)
{
    /// <summary>
    /// The scan as its new order has it. Its id follows from the move, so that a repeated move meets itself. What is decided about, or has
    /// begun of, its destruction where it comes from is about what is left there.
    /// </summary>
    public Scan At(Id order, Scan scan)
    {
        var id = IdAt(order, scan.Id);
        return scan with
        {
            Id = id, FormerIds = [.. scan.FormerIds, scan.Id], BlobName = $"{id}{Path.GetExtension(scan.BlobName)}",
            MovedTo = null, DestructionAskedOn = null, Destroying = false,
        };
    }

    /// <summary>Who was given it, as its new order tells it.</summary>
    public IReadOnlyList<Disclosure> Given(Order? former, Id order, Scan scan) =>
        [.. Disclosure.Of(former?.Disclosures ?? [], scan.Id, IdAt(order, scan.Id))];

    public Id IdAt(Id order, Id scan) => Id.From(scan.MadeAt, keys.Seed("move", $"{scan}|{order}"));

    /// <summary>
    /// Its row first, then its file: a file without a row would be nobody's. Where its order is gone, or is being erased and does not
    /// have it yet, it has no place to go to, and goes.
    /// </summary>
    /// <returns>Null when it has arrived; else why it goes: there is nobody to bring it to.</returns>
    /// <exception cref="InvalidOperationException">The order is full: nothing may be destroyed until the scan has arrived.</exception>
    public async Task<Derivation?> Arrive(Id former, Scan scan, CancellationToken cancellation)
    {
        var (order, moved) = (scan.MovedTo!.Value, At(scan.MovedTo.Value, scan));
        // It has come, and was destroyed there since.
        if (await ledger.Find(LedgerLine.IdOf(new(Scan.Kind, moved.Id)), cancellation) is not null)
        {
            await blobs.KeepIfThere(orders, order, moved.Id, cancellation);
            return null;
        }
        var leaving = await orders.Find(former, cancellation);
        var given = Given(leaving, order, scan);
        var target = await orders.Change(order, order => Admission.AdmitMoved(order, moved, given), cancellation);
        if (target?.Part(moved.Id) is null)
        {
            if (target is { ErasureRequestedOn: null })
                throw new InvalidOperationException($"Order {order} is full: scan {scan.Id} stays where it is until it can move there.");
            var why = await NotArrived(order, target, cancellation);
            // At her erasure it was at an order of somebody else: whoever was given it knows it by that one.
            if (leaving is not null && why.Rule == RetentionSchedule.Erasure.Name)
                await recipients.Tell(leaving with { Disclosures = given }, NoticeCause.Erasure, $"{scan.Id}", request: null, cancellation);
            return why;
        }
        await blobs.Copy(blobs.Of(former, scan), blobs.Of(order, moved), cancellation);
        await blobs.KeepIfThere(orders, order, moved.Id, cancellation);
        return null;
    }

    /// <summary>It is no scan that moved: its client asked for the erasure of all of it, or staff took it away from where it was.</summary>
    private async Task<Derivation> NotArrived(Id order, Order? target, CancellationToken cancellation)
    {
        var today = clock.Today();
        var gone = target is null ? (await ledger.Find(LedgerLine.IdOf(new(Order.Kind, order)), cancellation))?.Line.Why : null;
        var erased = target?.ErasureRequestedOn ?? (gone?.Rule == RetentionSchedule.Erasure.Name ? gone.Start : null);
        return rules.Apply(erased is null ? RetentionSchedule.ScanDestroyedByStaff : RetentionSchedule.Erasure, erased ?? today, Interventions.None, today);
    }
}
