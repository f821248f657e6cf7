using System.Text.Json.Serialization;
using WelWee3D.Storage;

namespace WelWee3D.Retention.Shown;

/// <summary>A record that is here, with everything that says for how long.</summary>
public sealed record KeptAnswer(
    string Kind,
    Id Id,
    Id? Within,
    bool Kept,
    string Rule,
    DateOnly Start,
    Term Term,
    DateOnly Deadline,
    int Margin,
    DateOnly DestroyOn,
    IReadOnlyList<Suspension> SuspendedBy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? DueOn,
    Explanation Explanation)
{
    public static KeptAnswer Of(Kept kept, DateOnly today) => new(
        kept.Kind,
        kept.Id,
        kept.Within,
        Kept: true,
        kept.Retention.Rule,
        kept.Retention.Start,
        kept.Retention.Term,
        kept.Retention.Deadline,
        kept.Retention.Margin,
        kept.Retention.DestroyOn,
        kept.Retention.SuspendedBy,
        kept.Retention.DueOn,
        Explanation.OfKept(kept.Retention, today));
}
