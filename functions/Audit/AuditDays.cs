using WelWee3D.Retention;

namespace WelWee3D.Audit;

/// <summary>The audit of a day, as a kind of record: its events go on their day, by the same engine and with a proof like any other.</summary>
public sealed class AuditDays(Keeping keeping, AuditEvents events) : RowKind<AuditDay>(keeping, Kind, TableName)
{
    public const string Kind = "audit-day";
    public const string TableName = "AuditDays";

    public override KindWords Words { get; } = new(
        new("dag in het logboek van wie wat heeft gezien", "day of the audit trail"),
        new("dagen in het logboek van wie wat heeft gezien", "days of the audit trail"));

    /// <summary>Days whose record is lost get one.</summary>
    public override async Task Reconcile(RunTally tally, CancellationToken cancellation)
    {
        var known = await All(cancellation).Telling(tally).Select(record => record.Item.Id).ToHashSetAsync(cancellationToken: cancellation);
        await foreach (var day in events.Days(cancellation))
            if (!known.Contains(AuditDay.Of(day).Id) && await Find(AuditDay.Of(day).Id, cancellation) is null && await Add(AuditDay.Of(day), cancellation))
                tally.CountRepaired(Repairs.DueRow);
    }

    protected override Task DeleteFiles(AuditDay record, CancellationToken cancellation) => events.Delete(record.On, cancellation);
}
