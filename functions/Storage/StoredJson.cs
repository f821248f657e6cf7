using System.Text.Json;
using System.Text.Json.Serialization;

namespace WelWee3D.Storage;

/// <summary>
/// JSON inside stored rows. Written as callers see it, and read by what it has: a member that this version does not know
/// is passed over, one that an older version did not write is its default. So yesterday's rows are read tomorrow, and
/// tomorrow's after a rollback. What comes in from outside is read strictly instead, by <c>Http.Json</c>.
/// </summary>
public static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T? Read<T>(string? json) => json is null ? default : JsonSerializer.Deserialize<T>(json, Options);

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
