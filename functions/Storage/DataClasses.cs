using Microsoft.Extensions.Compliance.Classification;

namespace WelWee3D.Storage;

/// <summary>How personal a value is. Every property that is stored or logged says so with one of the attributes below.</summary>
public static class DataClasses
{
    public const string Taxonomy = "WelWee3D";

    /// <summary>Leads to a person only for who has the record, the directory or the key: ids and keyed hashes.</summary>
    public static readonly DataClassification Pseudonymous = new(Taxonomy, nameof(Pseudonymous));

    /// <summary>Tells of the app's own work.</summary>
    public static readonly DataClassification Operational = new(Taxonomy, nameof(Operational));

    /// <summary>Tells something of a person.</summary>
    public static DataClassification Personal(DataCategory category) => new(Taxonomy, $"{nameof(Personal)}{category}");
}

public sealed class PersonalAttribute(DataCategory category) : DataClassificationAttribute(DataClasses.Personal(category))
{
    public DataCategory Category => category;
}

public sealed class PseudonymousAttribute() : DataClassificationAttribute(DataClasses.Pseudonymous);

public sealed class OperationalAttribute() : DataClassificationAttribute(DataClasses.Operational);

/// <summary>This record is stored whole, as JSON, in one column.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class JsonColumnAttribute(string name) : Attribute
{
    public string Name => name;
}
