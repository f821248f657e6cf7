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

/// <summary>What people decided about a record, beside the clock.</summary>
public sealed record Interventions(
    IReadOnlyList<Hold> Holds, DateOnly? RestrictedOn = null, DateOnly? ErasureRequestedOn = null)
{
    public static readonly Interventions None = new([]);

    /// <summary>As they stand after a decision; the same when it changes nothing, so that it can be repeated.</summary>
    public Interventions After(Decision decision, DateOnly today) => decision switch
    {
        Decision.Condemn => new([], ErasureRequestedOn: today),
        // An erasure that was asked for overrides what comes after it, and both keep their first day.
        _ when ErasureRequestedOn is not null => this,
        Decision.Erase => this with { ErasureRequestedOn = today },
        Decision.Restrict when RestrictedOn is null => this with { RestrictedOn = today },
        Decision.LiftRestriction => this with { RestrictedOn = null },
        _ => this,
    };
}
