using WelWee3D.Retention;

namespace WelWee3D.Consent;

[JsonConverter(typeof(JsonStringEnumConverter<Purpose>))]
public enum Purpose
{
    [JsonStringEnumMemberName("make-figurine")] MakeFigurine,
    [JsonStringEnumMemberName("keep-scan")] KeepScan,
    [JsonStringEnumMemberName("other-use")] OtherUse,
}

[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel
{
    [JsonStringEnumMemberName("paper")] Paper,
    [JsonStringEnumMemberName("form")] Form,
    [JsonStringEnumMemberName("mail")] Mail,
    [JsonStringEnumMemberName("phone")] Phone,
    [JsonStringEnumMemberName("link")] Link,
}

/// <summary>
/// An answer as it was given: the evidence that GDPR article 7(1) asks for. Purpose, answer or channel is null where this
/// version does not know what a later one wrote: then nobody may count on it as consent.
/// </summary>
/// <param name="TextVersion">Which exact text was answered.</param>
/// <param name="GivenAt">When it was recorded.</param>
/// <param name="GivenOn">The day on which it was given, where that was told; null is when it was recorded.</param>
/// <param name="RecordedBy">The object id of the member of staff who recorded it, or <see cref="ByClient"/>.</param>
[JsonColumn("Consent")]
public sealed record ConsentGiven(
    [Pseudonymous] Id Id,
    [Personal(DataCategory.Consent)] Purpose? Purpose,
    [Personal(DataCategory.Consent)] ConsentAnswer? Answer,
    [Personal(DataCategory.Consent)] Channel? Channel,
    [Personal(DataCategory.Consent)] string Language,
    [Personal(DataCategory.Consent)] string TextVersion,
    [Personal(DataCategory.Consent)] DateTimeOffset GivenAt,
    [Pseudonymous] string RecordedBy,
    [Personal(DataCategory.Consent)] DateOnly? GivenOn = null)
{
    /// <summary>Who recorded what a client answered by her own link.</summary>
    public const string ByClient = "client";

    /// <summary>The day on which it was given.</summary>
    [JsonIgnore]
    public DateOnly Day => GivenOn ?? Amsterdam.DateOf(GivenAt);

    public bool SaysTheSameAs(ConsentGiven? other) => other is not null
        && (GivenOn is null || Day == other.Day)
        && (Purpose, Answer, Channel, Language, TextVersion)
            == (other.Purpose, other.Answer, other.Channel, other.Language, other.TextVersion);
}
