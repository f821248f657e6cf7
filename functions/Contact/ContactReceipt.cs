using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

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
        var body = Body(message, retention);
        return new(address, body.Either("We hebben je bericht ontvangen", "We have received your message"), body);
    }

    private LetterBody Body(ContactMessage message, Derivation retention) => new LetterBody(message.Locale, "Bedankt voor je bericht", "Thank you for your message")
        .Greet(message.Name)
        .Say("Je bericht is bij ons aangekomen. We lezen het en nemen contact met je op.", "Your message has reached us. We will read it and get in touch with you.")
        .Facts(("Kenmerk", "Reference", $"{Reference.Of(message.Id)}"))
        .Say(
            $"We bewaren je bericht {PlainWords.Dutch.InWords(retention.Term)}: uiterlijk op {LetterBody.Day(retention.Deadline, "nl")} wordt het vernietigd.",
            $"We keep your message for {PlainWords.English.InWords(retention.Term)}: it is destroyed on {LetterBody.Day(retention.Deadline, "en")} at the latest.")
        .Say(
            $"Wil je eerder weten wat we van je hebben, iets verbeteren of je bericht laten wissen? Mail dan naar {options.Value.Practice} en noem het kenmerk.",
            $"Would you like to know what we hold about you, correct something, or have your message erased sooner? Write to {options.Value.Practice} and mention the reference.")
        .Goodbye();
}
