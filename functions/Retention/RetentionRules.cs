namespace WelWee3D.Retention;

/// <summary>
/// How a row of the retention schedule becomes a deadline: calendar arithmetic on dates, which never roll forward over
/// weekends or holidays. Pure.
/// </summary>
/// <param name="recoveryDays">How many days the scans account can still recover a deleted blob.</param>
public sealed class RetentionRules(int recoveryDays)
{
    // Deleted on day d, a blob is recoverable up to and including d + recoveryDays: gone before the deadline ends.
    private readonly int margin = recoveryDays + 1;

    /// <summary>For how many days a deleted blob can be brought back.</summary>
    public int RecoveryDays => recoveryDays;

    /// <summary>The day on which a blob deleted on the given day can no longer be recovered by anyone.</summary>
    public DateOnly RecoveryClosesOn(DateOnly deletedOn) => deletedOn.AddDays(margin);

    /// <summary>The last deadline for which staff are asked by now to destroy a copy: as many days before it as of copies on disk.</summary>
    public DateOnly LastAsked(DateOnly today) => today.AddDays(margin);

    /// <summary>
    /// The deadline of something to which a rule applies, as things stand. An erasure that was asked for overrides the
    /// rule and a restriction; a hold suspends whatever is due.
    /// </summary>
    /// <param name="start">The day on which the rule's clock started.</param>
    public Derivation Apply(RetentionRule rule, DateOnly start, Interventions interventions, DateOnly today)
    {
        if (interventions.ErasureRequestedOn is { } requested)
            (rule, start) = (RetentionSchedule.Erasure, requested);

        var deadline = rule.Term.After(start);
        var early = rule.IsRecoverable ? margin : 0;
        var destroyOn = deadline.AddDays(-early);
        var restricted = interventions is { RestrictedOn: not null, ErasureRequestedOn: null };
        return new(rule.Name, start, rule.Term, deadline, early, destroyOn,
            [.. Suspensions(interventions, restricted, today)],
            restricted ? null : AfterHolds(destroyOn, interventions.Holds));
    }

    private static DateOnly AfterHolds(DateOnly destroyOn, IReadOnlyList<Hold> holds) =>
        holds.Select(hold => hold.Until.AddDays(1)).Append(destroyOn).Max();

    private static IEnumerable<Suspension> Suspensions(Interventions interventions, bool restricted, DateOnly today)
    {
        foreach (var hold in interventions.Holds.Where(hold => hold.Until >= today).OrderBy(hold => hold.Until))
            yield return new(Suspension.Hold, hold.Reason, hold.Until);
        if (restricted)
            yield return new(Suspension.Restriction);
    }
}
