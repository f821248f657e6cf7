using Microsoft.Extensions.Compliance.Classification;

namespace WelWee3D.Storage;

/// <summary>How personal a value is. Every property that is stored, and all that is logged, says so with an attribute.</summary>
public static class DataClasses
{
    private const string Taxonomy = "WelWee3D";

    /// <summary>Tells something of a person.</summary>
    public static readonly DataClassification Personal = new(Taxonomy, nameof(Personal));

    /// <summary>Leads to a person only for who has the record, the directory or the key: ids and keyed hashes.</summary>
    public static readonly DataClassification Pseudonymous = new(Taxonomy, nameof(Pseudonymous));

    /// <summary>Tells of the app's own work.</summary>
    public static readonly DataClassification Operational = new(Taxonomy, nameof(Operational));
}

/// <summary>What is stored has a category. What is logged has none: it is erased, whatever it is about.</summary>
public sealed class PersonalAttribute() : DataClassificationAttribute(DataClasses.Personal)
{
    public PersonalAttribute(DataCategory category)
        : this() => Category = category;

    public DataCategory? Category { get; }
}

public sealed class PseudonymousAttribute() : DataClassificationAttribute(DataClasses.Pseudonymous);

public sealed class OperationalAttribute() : DataClassificationAttribute(DataClasses.Operational);
