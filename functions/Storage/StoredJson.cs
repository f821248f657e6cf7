using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;

namespace WelWee3D.Storage;

/// <summary>
/// JSON inside stored rows. Written as callers see it, and read by what it has: a member or a name of an enumeration that
/// this version does not know is passed over, one that an older version did not write is its default: of text and lists
/// the empty one. So yesterday's rows are read tomorrow, and tomorrow's after a rollback. What comes in from outside is read
/// strictly instead, by <c>Http.Json</c>.
/// </summary>
public static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T? Read<T>(string? json) => json is null ? default : JsonSerializer.Deserialize<T>(json, Options);

    /// <summary>What no row of its kind is without.</summary>
    public static T ReadRequired<T>(string? json)
        where T : class =>
        Read<T>(json) ?? throw new JsonException($"There is no {typeof(T).Name}.");

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new KnownNames(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { FillIn } },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>The parameter of a record's constructor is null for a member that is not there.</summary>
    private static void FillIn(JsonTypeInfo type)
    {
        var members = type.Properties.Where(member => !member.PropertyType.IsValueType && !member.IsSetNullable && member.Set is not null)
            .Select(member => (Member: member, Empty: Empty(member.PropertyType))).ToList();
        if (members.Count == 0)
            return;
        type.OnDeserialized = read =>
        {
            foreach (var (member, empty) in members.Where(each => each.Member.Get!(read) is null))
                member.Set!(read, empty ?? throw new JsonException($"There is no {member.Name}."));
        };
    }

    private static object? Empty(Type type)
    {
        if (type == typeof(string))
            return "";
        if (!type.IsGenericType)
            return null;
        var parts = type.GetGenericArguments();
        if (type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return Array.CreateInstance(parts[0], 0);
        return type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
            ? Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(parts))
            : null;
    }

    /// <summary>Enumerations that may be absent: a name that this version does not know is, like none.</summary>
    private sealed class KnownNames : JsonConverterFactory
    {
        public override bool CanConvert(Type type) => Nullable.GetUnderlyingType(type)?.IsEnum is true;

        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(Nullable.GetUnderlyingType(type)!), options)!;

        private sealed class Of<T>(JsonSerializerOptions options) : JsonConverter<T?>
            where T : struct, Enum
        {
            private readonly FrozenDictionary<string, T> known = Enum.GetValues<T>()
                .ToFrozenDictionary(value => JsonSerializer.SerializeToElement(value, options).GetString()!);

            public override T? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
            {
                if (reader.TokenType == JsonTokenType.String)
                    return known.TryGetValue(reader.GetString()!, out var value) ? value : null;
                reader.Skip();
                return null;
            }

            public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) =>
                JsonSerializer.Serialize(writer, value!.Value, options);
        }
    }
}
