using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Contact;

/// <summary>What a message says and how it came in, as staff write it down: trimmed, empty fields absent.</summary>
public abstract record ContactFields
{
    public const long MaxBytes = 64 * 1024;

    private static readonly DateOnly Earliest = new(2000, 1, 1);

    public string? Name { get; init => field = ContactForm.Clean(value); }

    public string? Email { get; init => field = ContactForm.Clean(value); }

    public string? Phone { get; init => field = ContactForm.Clean(value); }

    public string? Message { get; init => field = ContactForm.Clean(value); }

    public string? Locale { get; init => field = ContactForm.Clean(value)?.ToLowerInvariant(); }

    public ContactChannel? Channel { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Where its mail lies, if it came by mail; it may be left out where there is one mailbox.</summary>
    public string? Mailbox { get; init => field = ContactForm.Clean(value)?.ToUpperInvariant(); }

    /// <summary>Whoever asks knows that it will be destroyed within days.</summary>
    public bool DestroysNow { get; init; }

    /// <param name="stands">The message as it is, if it is there already: what was taken then is not refused now.</param>
    protected Problems ProblemsOf(DateOnly today, IList<string> mailboxes, ContactMessage? stands = null)
    {
        var problems = new Problems();
        if (Name is null || Name != stands?.Name)
            problems.CheckText("name", Name, ContactRules.MaxName);
        if ((Email ?? Phone) is null)
            problems.Add("email", "A mail address or a phone number is required: by one of them its sender is found, for their rights too.");
        if (Email is not null && Email != stands?.Email)
            problems.CheckEmail("email", Email);
        if (Phone is { } phone && phone != stands?.Phone)
            problems.CheckPhone("phone", phone);
        if (Message is null || Message != stands?.Message)
            problems.CheckLines("message", Message, ContactRules.MaxMessage);
        if (Locale is { } locale)
            problems.CheckLanguage("locale", locale);
        if ((Channel ?? ContactChannel.Form) is ContactChannel.Form != stands?.Channel is ContactChannel.Form)
            problems.Add("channel", stands?.Channel is ContactChannel.Form ? "It came by the form, which does not change." : "Must be one of: phone, mail.");
        CheckReceivedOn(problems, today);
        CheckMailbox(problems, mailboxes, stands);
        return problems;
    }

    /// <summary>The copy that a message by mail has; once there are no problems.</summary>
    protected MailCopy? CopyIn(IList<string> mailboxes) =>
        Channel == ContactChannel.Mail ? new(Mailbox ?? mailboxes[0], ReceivedOn!.Value) : null;

    private void CheckMailbox(Problems problems, IList<string> mailboxes, ContactMessage? stands)
    {
        if (Channel != ContactChannel.Mail)
        {
            if (Mailbox is not null && Mailbox != stands?.MailCopy?.Mailbox)
                problems.Add("mailbox", "Is for a message that came by mail.");
        }
        else if (mailboxes.Count == 0)
            problems.Add("mailbox", "No mailbox is configured.");
        else if (Mailbox is null ? mailboxes.Count > 1 : !mailboxes.Contains(Mailbox) && Mailbox != stands?.MailCopy?.Mailbox)
            problems.Add("mailbox", $"Must be one of: {string.Join(", ", mailboxes)}.");
    }

    private void CheckReceivedOn(Problems problems, DateOnly today)
    {
        if (ReceivedOn is not { } on)
            problems.Add("receivedOn", "Is required.");
        else
            problems.CheckDay("receivedOn", on, Earliest, today);
    }
}

/// <summary>A message that staff took by phone or by mail.</summary>
public sealed record TakenContactForm : ContactFields
{
    public Problems Problems(DateOnly today, IList<string> mailboxes) => ProblemsOf(today, mailboxes);

    /// <summary>Once there are no problems.</summary>
    /// <param name="ids">Makes its id, by which it stands among those of its day.</param>
    public ContactMessage ToMessage(Func<DateTimeOffset, Id> ids, DateTimeOffset now, string by, IList<string> mailboxes)
    {
        var (on, today) = (ReceivedOn!.Value, Amsterdam.DateOf(now));
        var at = (on == today ? now : Amsterdam.StartOf(on)).ToUniversalTime();
        return new(
            ids(at), Name!, Email is null ? null : MailAddresses.Kept(Email), Phones.Kept(Phone), Message!, Locale ?? "nl", Channel, at, on,
            TakenBy: by, TakenOn: today, MailCopy: CopyIn(mailboxes));
    }
}
