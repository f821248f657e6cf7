namespace WelWee3D.Retention;

/// <summary>A record of one row, and what it knows of itself.</summary>
public abstract record RowRecord
{
    public abstract Id Id { get; init; }

    /// <summary>The one due row that stands for it, once it is stored.</summary>
    public DueRow Due { get; init; }

    /// <summary>None for what is about nobody: nobody can ask anything for it.</summary>
    public virtual Interventions Interventions => Interventions.None;

    public abstract Derivation Retention(RetentionRules rules, DateOnly today);

    /// <summary>With these; itself where they are not for it.</summary>
    public virtual RowRecord With(Interventions interventions) => this;
}

/// <summary>One that is about a person, who can have it restricted and erased.</summary>
public abstract record PersonalRecord : RowRecord
{
    [Personal(DataCategory.Rights)]
    public DateOnly? RestrictedOn { get; init; }

    [Personal(DataCategory.Rights)]
    public DateOnly? ErasureRequestedOn { get; init; }

    /// <summary>The object id of who restricted it.</summary>
    [Pseudonymous]
    public string? RestrictedBy { get; init; }

    [Personal(DataCategory.Rights)]
    public string? RestrictionReason { get; init; }

    public override Interventions Interventions => new([], RestrictedOn, ErasureRequestedOn, RestrictedBy, RestrictionReason);

    public override RowRecord With(Interventions interventions) => this with
    {
        RestrictedOn = interventions.RestrictedOn,
        ErasureRequestedOn = interventions.ErasureRequestedOn,
        RestrictedBy = interventions.RestrictedBy,
        RestrictionReason = interventions.RestrictionReason,
    };
}
