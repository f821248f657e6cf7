namespace WelWee3D.Retention;

/// <summary>What is decided about a record as a whole, by or for the person it is about.</summary>
public enum Decision
{
    /// <summary>From now on it may only be stored (GDPR article 18).</summary>
    Restrict,
    LiftRestriction,

    /// <summary>At the person's request (GDPR article 17): goes before every deadline and restriction, not before a hold.</summary>
    Erase,

    /// <summary>It was destroyed before, and came back with a backup: nothing that came back with it keeps it.</summary>
    Condemn,

    /// <summary>Nothing new; it is written again, with a due row of the next version.</summary>
    Touch,
}

/// <summary>A decision, with who took it and why, where a person did.</summary>
public readonly record struct Intervention(Decision Decision, string? By = null, string? Reason = null)
{
    public static implicit operator Intervention(Decision decision) => new(decision);
}

/// <summary>What people decided about a record, beside the clock.</summary>
/// <param name="RestrictedBy">The object id of who restricted it.</param>
public sealed record Interventions(
    IReadOnlyList<Hold> Holds, DateOnly? RestrictedOn = null, DateOnly? ErasureRequestedOn = null, string? RestrictedBy = null,
    string? RestrictionReason = null)
{
    public static readonly Interventions None = new([]);

    /// <summary>As they stand after a decision; the same when it changes nothing, so that it can be repeated.</summary>
    public Interventions After(Intervention intervention, DateOnly today) => intervention.Decision switch
    {
        Decision.Condemn => new([], ErasureRequestedOn: today),
        // An erasure that was asked for overrides what comes after it, and both keep their first day.
        _ when ErasureRequestedOn is not null => this,
        Decision.Erase => this with { ErasureRequestedOn = today },
        Decision.Restrict when RestrictedOn is null =>
            this with { RestrictedOn = today, RestrictedBy = intervention.By, RestrictionReason = intervention.Reason },
        Decision.LiftRestriction => this with { RestrictedOn = null, RestrictedBy = null, RestrictionReason = null },
        _ => this,
    };
}
