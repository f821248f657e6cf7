using System.Xml;
using WelWee3D.Tests.Storage;

namespace WelWee3D.Tests.Exports;

/// <summary>
/// A package as a program reads it that knows the Data Package standard and not this product. What it reads is the package of
/// somebody of whom everything is kept that can be kept.
/// </summary>
public sealed class DataPackageTests(FilledStorage storage) : IClassFixture<FilledStorage>
{
    [Fact]
    public async Task It_names_the_standard_and_every_file_in_it_with_size_and_hash()
    {
        using var package = await storage.Package();

        var descriptor = package.Descriptor;

        Assert.Equal("https://datapackage.org/profiles/2.0/datapackage.json", Text(descriptor, "$schema"));
        Assert.Equal(("wel-wee-3d-access", "nl"), (Text(descriptor, "name"), Text(descriptor, "language")));
        Assert.True(descriptor.GetProperty("created").TryGetDateTimeOffset(out _));
        Assert.Equal(
            package.Entries.Select(entry => entry.FullName).Where(path => path != "datapackage.json").Order(),
            package.Resources.Select(resource => Text(resource, "path")).Order());
        Assert.Equal("datapackage.json", package.Entries[^1].FullName);
        Assert.All(package.Resources, resource =>
        {
            var bytes = package.Bytes(Text(resource, "path"));
            Assert.Equal(bytes.Length, resource.GetProperty("bytes").GetInt64());
            Assert.Equal($"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}", Text(resource, "hash"));
            Assert.NotEmpty(Text(resource, "mediatype"));
            Assert.Matches("^[-a-z0-9._]+$", Text(resource, "name"));
        });
        Assert.Distinct(package.Resources.Select(resource => Text(resource, "name")));
    }

    [Fact]
    public async Task Every_row_of_every_table_fits_its_schema()
    {
        using var package = await storage.Package();

        foreach (var resource in package.Resources.Where(each => each.TryGetProperty("schema", out _)))
        {
            var fields = resource.GetProperty("schema").GetProperty("fields").EnumerateArray().ToDictionary(field => Text(field, "name"));
            var rows = package.Json(Text(resource, "path")).EnumerateArray().ToList();
            Assert.Equal(("table", "json"), (Text(resource, "type"), Text(resource, "format")));
            Assert.NotEmpty(rows);
            foreach (var row in rows)
            {
                Assert.Equal(fields.Keys, row.EnumerateObject().Select(value => value.Name));
                foreach (var value in row.EnumerateObject())
                    Assert.True(Fits(value.Value, fields[value.Name]), $"{Text(resource, "name")}.{value.Name} is {value.Value.GetRawText()}.");
            }
        }
    }

    [Fact]
    public async Task Every_table_that_there_can_be_is_in_the_package_of_her_of_whom_everything_is_kept()
    {
        using var package = await storage.Package();

        Assert.Equal(
            storage.PackageTables.Select(table => table.Name).Order(),
            package.Resources.Where(each => each.TryGetProperty("schema", out _)).Select(each => Text(each, "name")).Order());
    }

    [Fact]
    public async Task Every_column_is_told_in_her_language()
    {
        using var package = await storage.Package();

        foreach (var resource in package.Resources.Where(each => each.TryGetProperty("schema", out _)))
            Assert.All(
                resource.GetProperty("schema").GetProperty("fields").EnumerateArray(),
                field => Assert.True(field.TryGetProperty("title", out _), $"{Text(resource, "name")}.{Text(field, "name")}"));
    }

    [Fact]
    public void The_page_about_packages_tells_every_column_of_every_table()
    {
        var page = File.ReadAllText(Path.Combine(Source.Root, "docs", "package.md")).ReplaceLineEndings("\n");

        Assert.Equal(storage.PackageTables.Select(Documented).Order(), page.Split("\n### ")[1..].Select(section => $"### {section.TrimEnd()}").Order());
    }

    private static string Documented(PackageTable table) => string.Join('\n',
    [
        $"### {table.Name}", "", $"{table.Title.English}.", "", "| column | type | what it is | taken along |", "| --- | --- | --- | --- |",
        .. TableSchema.Of(table, PackageRight.Access, "en").Fields.Select(field =>
            $"| `{field.Name}` | {field.Type}{(field.Constraints.Required is true ? "" : " or null")} | {field.Title} | {(table.Given.Contains(field.Name) ? "yes" : "")} |"),
    ]);

    [Theory]
    [InlineData("""{"type":"date","constraints":{}}""", "\"22 november\"")]
    [InlineData("""{"type":"integer","constraints":{}}""", "\"7\"")]
    [InlineData("""{"type":"string","constraints":{"required":true}}""", "null")]
    [InlineData("""{"type":"string","constraints":{"enum":["yes","no"]}}""", "\"perhaps\"")]
    [InlineData("""{"type":"object","constraints":{"jsonSchema":{"type":"object","properties":{"city":{"type":"string"}}}}}""", """{"city":7}""")]
    [InlineData("""{"type":"object","constraints":{"jsonSchema":{"type":"object","properties":{"city":{"type":"string"}}}}}""", """{"street":"Dam"}""")]
    public void A_value_that_does_not_fit_is_seen(string field, string value) =>
        Assert.False(Fits(JsonSerializer.Deserialize<JsonElement>(value), JsonSerializer.Deserialize<JsonElement>(field)));

    private static bool Fits(JsonElement value, JsonElement field)
    {
        var constraints = field.GetProperty("constraints");
        if (value.ValueKind == JsonValueKind.Null)
            return !constraints.TryGetProperty("required", out _);
        return IsOf(Text(field, "type"), value)
            && (!constraints.TryGetProperty("pattern", out var pattern) || Regex.IsMatch(value.GetString()!, $"^(?:{pattern.GetString()})$"))
            && (!constraints.TryGetProperty("enum", out var values) || values.EnumerateArray().Any(each => each.GetString() == value.GetString()))
            && (!constraints.TryGetProperty("jsonSchema", out var schema) || FitsJson(value, schema));
    }

    private static bool IsOf(string type, JsonElement value) => (type, value.ValueKind) switch
    {
        ("string", JsonValueKind.String) or ("boolean", JsonValueKind.True or JsonValueKind.False)
            or ("number", JsonValueKind.Number) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) => true,
        ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
        ("date", JsonValueKind.String) => DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        ("datetime", JsonValueKind.String) => value.TryGetDateTimeOffset(out _),
        ("duration", JsonValueKind.String) => XmlConvert.ToTimeSpan(value.GetString()!) >= TimeSpan.Zero,
        _ => false,
    };

    /// <summary>The parts of JSON Schema that the packages use; what is not in the schema does not fit.</summary>
    private static bool FitsJson(JsonElement value, JsonElement schema)
    {
        var types = schema.GetProperty("type") is { ValueKind: JsonValueKind.Array } several
            ? several.EnumerateArray().Select(each => each.GetString()!).ToList()
            : [schema.GetProperty("type").GetString()!];
        if (value.ValueKind == JsonValueKind.Null)
            return types.Contains("null");
        if (!types.Any(type => IsOf(type, value)))
            return false;
        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(each => each.GetString() == value.GetString()))
            return false;
        return value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().All(
                member => schema.GetProperty("properties").TryGetProperty(member.Name, out var inner) && FitsJson(member.Value, inner)),
            JsonValueKind.Array => value.EnumerateArray().All(each => FitsJson(each, schema.GetProperty("items"))),
            _ => true,
        };
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
