namespace WelWee3D.Storage;

/// <summary>Where a page of rows begins.</summary>
public readonly record struct RowPlace(string Partition, string Row);

public static class TableRanges
{
    /// <summary>
    /// Rows in the order of their keys, from a place on. What is left of its partition and the partitions after it are
    /// asked apart: with "or" in a filter the service walks the whole table.
    /// </summary>
    /// <param name="from">The row to begin at, or where it was; null for the first of all.</param>
    /// <param name="last">The last partition; null for the last of all.</param>
    public static async IAsyncEnumerable<TableEntity> Rows(
        this TableClient table, RowPlace? from, string? last, int perPage, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var filter in Filters(from, last))
            await foreach (var row in table.QueryAsync<TableEntity>(filter, perPage, cancellationToken: cancellation))
                yield return row;
    }

    private static IEnumerable<string?> Filters(RowPlace? from, string? last)
    {
        if (from is not { } place)
            return [last is null ? null : TableClient.CreateQueryFilter($"PartitionKey le {last}")];

        return
        [
            TableClient.CreateQueryFilter($"PartitionKey eq {place.Partition} and RowKey ge {place.Row}"),
            last is null
                ? TableClient.CreateQueryFilter($"PartitionKey gt {place.Partition}")
                : TableClient.CreateQueryFilter($"PartitionKey gt {place.Partition} and PartitionKey le {last}"),
        ];
    }
}
