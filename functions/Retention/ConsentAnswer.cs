namespace WelWee3D.Retention;

/// <summary>An answer to one exact text, for one purpose.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConsentAnswer>))]
public enum ConsentAnswer
{
    [JsonStringEnumMemberName("yes")] Yes,
    [JsonStringEnumMemberName("no")] No,
    [JsonStringEnumMemberName("withdrawn")] Withdrawn,
}
