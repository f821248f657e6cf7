using WelWee3D.Retention;

namespace WelWee3D.Orders;

/// <summary>A scan that was destroyed, and whose client is yet to be written where the proof is: before her address goes.</summary>
/// <param name="Since">The day on which it went.</param>
public sealed record ProofOwed([Pseudonymous] Id Scan, [Operational] DateOnly Since);

/// <summary>How long an order waits for the letters about the scans that it had.</summary>
internal static class ProofsOwed
{
    // A letter is tried for a day; the sweep that could take its address comes at night.
    private const int WrittenWithinDays = 2;

    public static Derivation UntilWritten(this Derivation order, IReadOnlyList<ProofOwed> owed, DateOnly today) =>
        owed.Count == 0 ? order : order.NotBefore(owed.Max(each => each.Since).AddDays(WrittenWithinDays), Suspension.Proof, today);

    public static Order Owing(this Order order, Id scan, DateOnly today) =>
        order.ProofsOwed.Any(each => each.Scan == scan) ? order : order with { ProofsOwed = [.. order.ProofsOwed, new(scan, today)] };

    /// <summary>She was written, or cannot be; or the scan is back.</summary>
    public static Order Settled(this Order order, Id scan) => order.ProofsOwed.All(each => each.Scan != scan)
        ? order
        : order with { ProofsOwed = [.. order.ProofsOwed.Where(each => each.Scan != scan)] };
}
