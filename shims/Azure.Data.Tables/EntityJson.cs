using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>An entity as the service writes it: a type is named beside the value where JSON has none for it.</summary>
internal static class EntityJson
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string Timestamp = "Timestamp";
    public const string ETag = "odata.etag";
    private const string Metadata = "odata.metadata";
    private const string TypeSuffix = "@odata.type";

    public static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    public static void Write(Utf8JsonWriter json, ITableEntity entity)
    {
        json.WriteStartObject();
        foreach (var (name, value) in Properties(entity))
        {
            if (value is null || name is ETag or Timestamp or Metadata)
                continue;
            if (TypeOf(value) is { } type)
                json.WriteString(name + TypeSuffix, type);
            json.WritePropertyName(name);
            WriteValue(json, value);
        }
        json.WriteEndObject();
    }

    public static T Read<T>(JsonElement json)
        where T : class, ITableEntity
    {
        var types = json.EnumerateObject()
            .Where(property => property.Name.EndsWith(TypeSuffix, StringComparison.Ordinal))
            .ToDictionary(property => property.Name[..^TypeSuffix.Length], property => property.Value.GetString());
        types[Timestamp] = "Edm.DateTime";
        var entity = new Dictionary<string, object>();
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name != Metadata && !property.Name.EndsWith(TypeSuffix, StringComparison.Ordinal))
                entity[property.Name] = ReadValue(property.Value, types.GetValueOrDefault(property.Name));
        }
        return new TableEntity(entity) as T ?? throw new NotSupportedException($"{typeof(T)} is not a {nameof(TableEntity)}.");
    }

    private static IDictionary<string, object> Properties(ITableEntity entity) =>
        entity as TableEntity ?? throw new NotSupportedException($"{entity.GetType()} is not a {nameof(TableEntity)}.");

    private static string TypeOf(object value) => value switch
    {
        long => "Edm.Int64",
        double => "Edm.Double",
        DateTimeOffset => "Edm.DateTime",
        Guid => "Edm.Guid",
        byte[] => "Edm.Binary",
        _ => null,
    };

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture)); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case double number: json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture)); break;
            case DateTimeOffset time: json.WriteStringValue(Format(time)); break;
            case Guid guid: json.WriteStringValue(guid); break;
            case byte[] bytes: json.WriteBase64StringValue(bytes); break;
            default: throw new NotSupportedException($"A property cannot be a {value.GetType()}.");
        }
    }

    private static object ReadValue(JsonElement json, string type) => type switch
    {
        "Edm.Int64" => long.Parse(json.GetString(), CultureInfo.InvariantCulture),
        "Edm.Double" => json.ValueKind == JsonValueKind.Number
            ? json.GetDouble()
            : double.Parse(json.GetString(), CultureInfo.InvariantCulture),
        "Edm.DateTime" => DateTimeOffset.Parse(json.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        "Edm.Guid" => json.GetGuid(),
        "Edm.Binary" => json.GetBytesFromBase64(),
        _ => json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number when json.TryGetInt32(out var number) => number,
            JsonValueKind.Number => json.GetDouble(),
            _ => null,
        },
    };
}
