using System.Text.Json.Serialization;
using WelWee3D.Retention;
using WelWee3D.Storage;

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
/// <param name="RecordedBy">The object id of the member of staff who recorded it.</param>
[JsonColumn("Consent")]
public sealed record ConsentGiven(
    [Pseudonymous] Id Id,
    [Personal(DataCategory.Consent)] Purpose? Purpose,
    [Personal(DataCategory.Consent)] ConsentAnswer? Answer,
    [Personal(DataCategory.Consent)] Channel? Channel,
    [Personal(DataCategory.Consent)] string Language,
    [Personal(DataCategory.Consent)] string TextVersion,
    [Personal(DataCategory.Consent)] DateTimeOffset GivenAt,
    [Pseudonymous] string RecordedBy)
{
    public bool SaysTheSameAs(ConsentGiven? other) => other is not null
        && (Purpose, Answer, Channel, Language, TextVersion)
            == (other.Purpose, other.Answer, other.Channel, other.Language, other.TextVersion);
}
