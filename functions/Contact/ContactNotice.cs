using System.Globalization;
using Microsoft.Extensions.Options;
using WelWee3D.Mail;
using WelWee3D.Storage;

namespace WelWee3D.Contact;

/// <summary>Tells the practice that somebody wrote; answering the letter answers the sender.</summary>
public sealed class ContactNotice(ContactMessages messages, IOptions<MailOptions> options) : ILetterRenderer
{
    public const string Name = "contact-notice";

    public string Kind => Name;

    public async Task<RenderedLetter?> Render(string reference, CancellationToken cancellation)
    {
        if (await messages.Find(Id.Parse(reference), cancellation) is not { RestrictedOn: null } message)
            return null;

        var told = Reference.Of(message.Id);
        var receivedAt = TimeZoneInfo.ConvertTime(message.ReceivedAt, Amsterdam.Zone);
        var body = new LetterBody("nl", "Er is een nieuw contactbericht")
            .Say("Iemand heeft het contactformulier ingevuld. Beantwoord je deze mail, dan gaat je antwoord naar de afzender.")
            .Facts(
                ("Naam", message.Name),
                ("E-mail", message.Email),
                ("Telefoon", message.Phone),
                ("Taal", message.Locale == "en" ? "Engels" : "Nederlands"),
                ("Ontvangen", receivedAt.ToString("d MMMM yyyy HH:mm", CultureInfo.GetCultureInfo("nl-NL"))),
                ("Kenmerk", $"{told}"))
            .Quote(message.Message);
        return new(options.Value.Practice, $"Nieuw contactbericht, kenmerk {told}", body, ReplyTo: message.Email);
    }
}
