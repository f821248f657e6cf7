using System.Text.Json.Nodes;
using WelWee3D.Retention;

namespace WelWee3D.Exports;

/// <summary>What a table holds, by Table Schema 2.0 of the Data Package standard.</summary>
/// <param name="MissingValues">The texts that stand for nothing: none do, for what is empty is null.</param>
public sealed record TableSchema(
    [property: JsonPropertyName("$schema")] string Schema, IReadOnlyList<TableField> Fields,
    IReadOnlyList<string> MissingValues, IReadOnlyList<string>? PrimaryKey)
{
    private const string Profile = "https://datapackage.org/profiles/2.0/tableschema.json";
    private const string Key = "id";

    public static TableSchema Of(PackageTable table, PackageRight right, string language)
    {
        IReadOnlyList<TableField> fields =
        [
            .. RowSchema.Columns(table.Row).Where(column => table.IsFor(right, column.Key))
                .Select(column => TableField.Of(column.Key, column.Value!.AsObject(), FieldWords.Of(table.Name, column.Key), language)),
        ];
        return new(Profile, fields, MissingValues: [], fields.Any(field => field.Name == Key) ? [Key] : null);
    }
}

/// <param name="Title">What it is, in the language of who gets the package.</param>
public sealed record TableField(string Name, string Type, string? Title, FieldConstraints Constraints)
{
    public static TableField Of(string name, JsonObject column, Words? words, string language)
    {
        var types = column["type"] is JsonArray several ? [.. several.Select(each => (string)each!)] : new[] { (string)column["type"]! };
        var type = types.First(each => each != "null");
        return new(
            name,
            ((string?)column["format"]) switch { "date" => "date", "date-time" => "datetime", "duration" => "duration", _ => type },
            words?.In(language),
            new(
                types.Contains("null") ? null : true,
                // The whole value, as in XML Schema.
                ((string?)column["pattern"])?.Trim('^', '$'),
                column["enum"] is JsonArray values ? [.. values.Where(value => value is not null).Select(value => (string)value!)] : null,
                type is "object" or "array" ? NotNull(column, type) : null));
    }

    private static JsonObject NotNull(JsonObject column, string type)
    {
        var schema = column.DeepClone().AsObject();
        schema["type"] = type;
        return schema;
    }
}

/// <param name="Required">Whether every row has a value.</param>
/// <param name="JsonSchema">What is in an object or array.</param>
public sealed record FieldConstraints(bool? Required, string? Pattern, IReadOnlyList<string>? Enum, JsonObject? JsonSchema);
