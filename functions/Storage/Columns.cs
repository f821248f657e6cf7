using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.Compliance.Classification;

namespace WelWee3D.Storage;

/// <summary>
/// Rows are written from the declared properties of records, a column each, and read back into them: what nobody declared
/// is not stored. Ids and days are text, days in ISO 8601; what storage has no type for is JSON. Parts, and the id, which is
/// in the keys, are the slice's.
/// </summary>
public static class Columns
{
    private static readonly ConcurrentDictionary<Type, Shape> Known = new();

    public static TableEntity With<T>(this TableEntity row, T record)
        where T : notnull
    {
        foreach (var (property, column) in ShapeOf(typeof(T)).Written)
            row[column] = Stored(property.GetValue(record));
        return row;
    }

    /// <summary>A column that a row lacks, since an older version wrote it, is its property's default.</summary>
    /// <exception cref="FormatException">A column is missing that every version wrote, or holds nonsense.</exception>
    public static T Read<T>(this TableEntity row, Id id)
        where T : notnull
    {
        var shape = ShapeOf(typeof(T));
        var record = (T)shape.Constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, [.. shape.Given.Select(Value)], culture: null);
        foreach (var (property, member) in shape.Set)
            property.SetValue(record, Value(member));
        return record;

        object? Value(Member member) => member.IsId ? id
            : (row.TryGetValue(member.Column, out var stored) && stored is not null ? Columns.Read(stored, member.Type) : null) ?? member.Missing();
    }

    private static Shape ShapeOf(Type type) => Known.GetOrAdd(type, Look);

    private static Shape Look(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(each => each.GetParameters().Length)!;
        var given = constructor.GetParameters();
        var nullability = new NullabilityInfoContext();
        var declared = type.GetProperties().Where(property => property.CanWrite && IsDeclared(type, property)).ToList();
        return new(
            constructor,
            [.. given.Select(parameter => Member(parameter.Name!, nullability.Create(parameter), parameter))],
            [.. declared.ExceptBy(given.Select(parameter => parameter.Name), property => property.Name)
                .Select(property => (property, Member(property.Name, nullability.Create(property))))],
            [.. declared.Where(property => property.Name != nameof(Id)).Select(property => (property, ColumnOf(type, property.Name)))]);

        Member Member(string name, NullabilityInfo info, ParameterInfo? parameter = null) =>
            new(name == nameof(Id), ColumnOf(type, name), info.Type, Missing(name, info, parameter));
    }

    private static string ColumnOf(Type type, string property) =>
        (type.GetProperty(property)!.GetCustomAttribute<StoredAsAttribute>() ?? Parameters(type, property)
            .Select(parameter => parameter.GetCustomAttribute<StoredAsAttribute>()).FirstOrDefault(each => each is not null))?.Name ?? property;

    // In a positional record the attribute is on the parameter.
    private static bool IsDeclared(Type type, PropertyInfo property) =>
        property.IsDefined(typeof(DataClassificationAttribute))
        || Parameters(type, property.Name).Any(parameter => parameter.IsDefined(typeof(DataClassificationAttribute)));

    private static IEnumerable<ParameterInfo> Parameters(Type type, string property) =>
        type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Where(parameter => parameter.Name == property);

    /// <summary>What a row without the column gives.</summary>
    private static Func<object?> Missing(string name, NullabilityInfo info, ParameterInfo? parameter)
    {
        if (parameter is { HasDefaultValue: true, DefaultValue: { } usual })
            return () => usual;
        if (info.ReadState == NullabilityState.Nullable || parameter is { HasDefaultValue: true, ParameterType.IsValueType: false })
            return () => null;
        if (info.Type.IsGenericType)
            return () => Array.CreateInstance(info.Type.GetGenericArguments()[0], 0);
        if (info.Type == typeof(string) || info.Type == typeof(Id) || info.Type == typeof(DateOnly) || info.Type == typeof(DateTimeOffset))
            return () => throw new FormatException($"Column {name} is missing.");
        return () => info.Type.IsValueType ? Activator.CreateInstance(info.Type) : null;
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

    /// <summary>How records of a type are made and written: looked up once, since reflection takes longer than the row does.</summary>
    private sealed record Shape(
        ConstructorInfo Constructor, IReadOnlyList<Member> Given, IReadOnlyList<(PropertyInfo Property, Member Member)> Set,
        IReadOnlyList<(PropertyInfo Property, string Column)> Written);

    private sealed record Member(bool IsId, string Column, Type Type, Func<object?> Missing);
}
