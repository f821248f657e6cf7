namespace WelWee3D.Orders;

/// <summary>A scan that was destroyed because of the shipping or cancelling date.</summary>
/// <param name="Scan">Null of those from before that was kept.</param>
public sealed record Settlement([Pseudonymous] Id? Scan, [Operational] DateOnly On);

/// <summary>The date of an order cannot change as long as any scan is gone because of it.</summary>
internal static class Settlements
{
    public static Order SettledBy(this Order order, Id scan, DateOnly today) =>
        // Far more than can come back at once.
        With(order, [.. Of(order).Where(each => each.Scan != scan).Append(new(scan, today)).TakeLast(OrderStore.MostScans)]);

    /// <summary>A scan comes back that had gone because of it.</summary>
    public static Order Unsettled(this Order order, Id scan)
    {
        Id? known = Of(order).Any(each => each.Scan == scan) ? scan : null;
        return With(order, [.. Of(order).Where(each => each.Scan != known)]);
    }

    private static IReadOnlyList<Settlement> Of(Order order) =>
        order is { Settlements: [], SettledOn: { } before } ? [new(null, before)] : order.Settlements;

    private static Order With(Order order, IReadOnlyList<Settlement> settlements) =>
        order with { Settlements = settlements, SettledOn = settlements.Count == 0 ? null : settlements.Max(each => each.On) };
}
