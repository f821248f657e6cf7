using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace WelWee3D.Retention;

/// <summary>
/// The checkpoints of the chain, a blob for each day on which it grew, written once. The policy of their container lets
/// nobody change or delete them, who may write to the tables included.
/// </summary>
public sealed class Checkpoints(StorageAccounts accounts, Certificates certificates)
{
    public const string ContainerName = "checkpoints";

    private const string Extension = ".json";
    private const int CertificatesAtOnce = 100;

    private readonly BlobContainerClient container = accounts.Blobs(Accounts.Ledger).GetBlobContainerClient(ContainerName);

    /// <summary>
    /// Writes those of the days, before today, on which the chain grew since the last. Can be repeated; what was not written
    /// on its morning is made up for by the next.
    /// </summary>
    /// <returns>The newest checkpoint as it stands, and whether it was written just now; null when there is no certificate yet.</returns>
    public async Task<(Checkpoint Checkpoint, bool IsNew)?> Write(DateOnly today, CancellationToken cancellation)
    {
        var last = await NewestName(today, cancellation);
        var grown = await certificates.NewestFirst(from: null, CertificatesAtOnce, cancellation)
            .Select(certificate => new Checkpoint(DayOf(certificate), certificate.Number, certificate.Hash))
            .Where(each => each.Day < today).TakeWhile(each => last is null || string.CompareOrdinal(NameOf(each.Day), last) >= 0)
            .DistinctBy(each => each.Day).ToListAsync(cancellation);
        if (grown is not [var newest, ..])
            return last is null ? null : (await Read(last, cancellation), false);
        // The first first: who dies in between goes on from there.
        var isNew = false;
        foreach (var checkpoint in Enumerable.Reverse(grown))
            isNew = await TryAdd(checkpoint, cancellation);
        return isNew ? (newest, true) : (await Read(NameOf(newest.Day), cancellation), false);
    }

    /// <summary>The newest from before a day.</summary>
    public async Task<Checkpoint?> Newest(DateOnly before, CancellationToken cancellation) =>
        await NewestName(before, cancellation) is { } name ? await Read(name, cancellation) : null;

    /// <summary>All of them, the first first, and the names of those that cannot be read.</summary>
    public async Task<(IReadOnlyList<Checkpoint> Readable, IReadOnlyList<string> Unreadable)> All(CancellationToken cancellation)
    {
        var (readable, unreadable) = (new List<Checkpoint>(), new List<string>());
        await foreach (var name in Names(cancellation))
            try
            {
                readable.Add(await Read(name, cancellation));
            }
            catch (UnreadableException damaged)
            {
                unreadable.AddRange(damaged.What);
            }
        return (readable, unreadable);
    }

    private ValueTask<string?> NewestName(DateOnly before, CancellationToken cancellation) =>
        Names(cancellation).LastOrDefaultAsync(name => string.CompareOrdinal(name, NameOf(before)) < 0, cancellation);

    private IAsyncEnumerable<string> Names(CancellationToken cancellation) =>
        container.GetBlobsAsync(cancellationToken: cancellation).Select(blob => blob.Name);

    /// <returns>False when that day has one already.</returns>
    private async Task<bool> TryAdd(Checkpoint checkpoint, CancellationToken cancellation)
    {
        try
        {
            await container.GetBlobClient(NameOf(checkpoint.Day)).UploadAsync(
                BinaryData.FromString(StoredJson.Write(checkpoint)),
                new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All }, HttpHeaders = new() { ContentType = "application/json" } },
                cancellation);
            return true;
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            return false;
        }
    }

    private async Task<Checkpoint> Read(string name, CancellationToken cancellation)
    {
        BlobDownloadResult blob = await container.GetBlobClient(name).DownloadContentAsync(cancellation);
        try
        {
            return StoredJson.ReadRequired<Checkpoint>(blob.Content.ToString());
        }
        catch (JsonException)
        {
            throw new UnreadableException([$"{ContainerName}|{name}"]);
        }
    }

    private static DateOnly DayOf(SealedCertificate stored)
    {
        try
        {
            var certificate = stored.Read();
            return Amsterdam.DateOf(certificate.IssuedAt ?? certificate.DestroyedAt);
        }
        catch (JsonException)
        {
            throw new UnreadableException([$"{Certificates.TableName}|{stored.Number}"]);
        }
    }

    private static string NameOf(DateOnly day) => day.Iso() + Extension;
}
