using System.Reflection;
using Microsoft.Extensions.Compliance.Classification;

namespace WelWee3D.Tests.Storage;

/// <summary>A value as it is stored: where, and what it was declared to be; null when nobody declared it.</summary>
internal sealed record StoredValue(string Place, string Text, DataClassification? Class);

/// <summary>Holds what is stored against what the records that it is written from declare.</summary>
internal static class Declarations
{
    // What is too long for one column goes on in the next: Items, Items1.
    private static readonly char[] Digits = [.. "0123456789"];

    private static readonly string[] StoragesOwn = ["Timestamp", "odata.etag"];

    public static IEnumerable<StoredValue> In(StoredTable table, TableEntity row)
    {
        var columns = Columns(table.Holds);
        foreach (var (name, value) in row.Where(each => each.Value is not null && !StoragesOwn.Contains(each.Key)))
            if (name is "PartitionKey" or "RowKey")
                yield return new($"{table.Name}.{name}", $"{value}", DataClasses.Pseudonymous);
            else
                foreach (var found in Values($"{table.Name}.{name}", $"{value}", columns.GetValueOrDefault(name) ?? columns.GetValueOrDefault(name.TrimEnd(Digits))))
                    yield return found;
    }

    public static IEnumerable<StoredValue> In(StoredContainer container, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        var entries = Columns(container.Describes);
        return metadata.SelectMany(each => Values($"{container.Name}.{each.Key}", each.Value, entries.GetValueOrDefault(each.Key)));
    }

    /// <summary>The places of a table where something personal can be, as declared.</summary>
    public static IEnumerable<string> PersonalPlaces(StoredTable table) =>
        Columns(table.Holds, joined: false).SelectMany(column => PersonalPlaces($"{table.Name}.{column.Key}", column.Value));

    /// <summary>The properties of a record that declare nothing.</summary>
    public static IEnumerable<string> Undeclared(Type type) =>
        type.GetProperties().Select(property => property.Name).Except(Members(type).Keys);

    private static IEnumerable<string> PersonalPlaces(string place, Declared declared)
    {
        if (declared.Part is not { } part)
            return declared.Class == DataClasses.Personal ? [place] : [];
        return Members(part).SelectMany(member => PersonalPlaces($"{place}.{JsonNamingPolicy.CamelCase.ConvertName(member.Key)}", member.Value));
    }

    private static IEnumerable<StoredValue> Values(string place, string text, Declared? declared)
    {
        if (declared?.Part is not { } part)
            return [new(place, text, declared?.Class)];
        using var json = JsonDocument.Parse(text);
        return [.. Values(place, json.RootElement, part)];
    }

    private static IEnumerable<StoredValue> Values(string place, JsonElement json, Type part)
    {
        if (json.ValueKind == JsonValueKind.Array)
            return json.EnumerateArray().SelectMany(each => Values(place, each, part));
        if (json.ValueKind != JsonValueKind.Object)
            return [new(place, json.GetRawText(), null)];

        var members = Members(part);
        return json.EnumerateObject().Where(each => each.Value.ValueKind != JsonValueKind.Null).SelectMany(each =>
            members.GetValueOrDefault(each.Name) is { Part: { } inner }
                ? Values($"{place}.{each.Name}", each.Value, inner)
                : [new($"{place}.{each.Name}", each.Value.GetRawText(), members.GetValueOrDefault(each.Name)?.Class)]);
    }

    private static Dictionary<string, Declared> Columns(IReadOnlyList<Type> holds, bool joined = true)
    {
        var columns = new Dictionary<string, Declared>(StringComparer.OrdinalIgnoreCase);
        foreach (var type in holds.Where(type => type.GetCustomAttribute<JsonColumnAttribute>() is null))
            foreach (var (name, declared) in Members(type).Where(member => member.Value.Part is not { } part || !holds.Contains(part)))
            {
                columns[name] = declared;
                foreach (var inner in joined && declared.Part is { } part ? Members(part) : [])
                    columns[name + inner.Key] = inner.Value;
            }
        foreach (var type in holds)
            if (type.GetCustomAttribute<JsonColumnAttribute>() is { } column)
                columns[column.Name] = new(null, type);
        return columns;
    }

    private static Dictionary<string, Declared> Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => (Name: On<StoredAsAttribute>(type, property)?.Name ?? property.Name, Declared: Of(type, property)))
            .Where(member => member.Declared is not null)
            .ToDictionary(member => member.Name, member => member.Declared!, StringComparer.OrdinalIgnoreCase);

    private static Declared? Of(Type type, PropertyInfo property)
    {
        var attribute = On<DataClassificationAttribute>(type, property);
        // Personal data without a category is not declared for the register of processing.
        if (attribute is not null and not PersonalAttribute { Category: null })
            return new(attribute.Classification, null);
        // What is computed is stored where it is computed from.
        return property.CanWrite && Part(property.PropertyType) is { } part ? new(null, part) : null;
    }

    /// <summary>In a positional record the attribute is on the parameter.</summary>
    private static T? On<T>(Type type, PropertyInfo property)
        where T : Attribute =>
        property.GetCustomAttribute<T>() ?? type.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .FirstOrDefault(parameter => parameter.Name == property.Name && parameter.ParameterType == property.PropertyType)
            ?.GetCustomAttribute<T>();

    /// <summary>The record that a property holds, or holds several of; null when it is none of the app's.</summary>
    private static Type? Part(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType)
            type = type.GetGenericArguments()[0];
        return type.Assembly == typeof(StoredTable).Assembly && !type.IsEnum && Members(type).Count > 0 ? type : null;
    }

    private sealed record Declared(DataClassification? Class, Type? Part);
}
