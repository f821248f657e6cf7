using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Contact;

/// <summary>What somebody sent through the form, by mail or by phone.</summary>
/// <param name="ReceivedAt">Of one that staff took on a later day the beginning of the day it was received.</param>
/// <param name="AnsweredBy">The object id of who said that it was answered.</param>
/// <param name="RectifiedBy">The object id of who last set its sender's details right.</param>
/// <param name="UsedOn">The last day on which staff opened or changed it.</param>
/// <param name="TakenBy">The object id of who wrote it down; null of one from the form.</param>
/// <param name="TakenOn">The day on which that was.</param>
/// <param name="ForwardedTo">The colleague who has it now, as the settings name them.</param>
/// <param name="ForwardedBy">The object id of who gave it to them.</param>
/// <param name="MailCopy">Of one that came by mail, or whose words the practice was mailed.</param>
public sealed record ContactMessage(
    [Pseudonymous] Id Id,
    [Personal(DataCategory.Identity)] string Name,
    [Personal(DataCategory.Contact)] string? Email,
    [Personal(DataCategory.Contact)] string? Phone,
    [Personal(DataCategory.Communication)] string Message,
    [Personal(DataCategory.Contact)] string Locale,
    [Personal(DataCategory.Communication), StoredAs("Source")] ContactChannel? Channel,
    [Personal(DataCategory.Communication)] DateTimeOffset ReceivedAt,
    [Personal(DataCategory.Communication)] DateOnly ReceivedOn,
    [Personal(DataCategory.Communication)] DateOnly? AnsweredOn = null,
    [Pseudonymous] string? AnsweredBy = null,
    [Operational] DateOnly? UsedOn = null,
    [Personal(DataCategory.Rights)] DateOnly? RectifiedOn = null,
    [Pseudonymous] string? RectifiedBy = null,
    [Personal(DataCategory.Rights)] string? RectificationReason = null,
    [Pseudonymous] string? TakenBy = null,
    [Operational] DateOnly? TakenOn = null,
    [Pseudonymous] string? ForwardedTo = null,
    [Personal(DataCategory.Communication)] DateOnly? ForwardedOn = null,
    [Pseudonymous] string? ForwardedBy = null,
    [Pseudonymous] MailCopy? MailCopy = null)
    : PersonalRecord
{
    /// <summary>By this or its number its sender is found: a row that has neither cannot be read.</summary>
    public string? Email { get; init; } = Email is null && Phone is null ? throw new FormatException("A message has a mail address or a phone number.") : Email;

    public MessageState State => AnsweredOn is null ? MessageState.Open : MessageState.Answered;

    /// <summary>Once there are no problems.</summary>
    public static ContactMessage From(ContactForm form, Id id, DateTimeOffset now) => new(
        id, form.Name!, MailAddresses.Kept(form.Email!), Phones.Kept(form.Phone), form.Message!, form.Locale ?? "nl", ContactChannel.Form, now,
        Amsterdam.DateOf(id.MadeAt));

    /// <summary>With the one value of its address and number; itself where it has them.</summary>
    public ContactMessage Respelt() => (Email is null ? null : MailAddresses.Kept(Email), Phones.Kept(Phone)) is var (email, phone) && (email, phone) == (Email, Phone)
        ? this
        : this with { Email = email, Phone = phone };

    public override Derivation Retention(RetentionRules rules, DateOnly today) =>
        rules.Apply(RetentionSchedule.ContactMessage, ReceivedOn, Interventions, today);

    /// <summary>The last day on which it may exist, if nothing was decided about it: by then its copy in a mailbox goes too.</summary>
    public DateOnly Deadline => RetentionSchedule.ContactMessage.Term.After(ReceivedOn);

    /// <param name="by">The object id of who says so. Who said it first stays.</param>
    public ContactMessage Answered(bool answered, DateOnly on, string by) => (answered, State) switch
    {
        (true, MessageState.Open) => this with { AnsweredOn = on, AnsweredBy = by, UsedOn = on },
        (false, MessageState.Answered) => this with { AnsweredOn = null, AnsweredBy = null, UsedOn = on },
        _ => this,
    };

    /// <summary>Given to a colleague; null is nobody in particular. Who gave it to them first stays.</summary>
    public ContactMessage Forwarded(string? to, DateOnly on, string by) => to == ForwardedTo ? this : this with
    {
        ForwardedTo = to, ForwardedOn = to is null ? null : on, ForwardedBy = to is null ? null : by, UsedOn = on,
    };

    public ContactMessage Rectified(DateOnly on, string by, string? reason) =>
        this with { RectifiedOn = on, RectifiedBy = by, RectificationReason = reason };

    /// <summary>Whether another request, under the same key, says the same.</summary>
    public bool Says(ContactMessage other) =>
        (Name, Email, Phone, Message, Locale, Channel, ReceivedOn)
        == (other.Name, other.Email, other.Phone, other.Message, other.Locale, other.Channel, Channel == ContactChannel.Form ? ReceivedOn : other.ReceivedOn);
}
