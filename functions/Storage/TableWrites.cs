using Azure;
using Azure.Data.Tables;

namespace WelWee3D.Storage;

/// <summary>
/// Reads and writes whose other outcome is as ordinary as the one hoped for: no such row, one that is there already, one
/// that somebody else changed first. Anything else that storage answers is thrown.
/// </summary>
internal static class TableWrites
{
    private const int NotFound = 404;

    public static async Task<TableEntity?> Find(this TableClient table, string partition, string row, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    /// <returns>The version of the row; null when there is one already.</returns>
    public static async Task<ETag?> TryAdd(this TableClient table, TableEntity row, CancellationToken cancellation)
    {
        try
        {
            return (await table.AddEntityAsync(row, cancellation)).Headers.ETag ?? default(ETag);
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            return null;
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
        this TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellation)
    {
        try
        {
            await table.SubmitTransactionAsync(actions, cancellation);
            return true;
        }
        catch (TableTransactionFailedException lost) when (lost.Status is NotFound or 409 or 412)
        {
            return false;
        }
    }
}
