using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using WelWee3D.Formats;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Exports;

/// <summary>
/// JSON Schema of a row, from its type and by the options that it is written with: what writes itself in a way of its own is
/// told here.
/// </summary>
internal static class RowSchema
{
    private static readonly JsonSchemaExporterOptions Exported = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Known };

    /// <summary>The columns of a row, each with its schema.</summary>
    public static JsonObject Columns(Type row) => Package.Rows.GetJsonSchemaAsNode(row, Exported)["properties"]!.AsObject();

    private static JsonNode Known(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = context.TypeInfo.Type;
        var isNullable = Nullable.GetUnderlyingType(type) is not null;
        return Of(Nullable.GetUnderlyingType(type) ?? type) is { } known ? isNullable ? OrNull(known) : known : schema;
    }

    private static JsonObject? Of(Type type)
    {
        if (type == typeof(Id))
            return new() { ["type"] = "string", ["pattern"] = "^[0-9a-f]{32}$" };
        if (type == typeof(Reference))
            return new() { ["type"] = "string", ["pattern"] = "^[0-9A-Z]{4}-[0-9A-Z]{4}$" };
        if (type == typeof(Term))
            return new() { ["type"] = "string", ["format"] = "duration" };
        if (type == typeof(Point))
            return new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "number" }, ["minItems"] = 3, ["maxItems"] = 3 };
        return type.IsEnum
            ? new() { ["type"] = "string", ["enum"] = new JsonArray([.. Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.SerializeToNode(value, type, Package.Rows))]) }
            : null;
    }

    private static JsonObject OrNull(JsonObject known)
    {
        known["type"] = new JsonArray(known["type"]!.GetValue<string>(), "null");
        if (known["enum"] is JsonArray values)
            values.Add(null);
        return known;
    }
}
