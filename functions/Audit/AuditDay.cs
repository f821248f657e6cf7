using WelWee3D.Retention;

namespace WelWee3D.Audit;

/// <summary>That there are events of a day, which go together.</summary>
/// <param name="Id">Follows from the day, so that whoever notes it again means the same.</param>
public sealed record AuditDay([Pseudonymous] Id Id, [Operational] DateOnly On) : RowRecord
{
    public static AuditDay Of(DateOnly day) => new(Id.From(Amsterdam.StartOf(day), SHA256.HashData(Encoding.UTF8.GetBytes(day.Iso()))), day);

    public override Derivation Retention(RetentionRules rules, DateOnly today) => rules.Apply(RetentionSchedule.AuditDay, On, Interventions, today);
}
