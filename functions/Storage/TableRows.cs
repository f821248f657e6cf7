using Azure;

namespace WelWee3D.Storage;

/// <summary>Many rows at once.</summary>
internal static class TableRows
{
    private const int TransactionSize = 100;
    private const int Parallelism = 8;

    /// <summary>
    /// Deletes rows, those of a partition in entity group transactions. A row that is gone already is no matter. The last
    /// go first: storage that keeps rows in the order they came lets go of the last at the least cost.
    /// </summary>
    public static Task DeleteAll(this TableClient table, IEnumerable<TableEntity> rows, CancellationToken cancellation) =>
        Parallel.ForEachAsync(
            rows.GroupBy(row => row.PartitionKey)
                .OrderByDescending(partition => partition.Key, StringComparer.Ordinal)
                .SelectMany(partition => partition.OrderByDescending(row => row.RowKey, StringComparer.Ordinal).Chunk(TransactionSize)),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation },
            async (some, _) => await DeleteTogether(table, some, cancellation));

    private static async Task DeleteTogether(TableClient table, TableEntity[] rows, CancellationToken cancellation)
    {
        if (rows.Length > 1 && await InOneTransaction(table, rows, cancellation))
            return;
        foreach (var row in rows)
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
    }

    /// <returns>False when any of them is gone already.</returns>
    private static async Task<bool> InOneTransaction(TableClient table, TableEntity[] rows, CancellationToken cancellation)
    {
        try
        {
            await table.SubmitTransactionAsync(
                rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), cancellation);
            return true;
        }
        catch (TableTransactionFailedException gone) when (gone.Status == 404)
        {
            return false;
        }
    }
}
