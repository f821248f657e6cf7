using WelWee3D.Consent;
using WelWee3D.Retention;

namespace WelWee3D.Orders;

/// <summary>
/// What a client consented to, for one purpose, by the fields of ISO/IEC TS 27560:2023 and with the states of the W3C's Data
/// Privacy Vocabulary, so that others can read it without knowing this product.
/// </summary>
/// <param name="PiiPrincipalId">Her order: no name stands in a record of consent.</param>
public sealed record ConsentRecord(
    [property: JsonPropertyName("schema_version")] string SchemaVersion,
    [property: JsonPropertyName("profile")] string Profile,
    [property: JsonPropertyName("record_id")] string RecordId,
    [property: JsonPropertyName("pii_principal_id")] string PiiPrincipalId,
    [property: JsonPropertyName("pii_processing")] ConsentProcessing PiiProcessing,
    [property: JsonPropertyName("party_identification")] IReadOnlyList<ConsentParty> PartyIdentification,
    [property: JsonPropertyName("events")] IReadOnlyList<ConsentEvent> Events)
{
    private const string Version = "ISO/IEC TS 27560:2023";
    private const string EuropeanProfile = "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr";
    private const string Controller = "practice";

    /// <summary>A record for each purpose that was ever answered.</summary>
    /// <param name="practice">Where the practice reads its mail.</param>
    public static IReadOnlyList<ConsentRecord> Of(Order order, string practice) =>
        [.. Enum.GetValues<Purpose>().Where(purpose => order.Consents.Any(given => given.Purpose == purpose)).Select(purpose => Of(order, purpose, practice))];

    private static ConsentRecord Of(Order order, Purpose purpose, string practice) => new(
        Version, EuropeanProfile, $"{order.Id}-{PurposeNames.Of(purpose)}", $"{order.Id}",
        new(order.Client.Language, [Processing(purpose)]),
        [new(Controller, "Wel & Wee – 3D", "PII controller", practice)],
        [.. order.Consents.Where(given => given.Purpose == purpose).Select(ConsentEvent.Of)]);

    private static ConsentPurpose Processing(Purpose purpose) => new(
        PurposeNames.Of(purpose), "GDPR article 6(1)(a) and article 9(2)(a)",
        [new("3D scan of the body", IsSpecialCategory: true)], [Controller],
        "scan made at the practice", "stored and read by the practice", "European Union", "NL",
        (purpose == Purpose.KeepScan ? RetentionSchedule.ScanWithConsent : RetentionSchedule.ScanWithoutConsent).Term,
        "the client's own page, or by telling the practice");
}

/// <param name="Language">In which she is written to.</param>
public sealed record ConsentProcessing(
    [property: JsonPropertyName("language")] string Language,
    [property: JsonPropertyName("purposes")] IReadOnlyList<ConsentPurpose> Purposes);

public sealed record ConsentPurpose(
    [property: JsonPropertyName("purpose")] string Purpose,
    [property: JsonPropertyName("lawful_basis")] string LawfulBasis,
    [property: JsonPropertyName("pii_information")] IReadOnlyList<ConsentData> PiiInformation,
    [property: JsonPropertyName("pii_controllers")] IReadOnlyList<string> PiiControllers,
    [property: JsonPropertyName("collection_method")] string CollectionMethod,
    [property: JsonPropertyName("processing_method")] string ProcessingMethod,
    [property: JsonPropertyName("storage_locations")] string StorageLocations,
    [property: JsonPropertyName("jurisdiction")] string Jurisdiction,
    [property: JsonPropertyName("retention_period")] Term RetentionPeriod,
    [property: JsonPropertyName("withdrawal_method")] string WithdrawalMethod);

public sealed record ConsentData(
    [property: JsonPropertyName("pii_type")] string PiiType,
    [property: JsonPropertyName("is_special_category")] bool IsSpecialCategory);

public sealed record ConsentParty(
    [property: JsonPropertyName("party_id")] string PartyId,
    [property: JsonPropertyName("party_name")] string PartyName,
    [property: JsonPropertyName("party_role")] string PartyRole,
    [property: JsonPropertyName("party_contact")] string PartyContact);

/// <param name="EventTime">When it was recorded.</param>
/// <param name="GivenOn">The day on which it was given.</param>
/// <param name="EventState">By the Data Privacy Vocabulary.</param>
/// <param name="EntityId">Who said it: always the client herself.</param>
/// <param name="Text">The exact words; null where this version does not know them.</param>
public sealed record ConsentEvent(
    [property: JsonPropertyName("event_time")] DateTimeOffset EventTime,
    [property: JsonPropertyName("given_on")] DateOnly GivenOn,
    [property: JsonPropertyName("event_type")] string EventType,
    [property: JsonPropertyName("event_state")] string EventState,
    [property: JsonPropertyName("entity_id")] string EntityId,
    [property: JsonPropertyName("channel")] Channel? Channel,
    [property: JsonPropertyName("text_version")] string TextVersion,
    [property: JsonPropertyName("text_language")] string TextLanguage,
    [property: JsonPropertyName("text_sha256")] string? Sha256,
    [property: JsonPropertyName("text")] string? Text)
{
    public static ConsentEvent Of(ConsentGiven given)
    {
        var text = ConsentTexts.Find(given.Purpose, given.TextVersion, given.Language);
        return new(given.GivenAt, given.Day, "explicit", State(given.Answer), "client", given.Channel, given.TextVersion, given.Language, text?.Sha256, text?.Words);
    }

    private static string State(ConsentAnswer? answer) => answer switch
    {
        ConsentAnswer.Yes => "dpv:ConsentGiven",
        ConsentAnswer.No => "dpv:ConsentRefused",
        ConsentAnswer.Withdrawn => "dpv:ConsentWithdrawn",
        _ => "dpv:ConsentUnknown",
    };
}
