using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using WelWee3D.Mail;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Scans;

/// <summary>The blobs that no order knows: told to staff, and with a deadline like everything else.</summary>
public sealed class UnclaimedBlobs(
    StorageAccounts accounts, DueIndex due, Letters letters, SubjectKeys keys, RetentionRules rules)
{
    public const string TableName = "Unclaimed";

    private const string Row = "blob";

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    /// <summary>Writes a blob down, once however often it is found.</summary>
    /// <returns>False when it was written down before.</returns>
    public async Task<bool> Add(
        string blobName, DateTimeOffset createdOn, DateOnly arrivedOn, long bytes, CancellationToken cancellation)
    {
        var id = IdOf(blobName, createdOn);
        if (await Find(id, cancellation) is not null)
            return false;

        var blob = new UnclaimedBlob(id, blobName, arrivedOn, bytes, DueRow.First(DueOn(arrivedOn), new(Kinds.Blob, id)));
        await due.Put(blob.Due, cancellation);
        await letters.Add(new(LetterKinds.BlobUnclaimed, $"{id}"), cancellation);
        await table.UpsertEntityAsync(RowOf(blob), TableUpdateMode.Replace, cancellation);
        return true;
    }

    public async IAsyncEnumerable<UnclaimedBlob> All([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancellation))
            yield return BlobOf(row);
    }

    /// <summary>Gives a blob the due row that the rules say.</summary>
    public async Task Reschedule(UnclaimedBlob blob, CancellationToken cancellation)
    {
        var moved = blob with { Due = blob.Due.Next(DueOn(blob.ArrivedOn)) };
        await due.Move(
            blob.Due, moved.Due, () => Replace(moved, cancellation), async () => (await Find(blob.Id, cancellation))?.Due, cancellation);
    }

    public async Task<UnclaimedBlob?> Find(Id id, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.ToString(), Row, cancellationToken: cancellation);
        return row.HasValue ? BlobOf(row.Value!) : null;
    }

    /// <summary>Forgets a blob: an order knows it after all.</summary>
    public async Task Claim(string blobName, DateTimeOffset createdOn, CancellationToken cancellation)
    {
        if (await Find(IdOf(blobName, createdOn), cancellation) is { } blob)
            await Remove(blob, cancellation);
    }

    public async Task Remove(UnclaimedBlob blob, CancellationToken cancellation)
    {
        await table.DeleteEntityAsync(blob.Id.ToString(), Row, ETag.All, cancellation);
        await due.Remove(blob.Due, cancellation);
    }

    /// <returns>False when it is gone.</returns>
    private async Task<bool> Replace(UnclaimedBlob blob, CancellationToken cancellation)
    {
        try
        {
            await table.UpdateEntityAsync(RowOf(blob), ETag.All, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            return false;
        }
    }

    private DateOnly? DueOn(DateOnly arrivedOn) => rules.UnclaimedBlob(arrivedOn, arrivedOn).DueOn;

    private Id IdOf(string blobName, DateTimeOffset createdOn) => Id.From(createdOn, keys.Seed("blob", blobName));

    private static TableEntity RowOf(UnclaimedBlob blob) => new(blob.Id.ToString(), Row)
    {
        ["BlobName"] = blob.BlobName,
        ["ArrivedOn"] = blob.ArrivedOn.Iso(),
        ["Bytes"] = blob.Bytes,
        ["DueOn"] = blob.Due.On.Iso(),
        ["DueVersion"] = blob.Due.Version,
    };

    private static UnclaimedBlob BlobOf(TableEntity row)
    {
        var id = Id.Parse(row.PartitionKey);
        var due = new DueRow(Amsterdam.Date(row.GetString("DueOn")), new(Kinds.Blob, id), row.GetInt32("DueVersion") ?? 0);
        return new(id, row.GetString("BlobName"), Amsterdam.Date(row.GetString("ArrivedOn")), row.GetInt64("Bytes") ?? 0, due);
    }
}
