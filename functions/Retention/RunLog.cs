using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using WelWee3D.Http;
using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>A run of the sweep, the reconciliation or the replay, with what it counted.</summary>
/// <param name="Complete">Whether it did all that there was to do.</param>
public sealed record Run(
    Id Id,
    string Kind,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    DateOnly Until,
    IReadOnlyDictionary<string, int> Destroyed,
    int Certificates,
    int Spared,
    int Tidied,
    int OpenTasks,
    bool Complete,
    IReadOnlyList<Unfinished> Unfinished);

/// <summary>The runs, newest first: a partition for each month, both keys counting down.</summary>
public sealed class RunLog(StorageAccounts accounts)
{
    public const string TableName = "Runs";

    // What a run could not finish is told in full up to here; its cause is the same for most.
    private const int UnfinishedKept = 50;

    private readonly TableClient table = accounts.Tables("Records").GetTableClient(TableName);

    public Task Add(Run run, CancellationToken cancellation)
    {
        var kept = run with { Unfinished = [.. run.Unfinished.Take(UnfinishedKept)] };
        return table.AddEntityAsync(
            new TableEntity(Partition(run.StartedAt), Row(run)) { ["Run"] = JsonSerializer.Serialize(kept, Json.Options) },
            cancellation);
    }

    public async Task<(IReadOnlyList<Run> Items, string? Continuation)> Page(
        int size, string? continuation, CancellationToken cancellation)
    {
        await foreach (var page in table.QueryAsync<TableEntity>(cancellationToken: cancellation).AsPages(continuation, size))
            return ([.. page.Values.Select(row => JsonSerializer.Deserialize<Run>(row.GetString("Run"), Json.Options)!)],
                page.ContinuationToken);
        return ([], null);
    }

    private static string Partition(DateTimeOffset at)
    {
        var day = Amsterdam.DateOf(at);
        return Down(day.Year * 12 + day.Month, 6);
    }

    private static string Row(Run run) => $"{Down(run.StartedAt.ToUnixTimeMilliseconds(), 15)}|{run.Id}";

    private static string Down(long number, int digits) =>
        ((long)Math.Pow(10, digits) - 1 - number).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
}
