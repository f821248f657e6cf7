using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using WelWee3D.Formats;
using WelWee3D.Http;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Description;

/// <summary>
/// The schemas of what comes in and goes out, from the types that JSON is read as and written from. Each object has its name, under
/// which it stands once.
/// </summary>
internal sealed class ApiSchemas
{
    private readonly SortedDictionary<string, JsonNode> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Type Type, bool IsBody)> owners = [];

    public IReadOnlyDictionary<string, JsonNode> Named => named;

    /// <param name="needs">Members without which the rules refuse it.</param>
    public JsonNode OfBody(Type type, IReadOnlyList<string> needs)
    {
        var schema = Of(type, isBody: true);
        if (NameIn(schema) is not { } name)
            return schema;
        var (shape, properties) = (named[name], named[name]["properties"]!);
        foreach (var need in needs.Where(need => properties[need] is not null))
            properties[need] = NotNull(properties[need]!);
        shape["required"] = Texts(Required(shape).Union(needs.Where(need => properties[need] is not null)));
        return schema;
    }

    public JsonNode OfAnswer(Type type) => Of(type, isBody: false);

    /// <summary>One that no type of the app stands for.</summary>
    public void Add(string name, JsonObject schema) => named.Add(name, schema);

    /// <summary>One of several.</summary>
    public static JsonNode Any(IReadOnlyList<JsonNode> schemas) =>
        schemas is [var only] ? only : new JsonObject { ["anyOf"] = new JsonArray([.. schemas]) };

    public static string? NameIn(JsonNode schema) => (schema as JsonObject)?["$ref"]?.GetValue<string>().Split('/')[^1];

    private JsonNode Of(Type type, bool isBody) => type == typeof(CertificateView)
        ? Certificate()
        : Json.Options.GetJsonSchemaAsNode(type, new() { TransformSchemaNode = (context, schema) => Shape(context, schema, isBody) });

    private JsonNode Shape(JsonSchemaExporterContext context, JsonNode schema, bool isBody)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        // A type that stands there before is pointed to, by a place that it has no more.
        var isPointer = schema is JsonObject pointing && pointing.ContainsKey("$ref");
        var shape = Written(type)
            ?? (isPointer ? Of(type, isBody)
            : context.TypeInfo.Kind == JsonTypeInfoKind.Object ? Object(Json.Options.GetTypeInfo(type), schema, isBody)
            : Plain(schema));
        var mayBeNull = context.PropertyInfo is { } property && (isBody ? MayBeNull(property, property.IsSetNullable) : IsWrittenAsNull(property));
        return mayBeNull ? OrNull(shape) : shape;
    }

    private JsonNode Object(JsonTypeInfo type, JsonNode schema, bool isBody)
    {
        var name = NameOf(type.Type);
        if (owners.TryGetValue(name, out var owner) && owner.IsBody != isBody)
            name += isBody ? "Given" : "Shown";
        if (!owners.TryAdd(name, (type.Type, isBody)) && owners[name] != (type.Type, isBody))
            throw new InvalidOperationException($"Two schemas would be called {name}: {type.Type} and {owners[name].Type}.");

        var members = schema["properties"]?.AsObject() ?? [];
        var properties = type.Properties
            .Where(each => members[each.Name] is not null && (isBody ? each.Set is not null || each.AssociatedParameter is not null : each.Get is not null)).ToList();
        var shape = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(properties.Select(each => KeyValuePair.Create(each.Name, (JsonNode?)members[each.Name]!.DeepClone()))),
            ["required"] = Texts(properties.Where(each => isBody ? each.IsRequired : IsAlwaysWritten(each)).Select(each => each.Name)),
        };
        if (!isBody || type.UnmappedMemberHandling is not JsonUnmappedMemberHandling.Skip)
            shape["additionalProperties"] = false;
        named[name] = shape;
        return Reference(name);
    }

    /// <summary>Types that are written as text or numbers of a form of their own.</summary>
    private static JsonObject? Written(Type type) =>
        type == typeof(Id) ? Text("^[0-9a-f]{12}7[0-9a-f]{19}$", "01a203d546447aea88e48193e22e6096")
        : type == typeof(Reference) ? Text("^[2-9A-HJKMNP-TW-Z]{4}-[2-9A-HJKMNP-TW-Z]{4}$", "N8HN-9TND")
        : type == typeof(Term) ? Text("^P([0-9]+Y)?([0-9]+M)?([0-9]+D)?$", "P5Y")
        : type == typeof(Point) ? new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "number" }, ["minItems"] = 3, ["maxItems"] = 3 }
        : type == typeof(JsonObject) ? new() { ["type"] = "object" }
        : type == typeof(JsonArray) ? new() { ["type"] = "array", ["items"] = new JsonObject() }
        : null;

    private static JsonObject Text(string pattern, string example) =>
        new() { ["type"] = "string", ["pattern"] = pattern, ["examples"] = new JsonArray(example) };

    /// <summary>A certificate as it was sealed, with its number, its hash and the very text that has that hash; one that was damaged says less.</summary>
    private JsonNode Certificate()
    {
        var shape = (JsonObject)named[NameIn(OfAnswer(typeof(Certificate)))!].DeepClone();
        foreach (var added in (string[])["hash", "text"])
            shape["properties"]![added] = new JsonObject { ["type"] = "string" };
        shape["required"] = Texts(["number", "hash", "text"]);
        shape.Remove("additionalProperties");
        owners.TryAdd(nameof(CertificateView), (typeof(CertificateView), false));
        named[nameof(CertificateView)] = shape;
        return Reference(nameof(CertificateView));
    }

    /// <summary>The same, where null is another matter, and names are text.</summary>
    private static JsonNode Plain(JsonNode schema)
    {
        if (schema is not JsonObject plain)
            return new JsonObject();
        plain.Remove("default");
        if (plain["type"] is JsonArray types)
            plain["type"] = types.Select(each => each!.GetValue<string>()).Where(each => each != "null").ToList() is [var only] ? only : types.DeepClone();
        if (plain["enum"] is JsonArray names)
        {
            plain["enum"] = new JsonArray([.. names.Where(each => each is not null).Select(each => each!.DeepClone())]);
            plain["type"] ??= "string";
        }
        return plain;
    }

    private static bool MayBeNull(JsonPropertyInfo property, bool isNullable) => isNullable || Nullable.GetUnderlyingType(property.PropertyType) is not null;

    // All others are left out where they are null.
    private static bool IsWrittenAsNull(JsonPropertyInfo property) =>
        MayBeNull(property, property.IsGetNullable)
        && property.AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true) is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.Never }];

    private static bool IsAlwaysWritten(JsonPropertyInfo property) => IsWrittenAsNull(property) || !MayBeNull(property, property.IsGetNullable);

    /// <summary>A type inside another bears the name of both; one of a list, that of its items too.</summary>
    private static string NameOf(Type type)
    {
        var name = type.Name.Split('`')[0];
        var isInside = type.DeclaringType is { } outer && !name.StartsWith(outer.Name, StringComparison.Ordinal);
        return string.Concat(type.GetGenericArguments().Select(NameOf)) + (isInside ? type.DeclaringType!.Name : "") + name;
    }

    private static JsonObject OrNull(JsonNode shape) => new() { ["anyOf"] = new JsonArray(shape, new JsonObject { ["type"] = "null" }) };

    private static JsonNode NotNull(JsonNode shape) => (shape["anyOf"]?[0] ?? shape).DeepClone();

    private static IEnumerable<string> Required(JsonNode shape) => shape["required"]!.AsArray().Select(each => each!.GetValue<string>());

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    public static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };
}
