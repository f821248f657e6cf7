using Azure;

namespace WelWee3D.Retention.Running;

/// <summary>
/// The runs that are not finished, all in one partition: there are few, and each leaves it when it ends. They say what is
/// to be done by ids and keyed hashes alone.
/// </summary>
public sealed class OpenRuns(StorageAccounts accounts, TimeProvider clock)
{
    public const string TableName = "OpenRuns";

    private const string PartitionKey = "open";

    // Longer than it takes to say that somebody is still at it.
    private static readonly TimeSpan Claimed = TimeSpan.FromSeconds(150);

    // Of tens of thousands of records, at a few rows a second.
    private static readonly TimeSpan OpenedWithin = TimeSpan.FromHours(1);

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);
    private readonly FurtherItems further = new(accounts.Tables(Accounts.Records).GetTableClient(TableName));

    /// <summary>Opens a run that its caller begins at once.</summary>
    public async Task<OpenRun> Add(OpenRun run, CancellationToken cancellation)
    {
        var pieces = ItemPieces.Of(run.Items);
        var added = run with { LookAt = clock.GetUtcNow() + Claimed, Rows = pieces.Count };
        await further.Add(run.Id, pieces.Skip(1), clock.GetUtcNow(), cancellation);
        return added with { Version = await table.Add(RowOf(added), cancellation) };
    }

    public async Task<OpenRun?> Find(Id id, CancellationToken cancellation) =>
        await table.Find(PartitionKey, $"{id}", cancellation) is { } row ? await Whole(row.Read(TableName, Read), cancellation) : null;

    /// <summary>Without the further rows of what they are about.</summary>
    public IAsyncEnumerable<OpenRun> All(CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {PartitionKey}"), cancellationToken: cancellation)
            .Readable(row => row.Read(TableName, Read));

    /// <summary>Those that nobody is at.</summary>
    public async IAsyncEnumerable<OpenRun> Left([EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {PartitionKey} and LookAt le {clock.GetUtcNow()}"), cancellationToken: cancellation);
        await foreach (var run in rows.Readable(row => row.Read(TableName, Read)))
            yield return await Whole(run, cancellation);
    }

    /// <summary>Takes a run, or keeps it.</summary>
    /// <returns>Null when somebody else took or finished it.</returns>
    public Task<OpenRun?> Claim(OpenRun run, CancellationToken cancellation) =>
        Update(run with { LookAt = clock.GetUtcNow() + Claimed }, cancellation);

    /// <summary>Leaves a run to whoever comes next.</summary>
    public Task<OpenRun?> Leave(OpenRun run, CancellationToken cancellation) =>
        Update(run with { LookAt = clock.GetUtcNow() }, cancellation);

    public async Task Close(OpenRun run, CancellationToken cancellation)
    {
        await table.DeleteEntityAsync(PartitionKey, $"{run.Id}", ETag.All, cancellation);
        if (run.Rows > 1)
            await further.Delete(run.Id, cancellation);
    }

    /// <summary>Removes what a process left that died while it opened or closed a run.</summary>
    public async Task Tidy(CancellationToken cancellation)
    {
        await foreach (var id in further.WrittenBefore(clock.GetUtcNow() - OpenedWithin, cancellation))
            if (await table.Find(PartitionKey, $"{id}", cancellation) is null)
                await further.Delete(id, cancellation);
    }

    private async Task<OpenRun> Whole(OpenRun run, CancellationToken cancellation) =>
        run.Rows > 1 ? run with { Items = [.. run.Items, .. await further.Of(run.Id, cancellation)] } : run;

    private async Task<OpenRun?> Update(OpenRun run, CancellationToken cancellation) =>
        await table.TryUpdate(RowOf(run), run.Version, cancellation) is { } version ? run with { Version = version } : null;

    private static TableEntity RowOf(OpenRun run)
    {
        var row = new TableEntity(PartitionKey, $"{run.Id}")
        {
            [nameof(OpenRun.Kind)] = run.Kind,
            [nameof(OpenRun.AskedBy)] = run.AskedBy,
            [nameof(OpenRun.LookAt)] = run.LookAt,
            [nameof(OpenRun.Subjects)] = string.Join('\n', run.Subjects),
        };
        if (run.Rows > 1)
            row[nameof(OpenRun.Rows)] = run.Rows;
        if (ItemPieces.Of(run.Items) is [var first, ..])
            ItemPieces.Put(first, row);
        return row;
    }

    private static OpenRun Read(TableEntity row) => new(
        Id.Parse(row.RowKey),
        row.Text(nameof(OpenRun.Kind)),
        row.Text(nameof(OpenRun.AskedBy)),
        row.GetDateTimeOffset(nameof(OpenRun.LookAt)) ?? default,
        Lines(row.GetString(nameof(OpenRun.Subjects))),
        ItemPieces.Read(row),
        row.GetInt32(nameof(OpenRun.Rows)) ?? 1)
    {
        Version = row.ETag,
    };

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
