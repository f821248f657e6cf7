using WelWee3D.Retention;

namespace WelWee3D.Visits;

/// <summary>The counts of a month, as a kind of record: they go on their day by the same engine and with a proof like any other.</summary>
public sealed class VisitMonths(Keeping keeping, VisitCounts counts) : RowKind<VisitMonth>(keeping, Kind, TableName)
{
    public const string Kind = "visits";
    public const string TableName = "VisitMonths";

    public override KindWords Words { get; } = new(
        new("maand met bezoekaantallen, zonder persoonsgegevens", "month of visit counts, without personal data"),
        new("maanden met bezoekaantallen, zonder persoonsgegevens", "months of visit counts, without personal data"));

    // The last month that this instance knows to have a record, so that most visits cost no request for it.
    private VisitMonth? noted;

    public async Task Note(DateOnly day, CancellationToken cancellation)
    {
        var month = VisitMonth.Of(day);
        if (noted?.Month == month.Month)
            return;
        await Add(month, cancellation);
        noted = month;
    }

    /// <summary>Months whose record is lost get one.</summary>
    public override async Task Reconcile(RunTally tally, CancellationToken cancellation)
    {
        await foreach (var day in counts.Months(cancellation))
            if (await Find(VisitMonth.Of(day).Id, cancellation) is null && await Add(VisitMonth.Of(day), cancellation))
                tally.CountRepaired(Repairs.DueRow);
    }

    protected override Task DeleteFiles(VisitMonth record, CancellationToken cancellation) => counts.Delete(record.Month, cancellation);
}
