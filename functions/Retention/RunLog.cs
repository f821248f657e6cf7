using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using WelWee3D.Http;
using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>A run of the sweep, the reconciliation or the replay, with what it counted.</summary>
/// <param name="Id">Made at the moment it started.</param>
/// <param name="Repaired">What the reconciliation put right.</param>
/// <param name="Complete">Whether it did all that there was to do.</param>
[JsonColumn("Run")]
public sealed record Run(
    [Operational] Id Id,
    [Operational] string Kind,
    [Operational] DateTimeOffset StartedAt,
    [Operational] DateTimeOffset EndedAt,
    [Operational] DateOnly Until,
    [Operational] IReadOnlyDictionary<string, int> Destroyed,
    [Operational] int Certificates,
    [Operational] int Spared,
    [Operational] int Tidied,
    [Operational] IReadOnlyDictionary<string, int> Repaired,
    [Operational] int OpenTasks,
    [Operational] bool Complete,
    IReadOnlyList<Unfinished> Unfinished);

/// <summary>The runs, newest first: a partition for each month, both keys counting down.</summary>
public sealed class RunLog(StorageAccounts accounts)
{
    public const string TableName = "Runs";

    // What a run could not finish is told in full up to here; its cause is the same for most.
    private const int UnfinishedKept = 50;

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    public Task Add(Run run, CancellationToken cancellation)
    {
        var kept = run with { Unfinished = [.. run.Unfinished.Take(UnfinishedKept)] };
        return table.AddEntityAsync(
            new TableEntity(Partition(run.Id), Row(run.Id)) { ["Run"] = JsonSerializer.Serialize(kept, Json.Options) },
            cancellation);
    }

    /// <param name="from">The run to begin at; null for the newest.</param>
    public IAsyncEnumerable<Run> NewestFirst(Id? from, int perPage, CancellationToken cancellation) =>
        table.Rows(from is { } run ? new(Partition(run), Row(run)) : null, last: null, perPage, cancellation)
            .Select(row => JsonSerializer.Deserialize<Run>(row.GetString("Run"), Json.Options)!);

    public async Task<Run?> Find(Id run, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition(run), Row(run), cancellationToken: cancellation);
        return row.HasValue ? JsonSerializer.Deserialize<Run>(row.Value!.GetString("Run"), Json.Options) : null;
    }

    private static string Partition(Id run)
    {
        var day = Amsterdam.DateOf(run.MadeAt);
        return Down(day.Year * 12 + day.Month, 6);
    }

    private static string Row(Id run) => $"{Down(run.MadeAt.ToUnixTimeMilliseconds(), 15)}|{run}";

    private static string Down(long number, int digits) =>
        ((long)Math.Pow(10, digits) - 1 - number).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
}
