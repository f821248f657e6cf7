using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Uploads;

/// <summary>What storage holds of an upload's bytes.</summary>
/// <param name="IsCommitted">The blocks have become the blob.</param>
internal sealed record Staged(IReadOnlyList<Block> Blocks, bool IsCommitted)
{
    public static readonly Staged Nothing = new([], IsCommitted: false);
}

/// <summary>
/// The blocks of uploads: in the scans container; those of partial uploads in a container where nothing takes them for a scan,
/// and nothing deleted can be recovered.
/// </summary>
internal sealed class UploadBlocks(StorageAccounts accounts)
{
    /// <summary>As many as a blob can be made of.</summary>
    public const int MaxBlocks = 50_000;

    private readonly BlobContainerClient scans = accounts.Blobs(Accounts.Scans).GetBlobContainerClient(ScanBlobs.ContainerName);
    private readonly BlobContainerClient partials = accounts.Blobs(Accounts.Records).GetBlobContainerClient(PartialUploads.ContainerName);

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
            run.Select(block => block.Id), new CommitBlockListOptions { Metadata = upload.IsPartial ? null : ScanOrigin.Here() }, cancellation);

    /// <summary>The bytes of a partial upload that is committed, from one on.</summary>
    public async Task<Stream> Open(Upload partial, long from, CancellationToken cancellation) =>
        (await Blob(partial).DownloadStreamingAsync(new() { Range = new HttpRange(from) }, cancellation)).Value.Content;

    /// <summary>What has come of an upload that is to be destroyed, as its certificate tells it.</summary>
    public async Task<IReadOnlyList<DestroyedFile>> Describe(Upload upload, CancellationToken cancellation)
    {
        var (staged, isCommitted) = await Look(upload, cancellation);
        if (isCommitted && !upload.IsPartial)
            return await scans.GetBlobClient(NameOf(upload)).Hash(cancellation) is { } file ? [new(NameOf(upload), file.Bytes, file.Sha256)] : [];
        var bytes = isCommitted ? upload.Length ?? 0 : staged.Sum(block => block.Length);
        return bytes > 0 ? [new(NameOf(upload), bytes, Sha256: null)] : [];
    }

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

    private BlockBlobClient Blob(Upload upload) => (upload.IsPartial ? partials : scans).GetBlockBlobClient(NameOf(upload));

    private static string NameOf(Upload upload) => upload.IsPartial ? upload.BlobName : $"{upload.OrderId}/{upload.BlobName}";
}
