using System.Reflection;

namespace WelWee3D.Storage;

/// <summary>A value that is stored of people.</summary>
/// <param name="Place">Table or container, column, and what is in its JSON: <c>Orders.Consents.language</c>.</param>
public sealed record DeclaredField(string Place, DataCategory Category);

/// <summary>Tells from the attributes of what is stored which of it is personal.</summary>
public static class DeclaredFields
{
    public static IEnumerable<DeclaredField> Of(StoredTable table) => table.Holds.SelectMany(type => type.GetCustomAttribute<JsonColumnAttribute>() is { } column
        ? Of($"{table.Name}.{column.Name}", type, isJson: true)
        : Of(table.Name, type, isJson: false, table.Holds)).Distinct();

    public static IEnumerable<DeclaredField> Of(StoredContainer container) =>
        container.Content.Select(category => new DeclaredField(container.Name, category)).Concat(container.Describes.SelectMany(type => Of(container.Name, type, isJson: false)));

    public static IEnumerable<DeclaredField> Of(StoredMessages queue) => Of(queue.Name, queue.Holds, isJson: true);

    private static IEnumerable<DeclaredField> Of(string place, Type type, bool isJson, IReadOnlyList<Type>? apart = null)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = On<StoredAsAttribute>(type, property)?.Name ?? property.Name;
            var inner = $"{place}.{(isJson ? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name) : name)}";
            if (On<PersonalAttribute>(type, property) is { Category: { } category })
                yield return new(inner, category);
            // What is computed is stored where it is computed from; what has columns of its own, there.
            else if (property.CanWrite && PartOf(property.PropertyType) is { } part && part != type && apart?.Contains(part) != true)
                foreach (var field in Of(inner, part, isJson: true))
                    yield return field;
        }
    }

    /// <summary>In a positional record the attribute is on the parameter.</summary>
    private static T? On<T>(Type type, PropertyInfo property)
        where T : Attribute =>
        property.GetCustomAttribute<T>() ?? type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .FirstOrDefault(parameter => parameter.Name == property.Name && parameter.ParameterType == property.PropertyType)?.GetCustomAttribute<T>();

    /// <summary>The record that a property holds, or holds several of; null when it is none of the app's.</summary>
    private static Type? PartOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType)
            type = type.GetGenericArguments()[0];
        return type.Assembly == typeof(StoredTable).Assembly && !type.IsEnum ? type : null;
    }
}
