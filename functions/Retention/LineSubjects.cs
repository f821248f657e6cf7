namespace WelWee3D.Retention;

/// <summary>That a ledger line still tells for whom it destroyed something, by keyed hashes.</summary>
/// <param name="Id">Follows from the line, so that whoever notes it again means the same.</param>
/// <param name="DecidedOn">The day on which the line was written.</param>
public sealed record LineSubjects([Pseudonymous] Id Id, [Pseudonymous] string Line, [Operational] DateOnly DecidedOn)
    : RowRecord
{
    public static LineSubjects Of(LedgerLine line) => new(IdOf(line), line.Id, Amsterdam.DateOf(line.DecidedAt));

    public static Id IdOf(LedgerLine line) => Id.From(line.DecidedAt, SHA256.HashData(Encoding.UTF8.GetBytes(line.Id)));

    public override Derivation Retention(RetentionRules rules, DateOnly today) =>
        rules.Apply(RetentionSchedule.LineSubjects, DecidedOn, Interventions, today);
}
