using Azure;

namespace WelWee3D.Retention;

/// <summary>That the erasure of a record was asked for which has to stay a while yet.</summary>
/// <param name="AskedOn">The day.</param>
public sealed record AskedErasure([Operational] DateOnly AskedOn);

/// <summary>
/// The erasures that a hold or a letter keeps waiting, a row for each record, in the ledger's account: a restore to a day
/// before they were asked for must not forget them. A row goes when its record has.
/// </summary>
public sealed class AskedErasures(StorageAccounts accounts)
{
    public const string TableName = "AskedErasures";

    private const string RowKey = "erasure";

    private readonly TableClient table = accounts.Tables(Accounts.Ledger).GetTableClient(TableName);

    public static bool IsAsked(KeptRecord record) => record.Retention.Rule == RetentionSchedule.Erasure.Name;

    /// <summary>Can be repeated.</summary>
    public Task Put(Item item, DateOnly askedOn, CancellationToken cancellation) => table.UpsertEntityAsync(
        new TableEntity($"{item}", RowKey).With(new AskedErasure(askedOn)), TableUpdateMode.Replace, cancellation);

    public IAsyncEnumerable<Item> All(CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(cancellationToken: cancellation).Select(row => Item.Parse(row.PartitionKey));

    public Task Remove(Item item, CancellationToken cancellation) => table.DeleteEntityAsync($"{item}", RowKey, ETag.All, cancellation);
}
