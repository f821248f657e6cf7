using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Retention;

namespace WelWee3D.Contact;

/// <summary>Reminds of mail in mailboxes of the practice, from some days before it must be gone until that is confirmed.</summary>
public sealed class MailReminder(MailCopies copies, IOptions<MailOptions> mail) : IReminder
{
    public async Task<bool> HasAny(DateOnly today, CancellationToken cancellation) => await copies.ToDestroy(cancellation).AnyAsync(cancellation);

    public async Task<bool> Tell(LetterBody letter, DateOnly day, DateOnly today, CancellationToken cancellation)
    {
        var open = await copies.ToDestroy(cancellation).ToListAsync(cancellation);
        if (open.Count == 0)
            return false;
        letter.Say("Van deze contactberichten staat nog een kopie in een postvak. Vernietig de mail daar, ook in de prullenbak, en bevestig dat met het kenmerk:")
            .Link(mail.Value.Link(StaffPages.Today));
        foreach (var mails in open.GroupBy(each => (each.Mailbox, each.Day, each.Deadline)))
            letter.Facts(
                ("Postvak", mails.Key.Mailbox),
                ("Mail van", LetterBody.Day(mails.Key.Day, "nl")),
                ("Kenmerk", string.Join(", ", mails.Select(each => $"{each.Reference}"))),
                ("Uiterlijk", LetterBody.Day(mails.Key.Deadline, "nl")),
                ("Tijd", InDutch.Left(mails.Key.Deadline.DayNumber - today.DayNumber)));
        return true;
    }
}
