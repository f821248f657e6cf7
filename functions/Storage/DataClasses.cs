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

/// <summary>What is stored has a category. What is logged needs none, for it is erased: source-generated logs ask for the class alone.</summary>
public sealed class PersonalAttribute() : DataClassificationAttribute(DataClasses.Personal)
{
    public PersonalAttribute(DataCategory category)
        : this() => Category = category;

    public DataCategory? Category { get; }
}

public sealed class PseudonymousAttribute() : DataClassificationAttribute(DataClasses.Pseudonymous);

public sealed class OperationalAttribute() : DataClassificationAttribute(DataClasses.Operational);

/// <summary>This record is stored whole, as JSON, in one column.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class JsonColumnAttribute(string name) : Attribute
{
    public string Name => name;
}

/// <summary>
/// The name of the column, or of the part that this property adds to it, where that is not the property's own: what is
/// stored keeps its name, whatever the property is called by now.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class StoredAsAttribute(string name) : Attribute
{
    public string Name => name;
}
