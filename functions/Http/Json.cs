namespace WelWee3D.Http;

/// <summary>How JSON is read and written everywhere in the app, whatever host it runs under.</summary>
public static class Json
{
    public const int MaxDepth = 16;

    /// <summary>Strict: no unknown, duplicate or missing members, no null where none may be, no numbers in quotes.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>The same, for a document of which is known already what does not fit: required members may be missing, and are null.</summary>
    public static JsonSerializerOptions Partial { get; } = Make(isWhole: false);

    private static JsonSerializerOptions Make(bool isWhole = true)
    {
        var options = new JsonSerializerOptions(JsonSerializerOptions.Strict)
        {
            RespectNullableAnnotations = isWhole,
            RespectRequiredConstructorParameters = isWhole,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = MaxDepth,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
