using Azure.Storage.Blobs;
using WelWee3D.Storage;

namespace WelWee3D.Scans;

/// <summary>The files of scans: a folder for each order.</summary>
public sealed class ScanBlobs(StorageAccounts accounts)
{
    public const string Container = "scans";

    private readonly BlobContainerClient container = accounts.Blobs("Scans").GetBlobContainerClient(Container);

    public BlobClient Of(Id order, Scan scan) => container.GetBlobClient($"{order}/{scan.BlobName}");
}
