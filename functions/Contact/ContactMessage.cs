using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Contact;

/// <summary>What somebody sent through the form, by mail or by phone.</summary>
/// <param name="AnsweredBy">The object id of who said that it was answered.</param>
/// <param name="RectifiedBy">The object id of who last set its sender's details right.</param>
/// <param name="UsedOn">The last day on which staff opened or changed it.</param>
public sealed record ContactMessage(
    [Pseudonymous] Id Id,
    [Personal(DataCategory.Identity)] string Name,
    [Personal(DataCategory.Contact)] string Email,
    [Personal(DataCategory.Contact)] string? Phone,
    [Personal(DataCategory.Communication)] string Message,
    [Personal(DataCategory.Contact)] string Locale,
    [Personal(DataCategory.Communication)] string Source,
    [Personal(DataCategory.Communication)] DateTimeOffset ReceivedAt,
    [Personal(DataCategory.Communication)] DateOnly ReceivedOn,
    [Personal(DataCategory.Rights)] DateOnly? RestrictedOn = null,
    [Personal(DataCategory.Rights)] DateOnly? ErasureRequestedOn = null,
    [Pseudonymous] string? RestrictedBy = null,
    [Personal(DataCategory.Rights)] string? RestrictionReason = null,
    [Personal(DataCategory.Communication)] DateOnly? AnsweredOn = null,
    [Pseudonymous] string? AnsweredBy = null,
    [Operational] DateOnly? UsedOn = null,
    [Personal(DataCategory.Rights)] DateOnly? RectifiedOn = null,
    [Pseudonymous] string? RectifiedBy = null,
    [Personal(DataCategory.Rights)] string? RectificationReason = null)
    : IRowRecord<ContactMessage>
{
    public const string FromForm = "form";

    public DueRow Due { get; init; }

    public MessageState State => AnsweredOn is null ? MessageState.Open : MessageState.Answered;

    public Interventions Interventions => new([], RestrictedOn, ErasureRequestedOn, RestrictedBy, RestrictionReason);

    /// <summary>Once there are no problems.</summary>
    public static ContactMessage From(ContactForm form, Id id, DateTimeOffset now) => new(
        id, form.Name!, MailAddresses.Kept(form.Email!), Phones.Kept(form.Phone), form.Message!, form.Locale ?? "nl", FromForm, now,
        Amsterdam.DateOf(id.MadeAt));

    /// <summary>With the one value of its address and number; itself where it has them.</summary>
    public ContactMessage Respelt() => (MailAddresses.Kept(Email), Phones.Kept(Phone)) is var (email, phone) && (email, phone) == (Email, Phone)
        ? this
        : this with { Email = email, Phone = phone };

    public Derivation Retention(RetentionRules rules, DateOnly today) =>
        rules.Apply(RetentionSchedule.ContactMessage, ReceivedOn, Interventions, today);

    public ContactMessage With(DueRow due) => this with { Due = due };

    public ContactMessage With(Interventions interventions) => this with
    {
        RestrictedOn = interventions.RestrictedOn,
        ErasureRequestedOn = interventions.ErasureRequestedOn,
        RestrictedBy = interventions.RestrictedBy,
        RestrictionReason = interventions.RestrictionReason,
    };

    /// <param name="by">The object id of who says so. Who said it first stays.</param>
    public ContactMessage Answered(bool answered, DateOnly on, string by) => (answered, State) switch
    {
        (true, MessageState.Open) => this with { AnsweredOn = on, AnsweredBy = by, UsedOn = on },
        (false, MessageState.Answered) => this with { AnsweredOn = null, AnsweredBy = null, UsedOn = on },
        _ => this,
    };

    public ContactMessage Rectified(DateOnly on, string by, string? reason) =>
        this with { RectifiedOn = on, RectifiedBy = by, RectificationReason = reason };

    /// <summary>Whether another request, under the same key, says the same.</summary>
    public bool Says(ContactMessage other) =>
        (Name, Email, Phone, Message, Locale) == (other.Name, other.Email, other.Phone, other.Message, other.Locale);
}
