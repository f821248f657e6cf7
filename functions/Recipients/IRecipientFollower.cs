namespace WelWee3D.Recipients;

/// <summary>What is written to a recipient, and follows it to another mail address.</summary>
public interface IRecipientFollower
{
    /// <summary>Told after a recipient is registered, also where it stayed as it was. Can be repeated.</summary>
    Task Follow(Recipient recipient, CancellationToken cancellation);
}
