using Azure;

namespace WelWee3D.Orders;

/// <summary>A row of the index.</summary>
public readonly record struct IndexedScan([Pseudonymous] Id Scan, [Pseudonymous] Id Order);

/// <summary>Which order a scan belongs to. Its row is written before the order gets the scan, and removed after it is gone.</summary>
public sealed class ScanIndex(StorageAccounts accounts)
{
    public const string TableName = "Scans";

    private const string Row = "scan";

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    public Task Add(Id scan, Id order, CancellationToken cancellation) =>
        table.UpsertEntityAsync(
            new TableEntity(scan.ToString(), Row) { ["Order"] = order.ToString() }, TableUpdateMode.Replace, cancellation);

    public async Task<Id?> Find(Id scan, CancellationToken cancellation) =>
        await table.Find(scan.ToString(), Row, cancellation) is { } row ? Read(row).Order : null;

    /// <summary>Every row there is.</summary>
    /// <exception cref="UnreadableException">After the last, with those that cannot be read.</exception>
    public IAsyncEnumerable<IndexedScan> All(CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(cancellationToken: cancellation).Readable(Read);

    public Task Remove(Id scan, CancellationToken cancellation) =>
        table.DeleteEntityAsync(scan.ToString(), Row, ETag.All, cancellation);

    private static IndexedScan Read(TableEntity row) =>
        row.Read(TableName, _ => new IndexedScan(Id.Parse(row.PartitionKey), Id.Parse(row.Text("Order"))));
}
