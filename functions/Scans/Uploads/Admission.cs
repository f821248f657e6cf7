using WelWee3D.Orders;
using WelWee3D.Storage;

namespace WelWee3D.Scans.Uploads;

/// <summary>Which orders take a scan in.</summary>
internal static class Admission
{
    public const int MaxScans = 50;

    /// <summary>Why this order takes no further scan; null when it does.</summary>
    public static string? Problem(Order order) => order switch
    {
        { ErasureRequestedOn: not null } => "This order is being erased.",
        { CancelledOn: not null } => "This order is cancelled.",
        { Scans.Count: >= MaxScans } => $"This order has {MaxScans} scans, which is as many as it may have.",
        _ => null,
    };

    public static Order Admit(this Order order, Scan scan) =>
        order.Scans.Any(known => known.Id == scan.Id) || Problem(order) is not null
            ? order
            : order with { Scans = [.. order.Scans, scan] };

    public static bool Keeps(this Order order, Id scan) =>
        order.Scans.Any(known => known.Id == scan && !known.Destroying);

    public static Order Drop(this Order order, Id scan) =>
        order.Keeps(scan) ? order with { Scans = [.. order.Scans.Where(known => known.Id != scan)] } : order;
}
