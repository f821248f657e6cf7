using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
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
    private bool IsNamed(string field) => WrongTypes.Concat(Problems).Any(
        problem => problem.Field == field || field.StartsWith($"{problem.Field}.", StringComparison.Ordinal)
            || problem.Field.StartsWith($"{field}[", StringComparison.Ordinal));

    /// <summary>An object without the members that do not fit.</summary>
    public JsonObject WhatFits(JsonElement element, string path = "")
    {
        var fitting = new JsonObject();
        foreach (var property in element.EnumerateObject())
            if (Text(() => property.Name) is { } name && !DoesNotFit(Join(path, name)))
                fitting[name] = property.Value.ValueKind == JsonValueKind.Object
                    ? WhatFits(property.Value, Join(path, name))
                    : JsonSerializer.SerializeToNode(property.Value);
        return fitting;
    }

    // A fault in an array is one of the whole array.
    private bool DoesNotFit(string field) => WrongTypes.Concat(Problems).Any(
        problem => problem.Field == field || problem.Field.StartsWith($"{field}[", StringComparison.Ordinal));

    public static JsonShape Of<T>(JsonElement root)
    {
        var shape = new JsonShape();
        shape.Look(root, Json.Options.GetTypeInfo(typeof(T)), path: "");
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
                var item = Json.Options.GetTypeInfo(type.ElementType!);
                foreach (var (index, value) in element.EnumerateArray().Index())
                    Look(value, item, $"{path}[{index}]");
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

    private void LookAtMembers(JsonElement element, JsonTypeInfo type, string path)
    {
        var members = type.Properties
            .Where(member => member.Set is not null || member.AssociatedParameter is not null)
            .ToDictionary(member => member.Name);
        var leavesOthersAlone = type.UnmappedMemberHandling is JsonUnmappedMemberHandling.Skip;
        var given = new HashSet<string>();
        foreach (var property in element.EnumerateObject())
        {
            if (Text(() => property.Name) is not { } name)
                Problems.Add(path is "" ? "body" : path, "Has a member whose name is not text.");
            else if (leavesOthersAlone && !members.ContainsKey(name))
                continue;
            else if (!given.Add(name))
                Problems.Add(Join(path, name), "Must be given once.");
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
