using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Contact;

/// <summary>A message whose form looked like a robot's. Kept aside for a day, in which staff can take it after all.</summary>
/// <param name="IsProven">Whether work was done for it: only then a receipt goes to whatever address is in it.</param>
public sealed record ContactSuspect(
    [Pseudonymous] Id Id,
    [Personal(DataCategory.Identity)] string Name,
    [Personal(DataCategory.Contact)] string Email,
    [Personal(DataCategory.Contact)] string? Phone,
    [Personal(DataCategory.Communication)] string Message,
    [Personal(DataCategory.Contact)] string Locale,
    [Personal(DataCategory.Communication)] DateTimeOffset ReceivedAt,
    [Personal(DataCategory.Communication)] DateOnly ReceivedOn,
    [Personal(DataCategory.Rights)] DateOnly? RestrictedOn = null,
    [Personal(DataCategory.Rights)] DateOnly? ErasureRequestedOn = null,
    [Operational] bool IsProven = false)
    : RowRecord
{
    /// <summary>How often it is looked which of them go.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan KeptAside = TimeSpan.FromHours(24);

    public override Interventions Interventions => new([], RestrictedOn, ErasureRequestedOn);

    public static ContactSuspect From(ContactMessage message, bool isProven) => new(
        message.Id, message.Name, message.Email!, message.Phone, message.Message, message.Locale, message.ReceivedAt, message.ReceivedOn, IsProven: isProven);

    /// <summary>The message that it is after all, under the reference that its sender was given.</summary>
    public ContactMessage ToMessage() =>
        new(Id, Name, Email, Phone, Message, Locale, ContactChannel.Form, ReceivedAt, ReceivedOn) { RestrictedOn = RestrictedOn, ErasureRequestedOn = ErasureRequestedOn };

    /// <summary>The last look before its 24 hours are over, or the day is on which it is due: one with a change of the clock has 23.</summary>
    public DateTimeOffset? GoesAt => ErasureRequestedOn is not null
        ? null
        : new[] { ReceivedAt + KeptAside, Amsterdam.StartOf(ReceivedOn.AddDays(2)) }.Min() - Look;

    public override Derivation Retention(RetentionRules rules, DateOnly today) =>
        rules.Apply(RetentionSchedule.ContactSuspect, ReceivedOn, Interventions, today);

    /// <summary>With the one value of its address and number; itself where it has them.</summary>
    public ContactSuspect Respelt() => (MailAddresses.Kept(Email), Phones.Kept(Phone)) is var (email, phone) && (email, phone) == (Email, Phone)
        ? this
        : this with { Email = email, Phone = phone };

    public override RowRecord With(Interventions interventions) =>
        this with { RestrictedOn = interventions.RestrictedOn, ErasureRequestedOn = interventions.ErasureRequestedOn };
}
