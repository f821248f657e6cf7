using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.Extensions.Compliance.Classification;

namespace WelWee3D.Storage;

/// <summary>
/// Rows are written from the declared properties of records, a column each, and read back into them: what nobody declared
/// is not stored. Ids and days are text, days in ISO 8601; what storage has no type for is JSON. Parts, and the id, which is
/// in the keys, are the slice's.
/// </summary>
public static class Columns
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();
    private static readonly ConcurrentDictionary<(Type, string), string> Named = new();

    public static TableEntity With<T>(this TableEntity row, T record)
        where T : notnull
    {
        foreach (var property in Of(typeof(T)))
            row[ColumnOf(typeof(T), property.Name)] = Stored(property.GetValue(record));
        return row;
    }

    /// <summary>A column that a row lacks, since an older version wrote it, is its property's default.</summary>
    /// <exception cref="FormatException">A column is missing that every version wrote, or holds nonsense.</exception>
    public static T Read<T>(this TableEntity row, Id id)
        where T : notnull
    {
        var constructor = typeof(T).GetConstructors().MaxBy(each => each.GetParameters().Length)!;
        var given = constructor.GetParameters();
        var nullability = new NullabilityInfoContext();
        var record = (T)constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null,
        [
            .. given.Select(parameter => parameter.Name == nameof(Id) ? id
                : Value(row, ColumnOf(typeof(T), parameter.Name!), parameter.ParameterType) ?? Missing(parameter.Name!, nullability.Create(parameter), parameter)),
        ], culture: null);
        foreach (var property in Of(typeof(T), orId: true).ExceptBy(given.Select(parameter => parameter.Name), property => property.Name))
            property.SetValue(record, property.Name == nameof(Id) ? id
                : Value(row, ColumnOf(typeof(T), property.Name), property.PropertyType) ?? Missing(property.Name, nullability.Create(property)));
        return record;
    }

    /// <summary>Those that are declared, and stored as they are: what is computed is not, nor what is a record of its own.</summary>
    private static IEnumerable<PropertyInfo> Of(Type type, bool orId = false) =>
        Known.GetOrAdd(type, _ => [.. type.GetProperties().Where(property => property.CanWrite && IsDeclared(type, property))])
            .Where(property => orId || property.Name != nameof(Id));

    private static string ColumnOf(Type type, string property) => Named.GetOrAdd((type, property), _ =>
        (type.GetProperty(property)!.GetCustomAttribute<StoredAsAttribute>() ?? Parameters(type, property)
            .Select(parameter => parameter.GetCustomAttribute<StoredAsAttribute>()).FirstOrDefault(each => each is not null))?.Name ?? property);

    // In a positional record the attribute is on the parameter.
    private static bool IsDeclared(Type type, PropertyInfo property) =>
        property.IsDefined(typeof(DataClassificationAttribute))
        || Parameters(type, property.Name).Any(parameter => parameter.IsDefined(typeof(DataClassificationAttribute)));

    private static IEnumerable<ParameterInfo> Parameters(Type type, string property) =>
        type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Where(parameter => parameter.Name == property);

    private static object? Value(TableEntity row, string name, Type type) =>
        row.TryGetValue(name, out var stored) && stored is not null ? Read(stored, type) : null;

    private static object? Missing(string name, NullabilityInfo info, ParameterInfo? parameter = null)
    {
        if (parameter is { HasDefaultValue: true, DefaultValue: { } usual })
            return usual;
        if (info.ReadState == NullabilityState.Nullable || parameter is { HasDefaultValue: true, ParameterType.IsValueType: false })
            return null;
        if (info.Type.IsGenericType)
            return Array.CreateInstance(info.Type.GetGenericArguments()[0], 0);
        if (info.Type == typeof(string) || info.Type == typeof(Id) || info.Type == typeof(DateOnly) || info.Type == typeof(DateTimeOffset))
            throw new FormatException($"Column {name} is missing.");
        return info.Type.IsValueType ? Activator.CreateInstance(info.Type) : null;
    }

    private static object? Stored(object? value) => value switch
    {
        null or string or int or long or bool or DateTimeOffset => value,
        DateOnly day => day.Iso(),
        Id id => id.ToString(),
        Enum => JsonSerializer.SerializeToElement(value, value.GetType(), StoredJson.Options).GetString(),
        _ => JsonSerializer.Serialize(value, value.GetType(), StoredJson.Options),
    };

    private static object? Read(object stored, Type type) => stored switch
    {
        string text when Is<DateOnly>(type) => Amsterdam.Date(text),
        string text when Is<Id>(type) => Id.Parse(text),
        string text when (Nullable.GetUnderlyingType(type) ?? type).IsEnum => JsonSerializer.Deserialize($"\"{text}\"", type, StoredJson.Options),
        string text when type != typeof(string) => JsonSerializer.Deserialize(text, type, StoredJson.Options),
        _ => stored,
    };

    private static bool Is<T>(Type type) => type == typeof(T) || Nullable.GetUnderlyingType(type) == typeof(T);
}
