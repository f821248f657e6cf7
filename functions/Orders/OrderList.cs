using Azure;

namespace WelWee3D.Orders;

/// <summary>
/// All orders, newest first: keyed by the complement of the id, in partitions of about seven weeks. Its row is written
/// before the order and removed after it, so a row without an order is passed over.
/// </summary>
public sealed class OrderList(StorageAccounts accounts)
{
    public const string TableName = "OrderList";

    // The first four of the twelve digits that tell the moment in milliseconds.
    private const int PartitionDigits = 4;

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    public Task Add(Id order, CancellationToken cancellation) =>
        table.UpsertEntityAsync(Row(order), TableUpdateMode.Replace, cancellation);

    public Task Remove(Id order, CancellationToken cancellation) =>
        table.DeleteEntityAsync(Row(order).PartitionKey, Row(order).RowKey, ETag.All, cancellation);

    public async Task<bool> Has(Id order, CancellationToken cancellation) =>
        await table.Find(Row(order).PartitionKey, Row(order).RowKey, cancellation) is not null;

    /// <exception cref="UnreadableException">After the last, with those that cannot be read.</exception>
    public IAsyncEnumerable<Id> All(CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(cancellationToken: cancellation).Readable(Read);

    /// <summary>The orders opened before one, or the newest of all.</summary>
    public IAsyncEnumerable<Id> Before(Id? order, int perPage, CancellationToken cancellation)
    {
        // The row itself is passed over: a range of keys begins with its first.
        var place = order is { } last ? new RowPlace(Row(last).PartitionKey, Row(last).RowKey) : (RowPlace?)null;
        return table.Rows(place, last: null, perPage, cancellation).Where(row => row.RowKey != place?.Row).Select(Read);
    }

    private static Id Read(TableEntity row) => row.Read(
        TableName, _ => NewestFirst.TryParse(row.RowKey, out var id) ? id : throw new FormatException("Not the key of an order."));

    private static TableEntity Row(Id order)
    {
        var key = NewestFirst.Key(order);
        return new(key[..PartitionDigits], key);
    }
}
