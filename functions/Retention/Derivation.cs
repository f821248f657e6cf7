namespace WelWee3D.Retention;

/// <summary>A deadline and how it came about: what staff, the data subject and an inspector get to see.</summary>
/// <param name="Rule">The line of the retention table that decided.</param>
/// <param name="Start">The day on which the clock started.</param>
/// <param name="Term">How long from there.</param>
/// <param name="Deadline">The last calendar day, in Europe/Amsterdam, on which the data may exist.</param>
/// <param name="Margin">Days before the deadline on which it must be deleted, for a deleted blob can still be recovered.</param>
/// <param name="DestroyOn">The deadline less the margin: the day on which the data is destroyed.</param>
/// <param name="SuspendedBy">What is in force today that keeps it from being destroyed.</param>
/// <param name="DueOn">The day on which it will really be destroyed, holds counted; null as long as a restriction lasts.</param>
public sealed record Derivation(
    [Operational] string Rule,
    [Operational] DateOnly Start,
    [Operational] Term Term,
    [Operational] DateOnly Deadline,
    [Operational] int Margin,
    [Operational] DateOnly DestroyOn,
    IReadOnlyList<Suspension> SuspendedBy,
    [Operational]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? DueOn)
{
    public bool IsDue(DateOnly today) => DueOn <= today;

    /// <summary>As it will stand when a restriction is lifted: holds still count.</summary>
    public Derivation Unrestricted() => SuspendedBy.All(each => each.Kind != Suspension.Restriction) ? this : this with
    {
        SuspendedBy = [.. SuspendedBy.Where(each => each.Kind != Suspension.Restriction)],
        DueOn = SuspendedBy.Any(each => each is { Kind: Suspension.Answer, Until: null })
            ? null
            : SuspendedBy.Select(each => each.Until?.AddDays(1)).Append(DestroyOn).Max(),
    };

    /// <summary>Of a request that is open: it stays until it has been answered, whatever else is decided.</summary>
    public Derivation UntilAnswered() => this with { SuspendedBy = [.. SuspendedBy, new(Suspension.Answer)], DueOn = null };

    /// <summary>Of one that somebody is to be written about, whose letter may yet be on its way: it stays until a day.</summary>
    /// <param name="awaited">The kind of suspension.</param>
    public Derivation NotBefore(DateOnly day, string awaited, DateOnly today) => DueOn is null || DueOn >= day ? this : this with
    {
        SuspendedBy = day <= today ? SuspendedBy : [.. SuspendedBy, new(awaited, Until: day.AddDays(-1))],
        DueOn = day,
    };
}

/// <summary>
/// A reason why data must stay: a hold until a date, a restriction (GDPR article 18) until it is lifted, an answer that
/// somebody is owed, or the proof of what is destroyed, which has to reach her first.
/// </summary>
public sealed record Suspension(
    [Personal(DataCategory.Rights)] string Kind, [Personal(DataCategory.Rights)] string? Reason = null, [Personal(DataCategory.Rights)] DateOnly? Until = null)
{
    public const string Hold = "hold";
    public const string Restriction = "restriction";
    public const string Answer = "answer";
    public const string Proof = "proof";
}

/// <summary>A duty to keep data (a law, a claim) up to and including a last day.</summary>
public sealed record Hold(
    [Pseudonymous] Id Id, [Personal(DataCategory.Rights)] string Reason, [Personal(DataCategory.Rights)] DateOnly Until);
