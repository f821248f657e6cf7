namespace WelWee3D.Retention;

/// <summary>A table of a package, in which records are told, a row each.</summary>
/// <param name="Name">Unique among all tables.</param>
/// <param name="Row">The type of its rows: what the package says of its columns follows from it.</param>
public sealed record PackageTable(string Name, Type Row, Words Title)
{
    /// <summary>The columns that she gave herself, as they stand in JSON; none where the practice made all of it.</summary>
    public IReadOnlySet<string> Given { get; init; } = new HashSet<string>();

    /// <summary>Its rows are about nobody: they are told where all is that the practice has, and to no person.</summary>
    public bool IsNobodys { get; init; }

    /// <summary>Whether who uses this right is told anything of it.</summary>
    public bool IsFor(PackageRight right) => right == PackageRight.Access || Given.Count > 0;

    /// <summary>Whether who uses this right is told a column of it.</summary>
    public bool IsFor(PackageRight right, string column) => right == PackageRight.Access || Given.Contains(column);
}

/// <summary>The right for which somebody gets a package.</summary>
public enum PackageRight
{
    /// <summary>Everything that is kept of her (GDPR article 15).</summary>
    Access,

    /// <summary>What she gave herself, to take along or to have sent to somebody else (GDPR article 20).</summary>
    Portability,
}
