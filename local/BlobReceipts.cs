using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace WelWee3D.Local;

/// <summary>
/// Which blobs a function has had. Kept as empty blobs beside the data, as the Functions host does, so that
/// a restart offers only what is new.
/// </summary>
internal sealed class BlobReceipts
{
    private readonly BlobContainerClient container;
    private readonly string folder;
    private readonly ConcurrentDictionary<string, bool> names;

    private BlobReceipts(BlobContainerClient container, string folder, IEnumerable<string> names)
    {
        this.container = container;
        this.folder = folder;
        this.names = new(names.Select(name => KeyValuePair.Create(name, true)));
    }

    public static async Task<BlobReceipts> Open(BlobServiceClient account, string function, CancellationToken cancellation)
    {
        var container = account.GetBlobContainerClient("azure-webjobs-hosts");
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        var folder = $"blobreceipts/local/{function}/";
        var names = await container.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder, cancellation)
            .Select(receipt => receipt.Name)
            .ToListAsync(cancellation);
        return new BlobReceipts(container, folder, names);
    }

    public bool Has(string blobContainer, BlobItem blob) => names.ContainsKey(Name(blobContainer, blob));

    public async Task Add(string blobContainer, BlobItem blob, CancellationToken cancellation)
    {
        var name = Name(blobContainer, blob);
        await container.GetBlobClient(name).UploadAsync(BinaryData.Empty, overwrite: true, cancellation);
        names[name] = true;
    }

    private string Name(string blobContainer, BlobItem blob) =>
        $"{folder}{blob.Properties.ETag.ToString()!.Trim('"')}/{blobContainer}/{blob.Name}";
}
