using WelWee3D.Mail;
using WelWee3D.Telemetry;

namespace WelWee3D.Contact;

/// <summary>Takes in a message, and has practice and sender told of it.</summary>
public sealed class ContactIntake(ContactMessages messages, Letters letters, Measures measures, IOptions<MailOptions> mail, TimeProvider clock)
{
    /// <param name="hasReceipt">Whether its sender is written to; the practice always is.</param>
    /// <returns>False when there is a message with this id already.</returns>
    public async Task<bool> Take(ContactMessage message, bool hasReceipt, CancellationToken cancellation)
    {
        // Counted before the letter can leave it there.
        if (mail.Value.IncludeContent)
            message = message with { MailCopy = new(mail.Value.Mailboxes[0], clock.Today()) };
        string[] kinds = hasReceipt ? [ContactNotice.Name, ContactReceipt.Name] : [ContactNotice.Name];
        // The letters first: one without its message is dropped, a message without its letters would lie unread.
        if (!await messages.Add(message, cancellation, before: letters.AddAll([.. kinds.Select(kind => new Letter(kind, $"{message.Id}"))], cancellation)))
            return false;
        measures.MessageReceived();
        return true;
    }
}
