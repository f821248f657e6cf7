using WelWee3D.Http;
using WelWee3D.Mail;

namespace WelWee3D.Contact;

/// <summary>Tells a colleague that a message is theirs to deal with: by its reference, and where it is read.</summary>
public sealed class ForwardedLetter(ContactMessages messages, Colleagues colleagues, IOptions<MailOptions> mail) : ILetterRenderer
{
    public const string Name = "contact-forwarded";

    public string Kind => Name;

    public LetterReason Reason => LetterReason.Colleague;

    public static Letter Of(Id message, string colleague) => new(Name, $"{message}|{colleague}");

    public async Task<RenderedLetter?> Render(string reference, CancellationToken cancellation)
    {
        if (reference.Split('|') is not [var id, var colleague] || colleagues.AddressOf(colleague) is not { } address
            || await messages.Find(Id.Parse(id), cancellation) is not { RestrictedOn: null } message || message.ForwardedTo != colleague)
            return null;
        var told = Reference.Of(message.Id);
        var body = new LetterBody("nl", "Een contactbericht voor jou")
            .Say("Een collega heeft een contactbericht aan jou doorgegeven.")
            .Facts(("Kenmerk", $"{told}"))
            .Link(mail.Value.Link(StaffPages.Of($"messages/{message.Id}")));
        return new(address, $"Contactbericht voor jou, kenmerk {told}", body);
    }
}
