using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace WelWee3D.Http;

/// <summary>
/// Lays a JSON document beside the type it is to become, and names every field that does not fit. The serializer
/// would stop at the first one, and names a missing or unknown member only in the text of its exception.
/// </summary>
internal sealed class JsonShape
{
    public const string NotText = "Must be text without NUL or broken characters.";

    private const string Required = "Is required.";

    private readonly JsonTypeInfo root;

    /// <summary>Fields that do not fit, and arrays with an item that does not: a fault in an array is one of the whole array.</summary>
    private readonly HashSet<string> named = [];

    private readonly HashSet<(string Field, string Message)> toldOnce = [];

    private JsonShape(JsonTypeInfo root) => this.root = root;

    /// <summary>Fields of another JSON type than asked for: the body as a whole cannot be read.</summary>
    public Problems WrongTypes { get; } = [];

    /// <summary>Fields that are missing, unknown, given twice, or that hold text which means nothing here.</summary>
    public Problems Problems { get; } = [];

    public bool Fits => !WrongTypes.Any && !Problems.Any;

    /// <summary>All that is wrong: what does not fit, and what breaks a rule and is not told of already.</summary>
    public Problems With(IEnumerable<(string Field, string Message)> broken)
    {
        var all = new Problems();
        all.AddRange([.. WrongTypes, .. Problems, .. broken.Where(problem => !IsNamed(problem.Field))]);
        return all;
    }

    // Or what it stands in; or of an array one of its items.
    private bool IsNamed(string field)
    {
        for (var end = field.Length; end > 0; end = field.LastIndexOf('.', end - 1))
            if (named.Contains(field[..end]))
                return true;
        return false;
    }

    /// <summary>An object without the members that do not fit.</summary>
    public JsonObject WhatFits(JsonElement element) => WhatFits(element, root, path: "");

    private JsonObject WhatFits(JsonElement element, JsonTypeInfo type, string path)
    {
        var (fitting, members) = (new JsonObject(), Members(type));
        // What the type leaves alone is not looked at, however much there is of it.
        foreach (var property in element.EnumerateObject())
            if (Text(() => property.Name) is { } name && members.TryGetValue(name, out var member) && !named.Contains(Join(path, name)))
                fitting[name] = property.Value.ValueKind == JsonValueKind.Object
                    ? WhatFits(property.Value, Json.Options.GetTypeInfo(member.PropertyType), Join(path, name))
                    : JsonSerializer.SerializeToNode(property.Value);
        return fitting;
    }

    public static JsonShape Of<T>(JsonElement root)
    {
        var shape = new JsonShape(Json.Options.GetTypeInfo(typeof(T)));
        shape.Look(root, shape.root, path: "");
        shape.named.UnionWith(shape.WrongTypes.Concat(shape.Problems).Select(problem => problem.Field));
        return shape;
    }

    private void Look(JsonElement element, JsonTypeInfo type, string path)
    {
        switch (type.Kind, element.ValueKind)
        {
            case (JsonTypeInfoKind.Object, JsonValueKind.Object):
                LookAtMembers(element, type, path);
                break;
            case (JsonTypeInfoKind.Enumerable, JsonValueKind.Array):
                LookAtItems(element, Json.Options.GetTypeInfo(type.ElementType!), path);
                break;
            case (JsonTypeInfoKind.None, not JsonValueKind.Null):
                LookAtValue(element, type, path);
                break;
            default:
                WrongTypes.Add(path is "" ? "body" : path, type.Kind switch
                {
                    JsonTypeInfoKind.Object => "Must be an object.",
                    JsonTypeInfoKind.Enumerable => "Must be an array.",
                    _ => "Must not be null.",
                });
                break;
        }
    }

    private void LookAtItems(JsonElement element, JsonTypeInfo type, string path)
    {
        var before = WrongTypes.Count + Problems.Count;
        foreach (var (index, value) in element.EnumerateArray().Index())
            Look(value, type, $"{path}[{index}]");
        if (WrongTypes.Count + Problems.Count > before)
            named.Add(path);
    }

    private void LookAtMembers(JsonElement element, JsonTypeInfo type, string path)
    {
        var members = Members(type);
        var leavesOthersAlone = type.UnmappedMemberHandling is JsonUnmappedMemberHandling.Skip;
        var given = new HashSet<string>();
        foreach (var property in element.EnumerateObject())
        {
            if (Text(() => property.Name) is not { } name)
                TellOnce(path is "" ? "body" : path, "Has a member whose name is not text.");
            else if (leavesOthersAlone && !members.ContainsKey(name))
                continue;
            else if (!given.Add(name))
                TellOnce(Join(path, name), "Must be given once.");
            else if (!members.TryGetValue(name, out var member))
                Problems.Add(Join(path, name), "Is not known here.");
            else if (property.Value.ValueKind is not JsonValueKind.Null)
                Look(property.Value, Json.Options.GetTypeInfo(member.PropertyType), Join(path, name));
            else if (!member.IsSetNullable)
                Problems.Add(Join(path, name), Required);
        }

        foreach (var missing in members.Values.Where(member => member.IsRequired && !given.Contains(member.Name)))
            Problems.Add(Join(path, missing.Name), Required);
    }

    // A body may hold thousands that are wrong in the same way.
    private void TellOnce(string field, string message)
    {
        if (toldOnce.Add((field, message)))
            Problems.Add(field, message);
    }

    private static Dictionary<string, JsonPropertyInfo> Members(JsonTypeInfo type) => type.Properties
        .Where(member => member.Set is not null || member.AssociatedParameter is not null)
        .ToDictionary(member => member.Name);

    private void LookAtValue(JsonElement element, JsonTypeInfo type, string path)
    {
        var isText = element.ValueKind == JsonValueKind.String;
        if (isText && Text(() => element.GetString()) is null)
        {
            Problems.Add(path, NotText);
            return;
        }

        try
        {
            element.Deserialize(type);
        }
        catch (JsonException)
        {
            var wanted = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
            (isText && !IsWrittenBare(wanted) ? Problems : WrongTypes).Add(path, Wanted(wanted));
        }
    }

    private static string Wanted(Type type)
    {
        if (type == typeof(string))
            return "Must be text.";
        if (type == typeof(bool))
            return "Must be true or false.";
        if (type == typeof(DateOnly))
            return "Must be a date, such as 2026-11-22.";
        if (type == typeof(DateTimeOffset))
            return "Must be a time with its offset, such as 2026-11-22T09:00:00+01:00.";
        if (type.IsEnum)
            return $"Must be one of: {string.Join(", ", Names(type))}.";

        return IsWrittenBare(type) ? "Must be a number within range." : "Does not have the right form.";
    }

    private static IEnumerable<string?> Names(Type type) =>
        Enum.GetValues(type).Cast<object>()
            .Select(value => JsonSerializer.SerializeToElement(value, type, Json.Options).GetString());

    private static bool IsWrittenBare(Type type) =>
        type == typeof(bool)
        || type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(INumber<>));

    /// <summary>Null for what storage would refuse: NUL, and half of a surrogate pair written as an escape.</summary>
    private static string? Text(Func<string?> read)
    {
        try
        {
            return read() is { } text && !text.Contains('\0') ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Join(string path, string name) => path is "" ? name : $"{path}.{name}";
}
