using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using WelWee3D.Storage;

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
    private const string Digits = "0123456789abcdef";

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    public Task Add(Id order, CancellationToken cancellation) =>
        table.UpsertEntityAsync(Row(order), TableUpdateMode.Replace, cancellation);

    public Task Remove(Id order, CancellationToken cancellation) =>
        table.DeleteEntityAsync(Row(order).PartitionKey, Row(order).RowKey, ETag.All, cancellation);

    public async Task<bool> Has(Id order, CancellationToken cancellation) =>
        (await table.GetEntityIfExistsAsync<TableEntity>(Row(order).PartitionKey, Row(order).RowKey, cancellationToken: cancellation)).HasValue;

    public async IAsyncEnumerable<Id> All([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancellation))
            yield return Id.Parse(Complement(row.RowKey));
    }

    /// <summary>The orders opened before one, or the newest of all.</summary>
    public async Task<IReadOnlyList<Id>> Before(Id? order, int most, CancellationToken cancellation)
    {
        var filter = order is { } last ? After(Row(last)) : null;
        var found = new List<Id>(most);
        await foreach (var row in table.QueryAsync<TableEntity>(filter, maxPerPage: most, cancellationToken: cancellation))
        {
            found.Add(Id.Parse(Complement(row.RowKey)));
            if (found.Count == most)
                break;
        }
        return found;
    }

    private static string After(TableEntity row) => TableClient.CreateQueryFilter(
        $"PartitionKey gt {row.PartitionKey} or (PartitionKey eq {row.PartitionKey} and RowKey gt {row.RowKey})");

    private static TableEntity Row(Id order)
    {
        var key = Complement(order.ToString());
        return new(key[..PartitionDigits], key);
    }

    private static string Complement(string hex) => string.Concat(hex.Select(digit => Digits[^(Digits.IndexOf(digit) + 1)]));
}
