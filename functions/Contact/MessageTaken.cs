using WelWee3D.Retention;

namespace WelWee3D.Contact;

/// <summary>What is told of a message that was taken.</summary>
/// <param name="KeptUntil">The last day on which it may exist.</param>
public sealed record MessageTaken(Id Id, Reference Reference, DateOnly KeptUntil)
{
    public static MessageTaken Of(Id message) =>
        new(message, Reference.Of(message), RetentionSchedule.ContactMessage.Term.After(Amsterdam.DateOf(message.MadeAt)));
}
