using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using WelWee3D.Formats;
using WelWee3D.Retention;

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
        if (OrNull(context.TypeInfo.Type) is { } known)
            return known;
        // Of what writes itself the exporter says nothing where there are several.
        if (context.TypeInfo.ElementType is { } element && schema["items"] is null && OrNull(element) is { } items)
            schema["items"] = items;
        // Of a member with a default the exporter forgets what was made of it here. A row has every member: none is a default.
        if (schema["properties"] is JsonObject members)
            foreach (var property in context.TypeInfo.Properties.Where(property => members.ContainsKey(property.Name)))
                if (OrNull(property.PropertyType) is { } member)
                    members[property.Name] = member;
                else
                    members[property.Name]!.AsObject().Remove("default");
        return schema;
    }

    private static JsonObject? OrNull(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is not { } inner)
            return Of(type);
        if (Of(inner) is not { } known)
            return null;
        known["type"] = new JsonArray(known["type"]!.GetValue<string>(), "null");
        if (known["enum"] is JsonArray values)
            values.Add(null);
        return known;
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
}
