using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>What a record of one row knows of itself.</summary>
public interface IRowRecord<T>
    where T : IRowRecord<T>
{
    Id Id { get; }

    /// <summary>The one due row that stands for it, once it is stored.</summary>
    DueRow Due { get; }

    Interventions Interventions { get; }

    Derivation Retention(RetentionRules rules, DateOnly today);

    T With(DueRow due);

    T With(Interventions interventions);
}
