using WelWee3D.Orders;

namespace WelWee3D.Scans;

internal static class ScanLookup
{
    /// <summary>A scan that a caller names, with its order.</summary>
    /// <returns>Null where there is none.</returns>
    public static async Task<(Order Order, Scan Scan)?> Find(this OrderStore orders, ScanIndex scans, string id, CancellationToken cancellation) =>
        Id.TryParse(id, out var known)
        && await scans.Find(known, cancellation) is { } orderId
        && await orders.Find(orderId, cancellation) is { } order
        && order.Scan(known) is { } scan
            ? (order, scan)
            : null;
}
