using WelWee3D.Mail;

namespace WelWee3D.Contact;

/// <summary>Takes in a message, and has practice and sender told of it.</summary>
public sealed class ContactIntake(ContactMessages messages, Letters letters)
{
    /// <returns>False when there is a message with this id already.</returns>
    public async Task<bool> Take(ContactMessage message, CancellationToken cancellation)
    {
        // The letters first: one without its message is dropped, a message without its letters would lie unread.
        await letters.Add(new(ContactNotice.Name, $"{message.Id}"), cancellation);
        await letters.Add(new(ContactReceipt.Name, $"{message.Id}"), cancellation);
        return await messages.Add(message, cancellation);
    }
}
