using WelWee3D.Formats;
using WelWee3D.Retention;

namespace WelWee3D.Orders;

/// <summary>What may happen to a scan of an order. A scan that is being destroyed is there for destruction only.</summary>
public static class ScanRules
{
    // The copies of a scan are one property of its row, which holds 32 Ki characters: in JSON a long file name takes 1,530.
    public const int MostCopies = 16;

    /// <summary>Each leaves an id behind, and those are one property of its row too.</summary>
    public const int MostMoves = 100;

    /// <summary>The rules whose clock starts with the shipping or cancelling date.</summary>
    internal static readonly string[] StartedByDate =
    [
        RetentionSchedule.ScanWithoutConsent.Name, RetentionSchedule.ScanConsentWithdrawn.Name, RetentionSchedule.ScanOfCancelledOrder.Name,
    ];

    /// <summary>A scan that can be used.</summary>
    public static Scan? Scan(this Order order, Id id) => order.Part(id) is { IsHere: true } scan ? scan : null;

    /// <summary>Why nothing can be made of a scan; null when something can.</summary>
    public static Refusal? Unusable(Scan scan) => scan.Facts switch
    {
        null => new Refusal.Conflict("status", "Its file has not been read yet."),
        { Rejected: { } why } => new Refusal.Conflict("status", why),
        _ => null,
    };

    /// <summary>A scan of the order, also one that is being destroyed.</summary>
    public static Scan? Part(this Order order, Id id) => order.Scans.FirstOrDefault(scan => scan.Id == id);

    /// <summary>Writes down what the file of a scan holds; of two that read the same file, the first.</summary>
    public static Order Record(Order order, Id id, ScanFacts facts) =>
        order.Part(id) is { } scan && scan.Facts?.Sha256 != facts.Sha256
            ? order.With(scan with { Facts = facts, Bytes = facts.Bytes })
            : order;

    /// <summary>
    /// The order without a scan that was destroyed. What was destroyed because of a date settles that date, and of a scan
    /// that was hers a client is owed the proof.
    /// </summary>
    /// <param name="by">Who decided it.</param>
    /// <param name="isFirst">False when it was destroyed before, and came back with a backup.</param>
    public static Order Gone(Order order, Id id, Derivation why, string by, bool isFirst, DateTimeOffset now)
    {
        if (order.Part(id) is not { } scan)
            return order;
        var (without, today) = (order.Without(id), Amsterdam.DateOf(now));
        if (scan.MovedTo is null)
            without = without with { History = Correction.Noted(order.History, Correction.OfDestroyed(id, now, by)) };
        if (StartedByDate.Contains(why.Rule))
            without = without.SettledBy(id, today);
        return isFirst && scan is { MovedTo: null, RejectedFrom: null } ? without.Owing(id, today) : without;
    }

    /// <summary>A scan goes to another order; what is left of it here is due at once.</summary>
    public static Ruling Move(Order order, Id id, Id to, Act act)
    {
        if (order.Part(id) is not { Destroying: false } scan || (scan.MovedTo ?? to) != to)
            return new Refusal.Missing("scan");
        return scan.MovedTo is null ? Noted(order.With(scan with { MovedTo = to, DestructionAskedOn = act.Today }), scan, act) : order;
    }

    /// <summary>Staff decide that a scan goes; the order tells why when it is gone.</summary>
    public static Ruling Destroy(Order order, Id id, Act act)
    {
        if (order.Part(id) is not { } scan)
            return new Refusal.Missing("scan");
        if (scan.Destroying || scan.DestructionAskedOn is not null)
            return order;
        return Noted(order.With(scan with { DestructionAskedOn = act.Today }), scan, act);
    }

    internal static Order Noted(Order order, Scan scan, Act act) =>
        order with { History = Correction.Noted(order.History, Correction.Note(scan, act)) };

    /// <summary>Sets the day right on which a scan was made.</summary>
    public static Ruling Date(Order order, Id id, DateOnly on, Act act)
    {
        if (order.Scan(id) is not { } scan)
            return new Refusal.Missing("scan");
        if (scan.ScannedOn == on)
            return order;
        if (OrderRules.Impossible("scannedOn", on, OrderRules.Earliest, act.Today) is { } impossible)
            return impossible;
        if (scan.Copies.Any(copy => copy.MadeOn < on))
            return new Refusal.Invalid("scannedOn", "Must not be after the day on which a copy of it was made.");
        if (!Correction.HaveRoom(scan.History))
            return new Refusal.Conflict("scannedOn", $"The date of a scan can be set right {Correction.Most} times.");

        var dated = order.With(scan with
        {
            ScannedOn = on,
            History = [.. scan.History, Correction.Of("scannedOn", scan.ScannedOn, act)],
        });
        return OrderRules.NotMade(dated, "scannedOn") is { } notMade ? notMade : dated;
    }

    /// <summary>A scan has one copy on a disk, until that is destroyed.</summary>
    public static Ruling AddCopy(Order order, Id id, DiskCopy copy, DateOnly today)
    {
        if (order.Scan(id) is not { } scan)
            return new Refusal.Missing("scan");
        if (copy.DiskId is { } disk && scan.CopyOn(disk) is not null)
            return order;
        if (OrderRules.Impossible("madeOn", copy.MadeOn, scan.ScannedOn, today) is { } impossible)
            return impossible;
        if (scan.Copies.Count >= MostCopies)
            return new Refusal.Conflict("disk", $"A scan has at most {MostCopies} copies.");

        return order.With(scan with { Copies = [.. scan.Copies, copy.Of(scan.FileName, scan.ScannedOn)] });
    }

    /// <param name="on">Null is today, or the day on which it was destroyed already.</param>
    public static Ruling DestroyCopy(Order order, Id id, Id copyId, DateOnly? on, Act act)
    {
        if (order.Scan(id) is not { } scan)
            return new Refusal.Missing("scan");
        if (OrderRules.Restricted(order) is { } restricted)
            return restricted;
        if (scan.Copies.FirstOrDefault(copy => copy.Id == copyId) is not { } copy)
            return new Refusal.Missing("copy");
        if (NotDestroyed(copy, on, act.Today) is { } refusal)
            return refusal;
        if (copy.DestroyedOn is not null)
            return order;

        var destroyed = copy.Destroyed(on ?? act.Today, act.By, act.At);
        return order.With(scan with { Copies = [.. scan.Copies.Select(each => each.Id == copyId ? destroyed : each)] });
    }

    /// <summary>Why a copy cannot have been destroyed on that day; null when it can, or was.</summary>
    public static Refusal? NotDestroyed(DiskCopy copy, DateOnly? on, DateOnly today) => copy.DestroyedOn switch
    {
        null => OrderRules.Impossible("destroyedOn", on ?? today, copy.MadeOn, today),
        { } before when on is null || on == before => null,
        { } before => new Refusal.Conflict("destroyedOn", $"The copy was destroyed on {before.Iso()} already."),
    };
}
