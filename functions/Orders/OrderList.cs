using Azure;
using Azure.Data.Tables;
using WelWee3D.Storage;

namespace WelWee3D.Orders;

/// <summary>
/// All orders, newest first: one partition, keyed by the complement of the id. Its row is written before the order and
/// removed after it, so a row without an order is passed over.
/// </summary>
public sealed class OrderList(StorageAccounts accounts)
{
    public const string TableName = "OrderList";

    private const string Partition = "orders";
    private const string Digits = "0123456789abcdef";

    private readonly TableClient table = accounts.Tables("Records").GetTableClient(TableName);

    public Task Add(Id order, CancellationToken cancellation) =>
        table.UpsertEntityAsync(new TableEntity(Partition, Complement(order.ToString())), TableUpdateMode.Replace, cancellation);

    public Task Remove(Id order, CancellationToken cancellation) =>
        table.DeleteEntityAsync(Partition, Complement(order.ToString()), ETag.All, cancellation);

    /// <summary>The orders opened before one, or the newest of all.</summary>
    public async Task<IReadOnlyList<Id>> Before(Id? order, int most, CancellationToken cancellation)
    {
        var from = order is { } last ? Complement(last.ToString()) : "";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey gt {from}");
        var found = new List<Id>(most);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, maxPerPage: most, cancellationToken: cancellation))
        {
            found.Add(Id.Parse(Complement(row.RowKey)));
            if (found.Count == most)
                break;
        }
        return found;
    }

    private static string Complement(string hex) => string.Concat(hex.Select(digit => Digits[^(Digits.IndexOf(digit) + 1)]));
}
