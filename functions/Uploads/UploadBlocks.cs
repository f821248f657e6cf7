using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using WelWee3D.Orders;
using WelWee3D.Storage;

namespace WelWee3D.Uploads;

/// <summary>What the scans container holds of an upload.</summary>
/// <param name="IsCommitted">The blocks have become the blob.</param>
internal sealed record Staged(IReadOnlyList<Block> Blocks, bool IsCommitted)
{
    public static readonly Staged Nothing = new([], IsCommitted: false);
}

/// <summary>The blocks of uploads in the scans container.</summary>
internal sealed class UploadBlocks(StorageAccounts accounts)
{
    /// <summary>As many as a blob can be made of.</summary>
    public const int MaxBlocks = 50_000;

    private readonly BlobContainerClient container = accounts.Blobs(Accounts.Scans).GetBlobContainerClient(ScanBlobs.ContainerName);

    public async Task<Staged> Look(Upload upload, CancellationToken cancellation)
    {
        try
        {
            BlockList list = await Blob(upload).GetBlockListAsync(BlockListTypes.All, cancellationToken: cancellation);
            return new(
                [.. list.UncommittedBlocks.Select(block => Block.Parse(block.Name, block.SizeLong))],
                list.CommittedBlocks.Any());
        }
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            return Staged.Nothing;
        }
    }

    public async Task Stage(Upload upload, Block block, byte[] bytes, CancellationToken cancellation)
    {
        using var content = new MemoryStream(bytes, 0, (int)block.Length, writable: false);
        await Blob(upload).StageBlockAsync(block.Id, content, cancellationToken: cancellation);
    }

    public Task Commit(Upload upload, IEnumerable<Block> run, CancellationToken cancellation) =>
        Blob(upload).CommitBlockListAsync(
            run.Select(block => block.Id), new CommitBlockListOptions { Metadata = ScanOrigin.Here() }, cancellation);

    /// <summary>
    /// Blocks that are not committed cannot be deleted. Committing none of them drops them all, and leaves an empty
    /// blob that can.
    /// </summary>
    public async Task Discard(Upload upload, CancellationToken cancellation)
    {
        if (await Look(upload, cancellation) is { Blocks.Count: > 0, IsCommitted: false })
            await Commit(upload, [], cancellation);
        await Delete(upload, cancellation);
    }

    public Task Delete(Upload upload, CancellationToken cancellation) =>
        Blob(upload).DeleteIfExistsAsync(cancellationToken: cancellation);

    private BlockBlobClient Blob(Upload upload) => container.GetBlockBlobClient($"{upload.OrderId}/{upload.BlobName}");
}
