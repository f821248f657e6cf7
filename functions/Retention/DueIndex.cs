using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>
/// Which items are due on which day: partition by day, so that what is due is one key range. Beside the due rows stand
/// the open destructions: work that has begun, and must be finished by whoever sees it next.
/// </summary>
public sealed class DueIndex(StorageAccounts accounts)
{
    public const string TableName = "Due";
    private const string OpenPrefix = "open|";

    private readonly TableClient table = accounts.Tables("Records").GetTableClient(TableName);

    public Task Put(DueRow row, CancellationToken cancellation) =>
        table.UpsertEntityAsync(new TableEntity(row.PartitionKey, row.RowKey), TableUpdateMode.Replace, cancellation);

    public Task Remove(DueRow row, CancellationToken cancellation) =>
        table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
}
