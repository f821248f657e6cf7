using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using WelWee3D.Formats;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Scans;

/// <summary>
/// The blobs that no order knows: told to staff, and with a deadline like everything else. Their names were given by
/// people, so nothing repeats them.
/// </summary>
public sealed class UnclaimedBlobs(Keeping keeping, ScanBlobs blobs, Letters letters, SubjectKeys keys)
    : RowKind<UnclaimedBlob>(keeping, Kind, TableName)
{
    public const string Kind = "blob";
    public const string TableName = "Unclaimed";

    public override KindWords Words { get; } =
        new(new("bestand zonder bestelling", "file without an order"), new("bestanden zonder bestelling", "files without an order"));

    private static readonly PackageTable Told = new(
        "unclaimed", typeof(ToldFile), new("Bestanden zonder bestelling", "Files without an order"))
    {
        IsNobodys = true,
    };

    public override bool IsRecoverable => true;

    public override IReadOnlyList<PackageTable> Tables => [Told];

    /// <summary>Writes a blob down, once however often it is found.</summary>
    /// <returns>False when it was written down before, or is gone.</returns>
    public async Task<bool> Add(string blobName, DateTimeOffset createdOn, DateOnly arrivedOn, CancellationToken cancellation)
    {
        var ids = IdsOf(blobName, createdOn);
        foreach (var known in ids)
            if (await Find(known, cancellation) is not null)
                return false;
        if (await blobs.Blob(blobName).Hash(cancellation) is not { } file)
            return false;
        var id = ids[0];
        await letters.Add(new(BlobUnclaimedLetter.Name, $"{id}"), cancellation);
        return await Add(new UnclaimedBlob(id, blobName, arrivedOn, file.Bytes, file.Sha256), cancellation);
    }

    /// <summary>Forgets a blob: an order knows it after all.</summary>
    public async Task Claim(string blobName, DateTimeOffset createdOn, CancellationToken cancellation)
    {
        foreach (var id in IdsOf(blobName, createdOn))
            await Forget(id, cancellation);
    }

    public override async Task Export(KeptRecord record, Package package, CancellationToken cancellation)
    {
        if (await Find(record.Item.Id, cancellation) is not { } found)
            return;
        var file = $"unclaimed/{found.Id}";
        var isThere = await FileOf(found, cancellation) is { } blob
            && await package.Copy($"unclaimed-{found.Id}", file, ScanMedia.Unknown, blob, cancellation);
        package.Tell(Told, new ToldFile(found.Id, found.BlobName, isThere ? file : null, found.ArrivedOn, found.Bytes, found.Sha256, record.Retention));
    }

    protected override async Task<IReadOnlyList<DestroyedFile>> Files(UnclaimedBlob record, CancellationToken cancellation) =>
        await FileOf(record, cancellation) is { } blob && await blob.Hash(cancellation) is { } file ? [new($"{record.Id}", file.Bytes, file.Sha256)] : [];

    protected override async Task DeleteFiles(UnclaimedBlob record, CancellationToken cancellation)
    {
        if (await FileOf(record, cancellation) is not { } file)
            return;
        await file.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
        if (await FileOf(record, cancellation) is not null)
            throw new InvalidOperationException($"{record.Id} was deleted, and is still there.");
    }

    // What a file was called nothing tells any more: it is known again by the id that follows from its name.
    public override async Task<DateTimeOffset?> LastRecoverable(LedgerLine line, CancellationToken cancellation)
    {
        var gone = line.Items.Select(item => item.Id).ToHashSet();
        return await blobs.Recoverable(prefix: null, cancellation)
            .Where(file => IdsOf(file.Name, file.Properties.CreatedOn!.Value).Any(gone.Contains)).Select(file => file.Properties.DeletedOn).MaxAsync(cancellationToken: cancellation);
    }

    /// <summary>The file that was found; null when it is gone, also where another has come under its name since: that one has a day of its own.</summary>
    public async Task<BlobClient?> FileOf(UnclaimedBlob record, CancellationToken cancellation)
    {
        var file = blobs.Blob(record.BlobName);
        try
        {
            BlobProperties stored = await file.GetPropertiesAsync(cancellationToken: cancellation);
            return stored.CreatedOn.ToUnixTimeMilliseconds() == record.Id.MadeAt.ToUnixTimeMilliseconds() ? file : null;
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return null;
        }
    }

    /// <summary>What it is called; and while there is a former key, what it may have been called under that.</summary>
    private IReadOnlyList<Id> IdsOf(string blobName, DateTimeOffset createdOn) =>
        [.. keys.Seeds("blob", blobName).Select(seed => Id.From(createdOn, seed))];

    private sealed record ToldFile(Id Id, string BlobName, string? File, DateOnly ArrivedOn, long Bytes, string? Sha256, Derivation Retention);
}
