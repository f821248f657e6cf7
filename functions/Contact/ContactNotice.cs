using Microsoft.Extensions.Options;
using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Storage;

namespace WelWee3D.Contact;

/// <summary>
/// Tells the practice that somebody wrote, by the message's reference: the message is read where it goes on its day, for a mailbox
/// is a copy.
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
            .Link(mail.Value.Link(ApiPaths.Of($"contacts/{message.Id}")));
        return new(mail.Value.Practice, $"Nieuw contactbericht, kenmerk {told}", body);
    }
}
