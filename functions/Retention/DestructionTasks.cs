using Azure;
using Azure.Data.Tables;
using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>A scan that is gone from the cloud, while copies of it may still be on disks of the practice.</summary>
/// <param name="Line">The ledger line whose certificate waits for this.</param>
/// <param name="Deadline">The scan's own.</param>
[JsonColumn("Task")]
public sealed record DestructionTask(
    [Pseudonymous] string Line,
    [Pseudonymous] Id Order,
    [Pseudonymous] Id Scan,
    [Operational] DateOnly DestroyOn,
    [Operational] DateOnly Deadline,
    IReadOnlyList<DiskCopy> Copies)
{
    [Operational]
    public bool Done => Copies.All(copy => copy.DestroyedOn is not null);
}

/// <summary>The open destruction tasks: few, in one partition, outside every restore.</summary>
public sealed class DestructionTasks(StorageAccounts accounts)
{
    public const string TableName = "DestructionTasks";
    private const string PartitionKey = "open";

    private readonly TableClient table = accounts.Tables(Accounts.Ledger).GetTableClient(TableName);

    /// <summary>Opens a task; one that is open already keeps what was confirmed.</summary>
    public Task Open(DestructionTask task, CancellationToken cancellation) => table.TryAdd(Entity(task), cancellation);

    public async Task<DestructionTask?> Find(string line, CancellationToken cancellation) =>
        (await Load(line, cancellation)).Task;

    /// <exception cref="UnreadableException">Any of them cannot be read.</exception>
    public async Task<IReadOnlyList<DestructionTask>> All(CancellationToken cancellation) => await Each(cancellation).ToListAsync(cancellation);

    /// <exception cref="UnreadableException">After the last, with those that cannot be read.</exception>
    public IAsyncEnumerable<DestructionTask> Each(CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {PartitionKey}"), cancellationToken: cancellation)
            .Readable(Read);

    /// <summary>Confirms that a copy is destroyed. A copy confirmed before keeps its first date.</summary>
    /// <returns>The task as it now stands; null when there is no such task or copy.</returns>
    public async Task<DestructionTask?> Confirm(string line, Id copy, DateOnly destroyedOn, CancellationToken cancellation)
    {
        while (true)
        {
            var (task, version) = await Load(line, cancellation);
            if (task is null || task.Copies.All(each => each.Id != copy))
                return null;
            var confirmed = task with
            {
                Copies =
                [
                    .. task.Copies.Select(each =>
                        each.Id == copy ? each with { DestroyedOn = each.DestroyedOn ?? destroyedOn } : each),
                ],
            };
            // Another copy may be confirmed at the same moment: then look again.
            if (await table.TryUpdate(Entity(confirmed), version, cancellation) is not null)
                return confirmed;
        }
    }

    public Task Remove(string line, CancellationToken cancellation) =>
        table.DeleteEntityAsync(PartitionKey, line, ETag.All, cancellation);

    private async Task<(DestructionTask? Task, ETag Version)> Load(string line, CancellationToken cancellation) =>
        await table.Find(PartitionKey, line, cancellation) is { } row ? (Read(row), row.ETag) : default;

    private static TableEntity Entity(DestructionTask task) => new(PartitionKey, task.Line)
    {
        ["Task"] = StoredJson.Write(task),
    };

    private static DestructionTask Read(TableEntity row) => row.Read(
        TableName, _ => StoredJson.ReadRequired<DestructionTask>(row.GetString("Task")) with { Line = row.RowKey });
}
