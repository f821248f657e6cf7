using System.Globalization;
using Azure;
using Azure.Data.Tables;
using WelWee3D.Storage;

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

    // A column holds 32 Ki characters: a longer list is in columns Items, Items1 and so on.
    private const int PerColumn = 30_000;

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    /// <summary>Opens a run that its caller begins at once.</summary>
    public async Task<OpenRun> Add(OpenRun run, CancellationToken cancellation)
    {
        var added = run with { LookAt = clock.GetUtcNow() + Claimed };
        return added with { Version = await table.Add(RowOf(added), cancellation) };
    }

    public async Task<OpenRun?> Find(Id id, CancellationToken cancellation) =>
        await table.Find(PartitionKey, $"{id}", cancellation) is { } row ? row.Read(TableName, Read) : null;

    /// <summary>Those that nobody is at.</summary>
    public IAsyncEnumerable<OpenRun> Left(CancellationToken cancellation) => table
        .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {PartitionKey} and LookAt le {clock.GetUtcNow()}"), cancellationToken: cancellation)
        .Readable(row => row.Read(TableName, Read));

    /// <summary>Takes a run, or keeps it.</summary>
    /// <returns>Null when somebody else took or finished it.</returns>
    public Task<OpenRun?> Claim(OpenRun run, CancellationToken cancellation) =>
        Update(run with { LookAt = clock.GetUtcNow() + Claimed }, cancellation);

    /// <summary>Leaves a run to whoever comes next.</summary>
    public Task<OpenRun?> Leave(OpenRun run, CancellationToken cancellation) =>
        Update(run with { LookAt = clock.GetUtcNow() }, cancellation);

    public Task Close(OpenRun run, CancellationToken cancellation) =>
        table.DeleteEntityAsync(PartitionKey, $"{run.Id}", ETag.All, cancellation);

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
        var items = string.Join('\n', run.Items);
        for (var (at, column) = (0, 0); at < items.Length; at += PerColumn, column++)
            row[ItemsColumn(column)] = items.Substring(at, Math.Min(PerColumn, items.Length - at));
        return row;
    }

    private static OpenRun Read(TableEntity row) => new(
        Id.Parse(row.RowKey),
        row.Text(nameof(OpenRun.Kind)),
        row.Text(nameof(OpenRun.AskedBy)),
        row.GetDateTimeOffset(nameof(OpenRun.LookAt)) ?? default,
        Lines(row.GetString(nameof(OpenRun.Subjects))),
        Lines(string.Concat(Columns(row))))
    {
        Version = row.ETag,
    };

    private static IEnumerable<string> Columns(TableEntity row)
    {
        for (var column = 0; row.GetString(ItemsColumn(column)) is { } piece; column++)
            yield return piece;
    }

    private static string ItemsColumn(int number) =>
        number == 0 ? nameof(OpenRun.Items) : nameof(OpenRun.Items) + number.ToString(CultureInfo.InvariantCulture);

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
