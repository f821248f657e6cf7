using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using WelWee3D.Retention;
using WelWee3D.Telemetry;

namespace WelWee3D.Orders;

/// <summary>What stands beside a file, as its metadata.</summary>
/// <param name="Trace">Where the trace of the request was left that brought its last byte.</param>
public sealed record ScanOrigin([Operational] string? Trace)
{
    public static readonly string TraceEntry = nameof(Trace).ToLowerInvariant();

    public static Dictionary<string, string> Here() => Traces.Here is { } here ? new() { [TraceEntry] = here } : [];

    public static ScanOrigin Of(BlobProperties stored) => new(stored.Metadata.TryGetValue(TraceEntry, out var trace) ? trace : null);
}

/// <summary>The files of scans, named by the server: <c>{order}/{scan}.{ext}</c>.</summary>
public sealed class ScanBlobs(StorageAccounts accounts)
{
    public const string ContainerName = "scans";

    private readonly BlobContainerClient container = accounts.Blobs(Accounts.Scans).GetBlobContainerClient(ContainerName);

    public static string Prefix(Id order, Id scan) => $"{order}/{scan}";

    public BlobClient Blob(string name) => container.GetBlobClient(name);

    public BlobClient Of(Id order, Scan scan) => Blob($"{order}/{scan.BlobName}");

    /// <summary>The files of a scan, each with its hash: what was read of the one that its row names, else read anew.</summary>
    /// <param name="known">Null when its row is gone.</param>
    public async Task<IReadOnlyList<DestroyedFile>> Describe(Id order, Id scan, Scan? known, CancellationToken cancellation)
    {
        var recorded = known?.Facts is { } facts ? (Of(order, known).Name, facts.Sha256) : default;
        var files = new List<DestroyedFile>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, Prefix(order, scan), cancellation))
            // One that is deleted meanwhile is another run's to destroy.
            if ((blob.Name == recorded.Name ? recorded.Sha256 : (await Blob(blob.Name).Hash(cancellation))?.Sha256) is { } sha256)
                files.Add(new(blob.Name, blob.Properties.ContentLength ?? 0, sha256));
        return files;
    }

    /// <summary>Has storage copy a file.</summary>
    /// <returns>False when there is none.</returns>
    /// <exception cref="InvalidOperationException">The copy is not whole.</exception>
    public async Task<bool> Copy(BlobClient from, BlobClient to, CancellationToken cancellation)
    {
        if (!await from.ExistsAsync(cancellation))
            return false;
        try
        {
            var copying = await to.StartCopyFromUriAsync(from.Uri, cancellationToken: cancellation);
            await copying.WaitForCompletionAsync(cancellation);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            // Deleted since it was looked for.
            return false;
        }
        BlobProperties copied = await to.GetPropertiesAsync(cancellationToken: cancellation);
        if (copied.BlobCopyStatus != CopyStatus.Success)
            throw new InvalidOperationException($"Storage ended a copy as {copied.BlobCopyStatus}.");
        return true;
    }

    /// <summary>Deletes every blob under a prefix, with its snapshots.</summary>
    public async Task Delete(string prefix, CancellationToken cancellation)
    {
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellation))
            await container.DeleteBlobIfExistsAsync(blob.Name, DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
    }

    /// <summary>The deleted files under a prefix that storage can still recover, and as snapshots what was overwritten of them.</summary>
    /// <param name="prefix">Null for all.</param>
    public IAsyncEnumerable<BlobItem> Recoverable(string? prefix, CancellationToken cancellation) => container
        .GetBlobsAsync(BlobTraits.None, BlobStates.Deleted | BlobStates.Snapshots, prefix, cancellation).Where(blob => blob.Deleted);

    /// <summary>When the last file of a scan was deleted that storage can still recover; null when there is none.</summary>
    public async Task<DateTimeOffset?> LastRecoverable(Id order, Id scan, DateTimeOffset now, CancellationToken cancellation)
    {
        DateTimeOffset? last = null;
        await foreach (var file in Recoverable(Prefix(order, scan), cancellation))
            last = (file.Properties.DeletedOn ?? now) is var deleted && last > deleted ? last : deleted;
        return last;
    }

    public async Task Recover(string prefix, CancellationToken cancellation)
    {
        await foreach (var blob in Recoverable(prefix, cancellation).Where(blob => blob.Snapshot is null))
            await Blob(blob.Name).UndeleteAsync(cancellation);
    }

    /// <summary>Every file there is; blocks that never became one are not.</summary>
    public AsyncPageable<BlobItem> All(CancellationToken cancellation) => container.GetBlobsAsync(cancellationToken: cancellation);

    public async Task<bool> Any(string prefix, CancellationToken cancellation)
    {
        await foreach (var _ in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellation))
            return true;
        return false;
    }
}
