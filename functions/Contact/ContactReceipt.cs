using Microsoft.Extensions.Options;
using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using WelWee3D.Storage;

namespace WelWee3D.Contact;

/// <summary>
/// Tells the sender that it was received, how long it is kept, and how to use their rights. It quotes nothing: anybody can
/// have it sent to any address.
/// </summary>
public sealed class ContactReceipt(ContactMessages messages, RetentionRules rules, IOptions<MailOptions> options) : ILetterRenderer
{
    public const string Name = "contact-receipt";

    public string Kind => Name;

    public LetterReason Reason => LetterReason.Message;

    public async Task<RenderedLetter?> Render(string reference, CancellationToken cancellation)
    {
        if (await messages.Find(Id.Parse(reference), cancellation) is not { RestrictedOn: null, Email: { } address } message)
            return null;

        var retention = message.Retention(rules, message.ReceivedOn);
        return message.Locale == "en" ? English(message, address, retention) : Dutch(message, address, retention);
    }

    private RenderedLetter Dutch(ContactMessage message, string address, Derivation retention) => new(
        address,
        "We hebben je bericht ontvangen",
        new LetterBody("nl", "Bedankt voor je bericht")
            .Say(Salutation.Dutch(message.Name))
            .Say("Je bericht is bij ons aangekomen. We lezen het en nemen contact met je op.")
            .Facts(("Kenmerk", $"{Reference.Of(message.Id)}"))
            .Say($"We bewaren je bericht {PlainWords.Dutch.InWords(retention.Term)}: uiterlijk op {LetterBody.Day(retention.Deadline, "nl")} wordt het vernietigd.")
            .Say($"Wil je eerder weten wat we van je hebben, iets verbeteren of je bericht laten wissen? Mail dan naar {options.Value.Practice} en noem het kenmerk.")
            .Say("Groet van Wel & Wee – 3D"));

    private RenderedLetter English(ContactMessage message, string address, Derivation retention) => new(
        address,
        "We have received your message",
        new LetterBody("en", "Thank you for your message")
            .Say(Salutation.English(message.Name))
            .Say("Your message has reached us. We will read it and get in touch with you.")
            .Facts(("Reference", $"{Reference.Of(message.Id)}"))
            .Say($"We keep your message for {PlainWords.English.InWords(retention.Term)}: it is destroyed on {LetterBody.Day(retention.Deadline, "en")} at the latest.")
            .Say($"Would you like to know what we hold about you, correct something, or have your message erased sooner? Write to {options.Value.Practice} and mention the reference.")
            .Say("Kind regards, Wel & Wee – 3D"));
}
