using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Scans;

/// <summary>Tells once of a file that two orders have: one of them may be the wrong client's.</summary>
public sealed class SameFileReminder(ScanFiles files, OrderStore orders, IOptions<MailOptions> mail) : IReminder
{
    /// <summary>Rows whose scan is gone are removed on the way.</summary>
    public async Task<bool> HasAny(DateOnly today, CancellationToken cancellation)
    {
        var any = false;
        await foreach (var file in files.AllShared(cancellation))
            if (await orders.Find(file.Order, cancellation) is not { } order || order.Part(file.Scan) is null)
                await files.RemoveShared(file.Scan, cancellation);
            else
                any |= file.ToldOn is null && order.RestrictedOn is null;
        return any;
    }

    public async Task<bool> Tell(LetterBody letter, DateOnly day, DateOnly today, CancellationToken cancellation)
    {
        var any = false;
        await foreach (var file in files.AllShared(cancellation).Where(file => file.ToldOn is null || file.ToldOn == day))
        {
            if (await orders.Find(file.Order, cancellation) is not { RestrictedOn: null } order || order.Scan(file.Scan)?.Facts is not { } facts)
                continue;
            if (!any)
                letter.Say("Deze bestanden horen bij meer dan één bestelling. Kijk of de scan bij de goede cliënt staat, en verplaats hem anders.");
            any = true;
            letter.Facts(("Bestelling", $"{Reference.Of(file.Order)}"), ("Ook bij bestelling", await Others(file, facts.Sha256, cancellation)))
                .Link(mail.Value.Link(StaffPages.Of($"scans/{file.Scan}")));
        }
        return any;
    }

    public async Task Told(DateOnly today, CancellationToken cancellation)
    {
        // What may only be stored is told once that is lifted.
        await foreach (var file in files.AllShared(cancellation).Where(file => file.ToldOn is null))
            if (await orders.Find(file.Order, cancellation) is not { RestrictedOn: not null })
                await files.Told(file, today, cancellation);
    }

    private async Task<string> Others(SharedFile file, string sha256, CancellationToken cancellation)
    {
        var others = new List<Id>();
        await foreach (var other in files.Find(sha256, cancellation).Select(other => other.Order).Where(order => order != file.Order).Distinct())
            if (await orders.Find(other, cancellation) is { RestrictedOn: null })
                others.Add(other);
        return string.Join(", ", others.Select(Reference.Of));
    }
}
