namespace WelWee3D.Retention.Shown;

/// <summary>A record, and until when it is kept.</summary>
/// <param name="Within">The order that a scan belongs to.</param>
public record KeptItem(
    string Kind,
    Id Id,
    Id? Within,
    string Rule,
    DateOnly Start,
    Term Term,
    DateOnly Deadline,
    int Margin,
    DateOnly DestroyOn,
    IReadOnlyList<Suspension> SuspendedBy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? DueOn)
{
    public KeptItem(KeptRecord kept)
        : this(
            kept.Item.Kind,
            kept.Item.Id,
            kept.PartOf?.Id,
            kept.Retention.Rule,
            kept.Retention.Start,
            kept.Retention.Term,
            kept.Retention.Deadline,
            kept.Retention.Margin,
            kept.Retention.DestroyOn,
            kept.Retention.SuspendedBy,
            kept.Retention.DueOn)
    {
    }
}
