namespace WelWee3D.Retention;

/// <summary>How far the sweeps have come.</summary>
/// <param name="Day">The last day on which a sweep went through all that was due, or which somebody confirmed.</param>
/// <param name="CompletedAt">When the last sweep began that left nothing; null before the first.</param>
/// <param name="ConfirmedBy">Who confirmed a day last.</param>
public sealed record SweepStatus(
    [Operational] DateOnly Day, [Operational] DateTimeOffset? CompletedAt, [Pseudonymous] string? ConfirmedBy = null)
{
    // A night, and what a slow one may take more than the one before.
    internal static readonly TimeSpan LongestWithout = TimeSpan.FromHours(26);

    public bool IsCompleteOn(DateOnly day) => CompletedAt is { } moment && Amsterdam.DateOf(moment) == day;

    public bool IsOverdue(DateTimeOffset now) => CompletedAt is not { } moment || now - moment > LongestWithout;
}

/// <summary>
/// Remembers how far the sweeps have come, in one row: each timer runs on instances of its own, and the log of runs has
/// them by the clock, which may have been wrong.
/// </summary>
public sealed class LastSweep(StorageAccounts accounts, ClockLimits limits)
{
    public const string TableName = "LastSweep";

    private const string PartitionKey = "sweep";
    private const string RowKey = "last";
    private const string Day = nameof(SweepStatus.Day);
    private const string CompletedAt = nameof(SweepStatus.CompletedAt);
    private const string ConfirmedBy = nameof(SweepStatus.ConfirmedBy);

    // Beside the row of the last sweep, which every version reads whole.
    private const string AwaitedRowKey = "awaited";
    private const string Since = nameof(FirstSweep.Since);

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    /// <summary>Null before the first sweep.</summary>
    public async Task<SweepStatus?> Find(CancellationToken cancellation) =>
        await table.Find(PartitionKey, RowKey, cancellation) is { } row ? row.Read(TableName, Read) : null;

    /// <summary>Remembers, the first time that it is asked, that there was no sweep yet.</summary>
    /// <returns>The day on which it was asked first.</returns>
    public async Task<DateOnly> AwaitedSince(DateOnly today, CancellationToken cancellation)
    {
        var row = new TableEntity(PartitionKey, AwaitedRowKey) { [Since] = today.Iso() };
        var noted = await table.TryAdd(row, cancellation) is null ? await table.Find(PartitionKey, AwaitedRowKey, cancellation) : row;
        return Amsterdam.Date((noted ?? row).Text(Since));
    }

    /// <summary>Whether the clock may be wrong: then nothing is destroyed by it until somebody confirms its date.</summary>
    public bool IsDoubtful(DateOnly today, SweepStatus? status) => status is not null && !limits.Allow(status.Day, today);

    /// <summary>Remembers a run that went through all that was due, whether it left something or not.</summary>
    public Task Note(Run run, CancellationToken cancellation)
    {
        var row = Row(run.Until);
        if (run.Complete)
            row[CompletedAt] = run.StartedAt;
        return Merge(row, cancellation);
    }

    /// <param name="today">What the clock says, and is right.</param>
    /// <param name="by">The object id of an account.</param>
    public Task Confirm(DateOnly today, string by, CancellationToken cancellation)
    {
        var row = Row(today);
        row[ConfirmedBy] = by;
        return Merge(row, cancellation);
    }

    private Task Merge(TableEntity row, CancellationToken cancellation) =>
        table.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellation);

    private static TableEntity Row(DateOnly day) => new(PartitionKey, RowKey) { [Day] = day.Iso() };

    private static SweepStatus Read(TableEntity row) =>
        new(Amsterdam.Date(row.Text(Day)), row.GetDateTimeOffset(CompletedAt), row.GetString(ConfirmedBy));
}

/// <summary>What is stored before there was a sweep.</summary>
/// <param name="Since">The first morning without one.</param>
internal sealed record FirstSweep([Operational] DateOnly Since);
