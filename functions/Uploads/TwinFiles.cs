using WelWee3D.Orders;

namespace WelWee3D.Uploads;

/// <summary>Whether a file that has just come is one that its order has already. Reads only files of the same length.</summary>
public sealed class TwinFiles(ScanBlobs blobs)
{
    /// <param name="upload">Its blocks have become a blob.</param>
    public async Task<bool> IsKept(Upload upload, Order order, CancellationToken cancellation)
    {
        var alike = order.Scans.Where(scan => scan.Id != upload.Id && scan.IsHere && scan.Bytes == upload.Length).ToList();
        if (upload.Again || alike.Count == 0)
            return false;
        var own = await Hash(order, upload.Scan(), cancellation);
        foreach (var scan in alike)
            if (own is not null && (scan.Facts?.Sha256 ?? await Hash(order, scan, cancellation)) == own)
                return true;
        return false;
    }

    private async Task<string?> Hash(Order order, Scan scan, CancellationToken cancellation) =>
        (await blobs.Of(order.Id, scan).Hash(cancellation))?.Sha256;
}
