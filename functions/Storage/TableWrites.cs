using Azure;

namespace WelWee3D.Storage;

/// <summary>
/// Reads and writes whose other outcome is as ordinary as the one hoped for: no such row, one that is there already, one
/// that somebody else changed first. Anything else that storage answers is thrown.
/// </summary>
internal static class TableWrites
{
    private const int NotFound = 404;
    private static readonly string[] StoragesOwn = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    public static async Task<TableEntity?> Find(this TableClient table, string partition, string row, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>The names of the partitions, one after the other: a request for each.</summary>
    /// <param name="before">Those that come before this one only.</param>
    public static async IAsyncEnumerable<string> Partitions(
        this TableClient table, [EnumeratorCancellation] CancellationToken cancellation, string? before = null)
    {
        for (var last = "";;)
        {
            var filter = before is null
                ? TableClient.CreateQueryFilter($"PartitionKey gt {last}")
                : TableClient.CreateQueryFilter($"PartitionKey gt {last} and PartitionKey lt {before}");
            if (await table.QueryAsync<TableEntity>(filter, 1, ["PartitionKey"], cancellation).FirstOrDefaultAsync(cancellation) is not { } row)
                yield break;
            yield return last = row.PartitionKey;
        }
    }

    /// <summary>Writes a row under an id that this request has made.</summary>
    /// <returns>The version of the row.</returns>
    public static async Task<ETag> Add(this TableClient table, TableEntity row, CancellationToken cancellation) =>
        await table.TryAdd(row, cancellation)
            ?? throw new InvalidOperationException($"{table.Name} has another row {row.PartitionKey}|{row.RowKey}.");

    /// <returns>The version of the row; null when there is another one already.</returns>
    public static async Task<ETag?> TryAdd(this TableClient table, TableEntity row, CancellationToken cancellation)
    {
        try
        {
            return (await table.AddEntityAsync(row, cancellation)).Headers.ETag ?? default(ETag);
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            return await table.Written(row, cancellation);
        }
    }

    /// <returns>The version that the row has now; null when somebody else changed or deleted it first.</returns>
    public static async Task<ETag?> TryUpdate(
        this TableClient table, TableEntity row, ETag version, CancellationToken cancellation, TableUpdateMode mode = TableUpdateMode.Replace)
    {
        try
        {
            return (await table.UpdateEntityAsync(row, version, mode, cancellation)).Headers.ETag ?? default(ETag);
        }
        catch (RequestFailedException lost) when (lost.Status is NotFound or 412)
        {
            return null;
        }
    }

    /// <summary>As above, for a row that nobody else writes just so, since it says whose it is.</summary>
    public static async Task<ETag?> TryUpdateOwn(
        this TableClient table, TableEntity row, ETag version, CancellationToken cancellation) =>
        await table.TryUpdate(row, version, cancellation) ?? await table.Written(row, cancellation);

    /// <returns>False when somebody else changed or deleted it first.</returns>
    public static async Task<bool> TryDelete(
        this TableClient table, string partition, string row, ETag version, CancellationToken cancellation)
    {
        try
        {
            return (await table.DeleteEntityAsync(partition, row, version, cancellation)).Status != NotFound;
        }
        catch (RequestFailedException lost) when (lost.Status == 412)
        {
            return false;
        }
    }

    /// <summary>Writes rows of one partition, all or none.</summary>
    /// <returns>False when any of them was there already, or changed or deleted by somebody else.</returns>
    public static async Task<bool> TryTransact(
        this TableClient table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellation)
    {
        try
        {
            await table.SubmitTransactionAsync(actions, cancellation);
            return true;
        }
        catch (TableTransactionFailedException lost) when (lost.Status is NotFound or 409 or 412)
        {
            return actions.FirstOrDefault(action => action.ActionType == TableTransactionActionType.Add) is { Entity: TableEntity added }
                && await table.Written(added, cancellation) is not null;
        }
    }

    /// <summary>
    /// The client repeats a write whose answer was lost, and meets what it has written itself. What stands there exactly as
    /// it was to be written, under an id or a moment of this very request, has been written.
    /// </summary>
    /// <returns>The version of the row; null when there is none, or another.</returns>
    private static async Task<ETag?> Written(this TableClient table, TableEntity row, CancellationToken cancellation) =>
        await table.Find(row.PartitionKey, row.RowKey, cancellation) is { } stored && Columns(row).SetEquals(Columns(stored)) ? stored.ETag : null;

    private static HashSet<(string Name, object Value)> Columns(TableEntity row) =>
        [.. row.Where(column => column.Value is not null && !StoragesOwn.Contains(column.Key)).Select(column => (column.Key, column.Value))];
}
