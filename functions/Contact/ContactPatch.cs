using WelWee3D.Http;
using WelWee3D.People;

namespace WelWee3D.Contact;

/// <summary>What a patch of a message may name, and the document that it is applied to.</summary>
public sealed record ContactPatch : ContactFields
{
    public bool? Answered { get; init; }

    /// <summary>The colleague who is to have it, as the settings name them.</summary>
    public string? ForwardedTo { get; init => field = ContactForm.Clean(value); }

    /// <summary>Why something of it is set right.</summary>
    public string? Reason { get; init => field = ContactForm.Clean(value); }

    public static ContactPatch Of(ContactMessage message) => new()
    {
        Name = message.Name, Email = message.Email, Phone = message.Phone, Message = message.Message, Locale = message.Locale,
        Channel = message.Channel, ReceivedOn = message.ReceivedOn, Mailbox = message.MailCopy?.Mailbox,
        Answered = message.State == MessageState.Answered, ForwardedTo = message.ForwardedTo,
    };

    public Problems Problems(ContactMessage stands, Colleagues colleagues, IList<string> mailboxes, DateOnly today)
    {
        var problems = ProblemsOf(today, mailboxes, stands);
        if (Answered is null)
            problems.Add("answered", "Must be true or false.");
        if (ForwardedTo is { } to && to != stands.ForwardedTo && colleagues.AddressOf(to) is null)
            problems.Add("forwardedTo", colleagues.Unknown);
        if (!problems.Any && SetRight(stands, mailboxes) != stands)
            problems.CheckReason(Reason);
        return problems;
    }

    /// <summary>Once there are no problems.</summary>
    public ContactMessage ToMessage(ContactMessage stands, IList<string> mailboxes, DateOnly today, string by)
    {
        var right = SetRight(stands, mailboxes);
        return (right == stands ? stands : right.Rectified(today, by, Reason) with { UsedOn = today })
            .Answered(Answered!.Value, today, by).Forwarded(ForwardedTo, today, by);
    }

    private ContactMessage SetRight(ContactMessage stands, IList<string> mailboxes) => stands with
    {
        Name = Name!,
        Email = Email is null || Email == stands.Email ? Email : MailAddresses.Kept(Email),
        Phone = Phone == stands.Phone ? Phone : Phones.Kept(Phone),
        Message = Message!,
        Locale = Locale ?? "nl",
        Channel = Channel,
        ReceivedOn = ReceivedOn!.Value,
        // What was confirmed stays so; what a letter left there stays there.
        MailCopy = stands.MailCopy?.IsOpen() is false || stands.Channel == ContactChannel.Form ? stands.MailCopy : CopyIn(mailboxes),
    };
}
