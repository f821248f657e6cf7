using WelWee3D.Http;
using WelWee3D.Mail;

namespace WelWee3D.Contact;

/// <summary>
/// Tells the practice that somebody wrote, by the message's reference: the message is read where it goes on its day, for a mailbox
/// is a copy. Where the practice wants it in the letter all the same, that copy was counted when the message came.
/// </summary>
public sealed class ContactNotice(ContactMessages messages, IOptions<MailOptions> mail) : ILetterRenderer
{
    public const string Name = "contact-notice";

    public string Kind => Name;

    public async Task<RenderedLetter?> Render(string reference, CancellationToken cancellation)
    {
        if (await messages.Find(Id.Parse(reference), cancellation) is not { RestrictedOn: null } message)
            return null;

        var told = Reference.Of(message.Id);
        var body = new LetterBody("nl", "Er is een nieuw contactbericht")
            .Say("Iemand heeft het contactformulier ingevuld. Lees het bericht hier, en antwoord de afzender:")
            .Facts(("Kenmerk", $"{told}"))
            .Link(mail.Value.Link(StaffPages.Of($"messages/{message.Id}")));
        var isIncluded = mail.Value.IncludeContent && message is { Channel: ContactChannel.Form, MailCopy: not null };
        return new(
            mail.Value.Practice, $"Nieuw contactbericht, kenmerk {told}", isIncluded ? WithContent(body, message) : body,
            ReplyTo: isIncluded ? message.Email : null);
    }

    private static LetterBody WithContent(LetterBody body, ContactMessage message) => body
        .Facts(
            ("Naam", message.Name),
            ("E-mail", message.Email),
            ("Telefoon", message.Phone),
            ("Taal", message.Locale == "en" ? "Engels" : "Nederlands"),
            ("Ontvangen", TimeZoneInfo.ConvertTime(message.ReceivedAt, Amsterdam.Zone).ToString("d MMMM yyyy HH:mm", CultureInfo.GetCultureInfo("nl-NL"))))
        .Quote(message.Message);
}
