using WelWee3D.Orders;

namespace WelWee3D.Scans;

/// <summary>Files that come to an order after their row.</summary>
internal static class LateFiles
{
    /// <summary>Whoever destroyed a scan while its file came may have looked before: then nobody else looks for it.</summary>
    /// <returns>False when its row is gone: then so is its file.</returns>
    public static async Task<bool> KeepIfThere(this ScanBlobs blobs, OrderStore orders, Id order, Id scan, CancellationToken cancellation)
    {
        if ((await orders.Find(order, cancellation))?.Part(scan) is not null)
            return true;
        await blobs.Delete(ScanBlobs.Prefix(order, scan), cancellation);
        return false;
    }
}
