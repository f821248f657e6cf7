using WelWee3D.Consent;
using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Uploads;

/// <summary>Which orders take a scan in.</summary>
internal static class Admission
{
    /// <summary>Whether it has come to its end: nothing that is on its way to it counts any more.</summary>
    public static bool IsOver(Order order) => order is { ErasureRequestedOn: not null } or { CancelledOn: not null };

    /// <summary>Why this order takes no further scan; null when it does.</summary>
    public static string? Problem(Order order) => order switch
    {
        { ErasureRequestedOn: not null } => "This order is being erased.",
        { CancelledOn: not null } => "This order is cancelled.",
        { RestrictedOn: not null } => "This order may only be stored.",
        _ when OrderRules.RefusedOn(order) is { } refused => $"On {refused.Iso()} the client answered that no figurine is to be made.",
        { Scans.Count: >= OrderStore.MostScans } => $"This order has {OrderStore.MostScans} scans, which is as many as it may have.",
        _ => null,
    };

    /// <summary>The order with a scan that is about to be sent, or why it cannot be.</summary>
    public static Ruling Rule(Order order, Scan scan)
    {
        if (OrderRules.Restricted(order) is { } restricted)
            return restricted;
        if (Problem(order) is { } problem)
            return new Refusal.Conflict("orderId", problem);
        return Admitted(order, scan);
    }

    /// <summary>
    /// The order with a scan that is about to be taken in. A body's scan is treated as health data: none is taken in without the
    /// client's own consent (GDPR article 9(2)(a)). Where it is moved within the practice that is not asked anew.
    /// </summary>
    public static Ruling Begin(Order order, Scan scan)
    {
        var ruling = Rule(order, scan);
        return ruling.Refusal is not null || order.Answer(Purpose.MakeFigurine) is { Answer: ConsentAnswer.Yes }
            ? ruling
            : new Refusal.Conflict("makeFigurine", "The client's consent to make the figurine is not recorded: put it at the order's consents/make-figurine, or send it along as makeFigurine in Upload-Metadata.");
    }

    /// <summary>
    /// The order with a scan whose bytes have come. Its argument where it takes none any more; a refusal where it may take this one
    /// once something else has changed.
    /// </summary>
    public static Ruling Arrived(Order order, Scan scan)
    {
        if (order.Part(scan.Id) is not null || IsOver(order))
            return order;
        if (OrderRules.Restricted(order) is { } restricted)
            return restricted;
        return Problem(order) is null ? Admitted(order, scan) : order;
    }

    /// <summary>The order with a scan that is to move here, or why it cannot.</summary>
    /// <param name="disclosures">Who was given it before.</param>
    public static Ruling Move(Order order, Scan scan, IReadOnlyList<Disclosure> disclosures)
    {
        var ruling = Rule(order, scan);
        if (ruling.Refusal is not null)
            return ruling;
        if (scan.FormerIds.Count > ScanRules.MostMoves)
            return new Refusal.Conflict("id", $"A scan can be moved {ScanRules.MostMoves} times.");
        return Disclosure.Fit([.. order.Disclosures, .. disclosures]) ? ruling : new Refusal.Conflict("orderId", Disclosure.Full);
    }

    /// <summary>
    /// The order with a scan that was decided to move here: what has happened to the order since, short of its erasure, does not
    /// undo that. Its argument where it is full, of scans or of recipients.
    /// </summary>
    /// <param name="disclosures">Who was given it before it moved.</param>
    public static Order AdmitMoved(Order order, Scan scan, IReadOnlyList<Disclosure> disclosures)
    {
        IReadOnlyList<Disclosure> all = [.. order.Disclosures, .. disclosures];
        return order.ErasureRequestedOn is not null || order.Scans.Count >= OrderStore.MostScans || order.Scans.Any(known => known.Id == scan.Id)
            || !Disclosure.Fit(all)
                ? order
                : order with { Scans = [.. order.Scans, scan], Disclosures = all };
    }

    /// <summary>Takes back a scan of which no byte was committed, and which nobody is destroying.</summary>
    public static Order TakeBack(Order order, Id scan) => order.Scan(scan) is null ? order : order.Without(scan);

    private static Ruling Admitted(Order order, Scan scan)
    {
        var admitted = order with { Scans = [.. order.Scans, scan] };
        return OrderRules.NotMade(admitted, "scannedOn") is { } notMade ? notMade : admitted;
    }
}
