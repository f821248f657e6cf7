using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Scans;

/// <summary>Which destructions may be undone, and what the scan is like that comes back.</summary>
internal static class UndoRules
{
    public const string GoneSince = "It was destroyed again, or its order erased, while it came back.";

    private static readonly string[] StartedByScan = [RetentionSchedule.ScanWithConsent.Name, RetentionSchedule.ScanNeverShipped.Name];

    /// <summary>Why a destruction stays as it is; null when it may be undone.</summary>
    /// <param name="closesOn">The day on which its file can be recovered no more; null until it is gone.</param>
    public static string? Problem(LedgerLine line, DateOnly? closesOn, DateOnly today) => line switch
    {
        { Undone: not null } => "It tells that a destruction was undone, and not that something is gone.",
        { Closes: not null } => "It tells that nothing of another certificate can be recovered any more.",
        not { Kind: Scan.Kind } => "Only a scan can be brought back: nothing else is kept where a deletion can be undone.",
        { Why.Rule: var rule } when rule == RetentionSchedule.Erasure.Name => "The person it is about asked for the erasure, and that is not undone.",
        { Why.Rule: var rule } when rule == RetentionSchedule.ScanMoved.Name => "The scan is with the order that it was moved to.",
        { Items: not [{ Files: [_], Within: not null }] } => "No file went with it.",
        _ when closesOn is null => "It is not gone yet: ask again once it is.",
        _ when closesOn is { } closed && closed <= today => $"Since {closed.Iso()} the file can no longer be recovered by anyone.",
        _ => null,
    };

    /// <summary>
    /// The scan as it comes back. What it was called went with it, and so did the day on which it was made, unless its term
    /// began that day: then it was made no later than it was sent in, or the order shipped or cancelled.
    /// </summary>
    public static Scan Back(LedgerLine line, Order order, Id id)
    {
        var (item, file) = (line.Items[0], line.Items[0].Files[0]);
        var arrived = Amsterdam.DateOf(item.Id.MadeAt);
        var extension = Path.GetExtension(file.Name);
        var scannedOn = StartedByScan.Contains(line.Why.Rule)
            ? line.Why.Start
            : new[] { arrived, order.ShippedOn ?? arrived, order.CancelledOn ?? arrived }.Min();
        return new()
        {
            Id = id,
            FormerIds = [.. item.FormerIds, item.Id],
            BlobName = id + extension,
            FileName = $"scan-{scannedOn.Iso()}{extension}",
            ScannedOn = scannedOn,
            Bytes = file.Bytes,
        };
    }

    /// <summary>The order with that scan, for the reason that is given, and held if that is asked.</summary>
    /// <param name="undone">Why it was destroyed: a date that settled then may be set right again.</param>
    public static Ruling Return(Order order, Scan scan, LedgerLine undone, Hold? hold, Act act)
    {
        // Also where its row is back, and its file is not yet.
        if (order.ErasureRequestedOn is not null)
            return new Refusal.Conflict("certificate", "The person it is about asked for the erasure of all of it: nothing comes back.");
        if (order.Part(scan.Id) is not null)
            return order;
        order = order.Settled(undone.Items[0].Id);
        if (ScanRules.StartedByDate.Contains(undone.Why.Rule))
            order = order.Unsettled(undone.Items[0].Id);
        if (order.Scans.Count >= OrderStore.MostScans)
            return new Refusal.Conflict("certificate", $"The order has {OrderStore.MostScans} scans, which is as many as it may have.");
        var returned = ScanRules.Noted(order with { Scans = [.. order.Scans, scan] }, scan, act);
        return hold is null ? returned : OrderRules.PlaceHold(returned, hold, act.Today);
    }
}
