using WelWee3D.Storage;

namespace WelWee3D.Contact;

/// <summary>What is told of a message that was taken.</summary>
public sealed record MessageTaken(Id Id, Reference Reference)
{
    public static MessageTaken Of(Id message) => new(message, Reference.Of(message));
}
