using WelWee3D.Retention;

namespace WelWee3D.Contact;

/// <summary>A message as staff see it.</summary>
public sealed record ContactView(
    Id Id, Reference Reference, string Name, string? Email, string? Phone, string Message, string Locale, ContactChannel? Channel,
    DateTimeOffset ReceivedAt, DateOnly ReceivedOn, MessageState State, DateOnly? AnsweredOn, string? AnsweredBy,
    string? ForwardedTo, DateOnly? ForwardedOn, string? ForwardedBy, DateOnly? RectifiedOn, string? RectifiedBy, MailCopy? MailCopy, Derivation Retention)
{
    public static ContactView Of(ContactMessage message, Derivation retention) => new(
        message.Id, Reference.Of(message.Id), message.Name, message.Email, message.Phone, message.Message, message.Locale, message.Channel,
        message.ReceivedAt, message.ReceivedOn, message.State, message.AnsweredOn, message.AnsweredBy,
        message.ForwardedTo, message.ForwardedOn, message.ForwardedBy, message.RectifiedOn, message.RectifiedBy, message.MailCopy, retention);
}
