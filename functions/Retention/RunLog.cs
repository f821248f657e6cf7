using WelWee3D.Telemetry;

namespace WelWee3D.Retention;

/// <summary>What a run is for.</summary>
public static class RunKind
{
    public const string Sweep = "sweep";
    public const string Erasure = "erasure";

    /// <summary>Of one record, because a member of staff decided so.</summary>
    public const string Destruction = "destruction";

    public const string Replay = "replay";
    public const string Export = "export";
    public const string Reconcile = "reconcile";
}

/// <summary>Something that a run could not finish, and why. Names nobody.</summary>
public sealed record Unfinished([Pseudonymous] string What, [Operational] string Why)
{
    public const string UnknownKind = "this version knows no such kind of record";
    public const string Unreadable = "this version cannot read it";
    public const string Busy = "somebody is changing it";
    public const string Stopped = "the run was stopped";
    public const string UnconfirmedDay = "the clock may be wrong: nobody has confirmed this date";

    /// <summary>How it begins, when storage refused.</summary>
    public const string StorageAnswered = "storage answered ";

    /// <summary>What was not come to.</summary>
    public const string TheRest = "the rest";
}

/// <summary>A run of the sweep, the reconciliation or the replay, with what it counted.</summary>
/// <param name="Id">Made at the moment it started.</param>
/// <param name="Kind">One of <see cref="RunKind"/>.</param>
/// <param name="Spared">Destructions that were decided, and not carried out since the record had changed.</param>
/// <param name="Tidied">Index rows without a record, removed.</param>
/// <param name="Destroyed">What is gone from storage, also where the proof waits for copies on disk.</param>
/// <param name="Certificates">How many it issued.</param>
/// <param name="OpenTasks">Destructions that wait for staff to confirm copies on disk, when it ended.</param>
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
public sealed class RunLog(StorageAccounts accounts, DestructionTasks tasks, Measures measures)
{
    public const string TableName = "Runs";

    // What a run could not finish is told in full up to here; its cause is the same for most.
    private const int UnfinishedKept = 50;
    private const int RunsLookedAt = 100;

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    /// <summary>Can be repeated: who goes on with a run that left something writes what came of it in the end.</summary>
    /// <returns>The run, with what is open at its end.</returns>
    public async Task<Run> Add(Run run, CancellationToken cancellation)
    {
        var (open, overdue) = await tasks.Count(run.Until, cancellation);
        measures.TasksStand(open, overdue);
        run = run with { OpenTasks = open };
        var kept = run with { Unfinished = [.. run.Unfinished.Take(UnfinishedKept)] };
        await table.UpsertEntityAsync(
            new TableEntity(Partition(run.Id), Row(run.Id)) { ["Run"] = StoredJson.Write(kept) }, TableUpdateMode.Replace, cancellation);
        return run;
    }

    /// <param name="from">The run to begin at; null for the newest.</param>
    public IAsyncEnumerable<Run> NewestFirst(Id? from, int perPage, CancellationToken cancellation) =>
        table.Rows(from is { } run ? new(Partition(run), Row(run)) : null, last: null, perPage, cancellation)
            .Select(Read);

    /// <summary>The newest sweep, if it is among the newest runs.</summary>
    public async Task<Run?> NewestSweep(CancellationToken cancellation) => await NewestSweeps(cancellation).FirstOrDefaultAsync(cancellation);

    /// <summary>The sweeps among the newest runs, the newest first.</summary>
    public IAsyncEnumerable<Run> NewestSweeps(CancellationToken cancellation) =>
        NewestFirst(from: null, RunsLookedAt, cancellation).Take(RunsLookedAt).Where(run => run.Kind == RunKind.Sweep);

    public async Task<Run?> Find(Id run, CancellationToken cancellation) =>
        await table.Find(Partition(run), Row(run), cancellation) is { } row ? Read(row) : null;

    private static Run Read(TableEntity row) => row.Read(TableName, _ => StoredJson.ReadRequired<Run>(row.GetString("Run")));

    private static string Partition(Id run)
    {
        var day = Amsterdam.DateOf(run.MadeAt);
        return Down(day.Year * 12 + day.Month, 6);
    }

    private static string Row(Id run) => $"{Down(run.MadeAt.ToUnixTimeMilliseconds(), 15)}|{run}";

    private static string Down(long number, int digits) =>
        ((long)Math.Pow(10, digits) - 1 - number).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
}
