using WelWee3D.Retention;

namespace WelWee3D.Exports;

/// <summary>What a package says of itself, by the Data Package standard 2.0: every file in it, and what each table holds.</summary>
internal sealed record DataPackage(
    [property: JsonPropertyName("$schema")] string Schema, string Name, string Id, string Title, string Language, DateTimeOffset Created,
    IReadOnlyList<DataContributor> Contributors, IReadOnlyList<DataResource> Resources)
{
    private const string Profile = "https://datapackage.org/profiles/2.0/datapackage.json";

    public static DataPackage Of(Id id, Package package, string practice) => Of(
        id, package, practice, package.Right == PackageRight.Access ? "wel-wee-3d-access" : "wel-wee-3d-portability", TitleOf(package.Right), package.Language);

    /// <summary>Of all that a practice has.</summary>
    public static DataPackage OfAll(Id id, Package package, string practice) => Of(
        id, package, practice, "wel-wee-3d-all", new("Alles wat de praktijk in Wel & Wee – 3D heeft", "All that the practice has in Wel & Wee – 3D"), "nl");

    private static DataPackage Of(Id id, Package package, string practice, string name, Words title, string language) => new(
        Profile,
        name,
        $"urn:uuid:{Guid.Parse($"{id}")}",
        title.In(language),
        language,
        package.At,
        [new("Wel & Wee – 3D", practice, ["publisher"])],
        [.. package.Files.Select(file => DataResource.Of(file, package.Right, language))]);

    private static Words TitleOf(PackageRight right) => right == PackageRight.Access
        ? new("Alles wat Wel & Wee – 3D van je bewaart", "All that Wel & Wee – 3D keeps of you")
        : new("Wat je aan Wel & Wee – 3D hebt gegeven", "What you gave to Wel & Wee – 3D");
}

/// <param name="Email">Where the practice reads its mail.</param>
internal sealed record DataContributor(string Title, string Email, IReadOnlyList<string> Roles);

/// <summary>A file of a package.</summary>
internal sealed record DataResource(
    string Name, string Path, [property: JsonPropertyName("mediatype")] string MediaType, long Bytes, string Hash,
    string? Title = null, string? Type = null, string? Format = null, string? Encoding = null, TableDialect? Dialect = null, TableSchema? Schema = null, int? RowCount = null)
{
    public static DataResource Of(PackageFile file, PackageRight right, string language)
    {
        var resource = new DataResource(file.Name, file.Path, file.MediaType, file.Bytes, $"sha256:{file.Sha256}");
        return file.Table is not { } table ? resource : resource with
        {
            Title = table.Title.In(language),
            Type = "table",
            Format = "json",
            Encoding = "utf-8",
            Dialect = TableDialect.Objects,
            Schema = TableSchema.Of(table, right, language),
            RowCount = file.Rows,
        };
    }
}

/// <summary>How a table is written: as an array with an object for each row.</summary>
internal sealed record TableDialect([property: JsonPropertyName("$schema")] string Schema, string ItemType)
{
    public static readonly TableDialect Objects = new("https://datapackage.org/profiles/2.0/tabledialect.json", "object");
}
