using WelWee3D.Telemetry;

namespace WelWee3D.Retention;

/// <summary>What the last verification of the chain found.</summary>
/// <param name="Checked">How many certificates held, from the first on.</param>
/// <param name="BrokenAt">The number at which it stops being believable; null when it is whole.</param>
/// <param name="Checkpoint">The day of the checkpoint that shows it, where one does.</param>
public sealed record ChainCheck(
    [Operational] DateTimeOffset At, [Operational] int Checked, [Operational] int? BrokenAt = null, [Operational] string? Reason = null,
    [Operational] DateOnly? Checkpoint = null)
{
    public bool IsWhole => BrokenAt is null;

    public bool IsOverdue(DateTimeOffset now) => now - At > SweepStatus.LongestWithout;
}

/// <summary>
/// Recomputes the whole chain as one stream, holds it against every checkpoint, and remembers what it found in one row: who
/// tells it runs in a process of its own.
/// </summary>
public sealed class ChainVerification(
    StorageAccounts accounts, Certificates certificates, Checkpoints checkpoints, Measures measures, TimeProvider clock)
{
    public const string TableName = "ChainChecks";

    private const string PartitionKey = "chain";
    private const string RowKey = "last";

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    /// <returns>What it found, and against how many checkpoints.</returns>
    public async Task<(ChainReport Report, int Checkpoints)> Verify(CancellationToken cancellation)
    {
        // First: what is noted meanwhile is of certificates that come after those.
        var (noted, unreadable) = await checkpoints.All(cancellation);
        var report = await CertificateChain.Verify(certificates.All(cancellation), noted);
        // What it should be held against was damaged: then it is not known to hold.
        if (report.Intact && unreadable.Count > 0)
            report = report with { Broken = new(report.Newest?.Number ?? 0, new UnreadableException(unreadable).Message) };

        measures.ChainVerified(report.Intact);
        var broken = report.Broken;
        var check = new ChainCheck(clock.GetUtcNow(), report.Checked, broken?.Number, broken?.Reason, broken?.Checkpoint);
        await table.UpsertEntityAsync(new TableEntity(PartitionKey, RowKey).With(check), TableUpdateMode.Replace, cancellation);
        return (report, noted.Count);
    }

    /// <summary>Null before the first.</summary>
    public async Task<ChainCheck?> Last(CancellationToken cancellation) =>
        await table.Find(PartitionKey, RowKey, cancellation) is { } row ? row.Read(TableName, each => each.Read<ChainCheck>(default)) : null;
}
