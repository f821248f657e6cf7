using WelWee3D.Retention;

namespace WelWee3D.Visits;

/// <summary>That the visits of a month were counted: its counts go together.</summary>
/// <param name="Id">Follows from the month, so that whoever notes it again means the same.</param>
/// <param name="Month">Such as <c>2026-11</c>.</param>
public sealed record VisitMonth([Operational] Id Id, [Operational] string Month) : RowRecord
{
    public static VisitMonth Of(DateOnly day)
    {
        var month = Name(day);
        return new(Id.From(Amsterdam.StartOf(new(day.Year, day.Month, 1)), SHA256.HashData(Encoding.UTF8.GetBytes($"visits|{month}"))), month);
    }

    public static string Name(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public override Derivation Retention(RetentionRules rules, DateOnly today) => rules.Apply(RetentionSchedule.Visits, LastDay, Interventions, today);

    private DateOnly LastDay => Amsterdam.Date($"{Month}-01").AddMonths(1).AddDays(-1);
}
