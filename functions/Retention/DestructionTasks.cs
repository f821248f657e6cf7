using Azure;
using WelWee3D.People;

namespace WelWee3D.Retention;

/// <summary>A scan that is gone from the cloud, while copies of it may still be on disks of the practice.</summary>
/// <param name="Line">The ledger line whose certificate waits for this.</param>
/// <param name="Deadline">The scan's own.</param>
/// <param name="GoneAt">When its file was seen to be absent; null until then, and of tasks from before that was kept.</param>
[JsonColumn("Task")]
public sealed record DestructionTask(
    [Pseudonymous] string Line,
    [Pseudonymous] Id Order,
    [Pseudonymous] Id Scan,
    [Operational] DateOnly DestroyOn,
    [Operational] DateOnly Deadline,
    IReadOnlyList<DiskCopy> Copies,
    [Operational] DateTimeOffset? GoneAt = null)
{
    [Operational]
    public bool Done => Copies.All(copy => copy.DestroyedOn is not null);

    /// <summary>Keyed hashes of whom the scan was about, in a column of their own; none in tasks from before that was kept.</summary>
    [Pseudonymous]
    [JsonIgnore]
    public IReadOnlyList<string> Subjects { get; init; } = [];
}

/// <summary>What stands beside a task in its row.</summary>
public sealed record TaskSubjects([Pseudonymous] IReadOnlyList<string> Subjects);

/// <summary>The open destruction tasks: few, in one partition, outside every restore.</summary>
public sealed class DestructionTasks(StorageAccounts accounts, Ledger ledger)
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

    /// <summary>Those about a person whom all these hashes name, each with whom it is about. Their orders may be gone.</summary>
    public async Task<IReadOnlyList<DestructionTask>> About(IReadOnlyList<string> subjects, CancellationToken cancellation)
    {
        var theirs = new List<DestructionTask>();
        foreach (var task in await All(cancellation))
            if (await SubjectsOf(task, cancellation) is var about && subjects.All(about.Contains))
                theirs.Add(task with { Subjects = about });
        return theirs;
    }

    /// <summary>Tasks keep what they were opened with: one that a hash of a value leads to is from now on found by each of that value's.</summary>
    public async Task Follow(IReadOnlyList<IReadOnlyList<string>> values, CancellationToken cancellation)
    {
        foreach (var task in await All(cancellation))
        {
            var known = await SubjectsOf(task, cancellation);
            if (SubjectKeys.Further(known, values) is { Count: > 0 } further)
                await Change(task.Line, found => found with { Subjects = [.. known, .. further] }, cancellation);
        }
    }

    private async Task<IReadOnlyList<string>> SubjectsOf(DestructionTask task, CancellationToken cancellation) => task.Subjects.Count > 0
        ? task.Subjects
        : (await ledger.Find(task.Line, cancellation))?.Line.Items.SelectMany(item => item.Subjects).ToList() ?? [];

    /// <summary>Confirms that a copy is destroyed. A copy confirmed before stays as it was confirmed first.</summary>
    /// <returns>The task as it now stands; null when there is no such task or copy.</returns>
    public async Task<DestructionTask?> Confirm(
        string line, Id copy, DateOnly destroyedOn, string confirmedBy, DateTimeOffset at, CancellationToken cancellation)
    {
        var task = await Change(
            line,
            task => task with { Copies = [.. task.Copies.Select(each => each.Id == copy ? each.Destroyed(destroyedOn, confirmedBy, at) : each)] },
            cancellation);
        return task?.Copies.Any(each => each.Id == copy) is true ? task : null;
    }

    /// <summary>Notes when the file was seen to be absent.</summary>
    /// <param name="again">Whether it came back since, and is gone once more.</param>
    /// <returns>False when another run has noted it.</returns>
    public async Task<bool> NoteGone(string line, DateTimeOffset at, bool again, CancellationToken cancellation)
    {
        var noted = false;
        await Change(line, task => (noted = again || task.GoneAt is null) ? task with { GoneAt = at } : task, cancellation);
        return noted;
    }

    /// <summary>How many wait for somebody, as one does that cannot be read, and for how many of them that is too late by today.</summary>
    public async Task<(int Open, int Overdue)> Count(DateOnly today, CancellationToken cancellation)
    {
        var (open, overdue) = (0, 0);
        try
        {
            await foreach (var task in Each(cancellation).Where(task => !task.Done))
            {
                open++;
                overdue += task.Deadline < today ? 1 : 0;
            }
        }
        catch (UnreadableException unreadable)
        {
            open += unreadable.What.Count;
        }
        return (open, overdue);
    }

    public Task Remove(string line, CancellationToken cancellation) =>
        table.DeleteEntityAsync(PartitionKey, line, ETag.All, cancellation);

    /// <returns>Null when there is none.</returns>
    private async Task<DestructionTask?> Change(string line, Func<DestructionTask, DestructionTask> change, CancellationToken cancellation)
    {
        while (await Load(line, cancellation) is ({ } task, var version))
        {
            var changed = change(task);
            if (ReferenceEquals(changed, task))
                return task;
            // Another copy may be confirmed at the same moment: then look again.
            if (await table.TryUpdate(Entity(changed), version, cancellation) is not null)
                return changed;
        }
        return null;
    }

    private async Task<(DestructionTask? Task, ETag Version)> Load(string line, CancellationToken cancellation) =>
        await table.Find(PartitionKey, line, cancellation) is { } row ? (Read(row), row.ETag) : default;

    private static TableEntity Entity(DestructionTask task) => new(PartitionKey, task.Line)
    {
        ["Task"] = StoredJson.Write(task),
        [nameof(TaskSubjects.Subjects)] = string.Join(' ', task.Subjects),
    };

    private static DestructionTask Read(TableEntity row) => row.Read(
        TableName, _ => StoredJson.ReadRequired<DestructionTask>(row.GetString("Task")) with
        {
            Line = row.RowKey,
            Subjects = (row.GetString(nameof(TaskSubjects.Subjects)) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        });
}
