using WelWee3D.Mail;
using WelWee3D.Telemetry;

namespace WelWee3D.Contact;

/// <summary>Takes in a message, and has practice and sender told of it.</summary>
public sealed class ContactIntake(ContactMessages messages, Letters letters, Measures measures)
{
    /// <param name="hasReceipt">Whether its sender is written to; the practice always is.</param>
    /// <returns>False when there is a message with this id already.</returns>
    public async Task<bool> Take(ContactMessage message, bool hasReceipt, CancellationToken cancellation)
    {
        // The letters first: one without its message is dropped, a message without its letters would lie unread.
        await letters.Add(new(ContactNotice.Name, $"{message.Id}"), cancellation);
        if (hasReceipt)
            await letters.Add(new(ContactReceipt.Name, $"{message.Id}"), cancellation);
        if (!await messages.Add(message, cancellation))
            return false;
        measures.MessageReceived();
        return true;
    }
}
