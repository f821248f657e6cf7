using WelWee3D.Http;
using WelWee3D.Mail;

namespace WelWee3D.Retention;

/// <summary>Tells every morning that the chain did not verify, or was not verified, until it is and does.</summary>
public sealed class ChainBroken(ChainVerification verification, IOptions<MailOptions> mail, TimeProvider clock) : IReminder
{
    public async Task<bool> HasAny(DateOnly today, CancellationToken cancellation) => IsToTell(await verification.Last(cancellation));

    public async Task<bool> Tell(LetterBody letter, DateOnly day, DateOnly today, CancellationToken cancellation)
    {
        var check = await verification.Last(cancellation);
        if (check is null || !IsToTell(check))
            return false;
        if (!check.IsWhole)
            letter
                .Say("De keten van vernietigingsverklaringen klopt niet: iemand kan eraan hebben geknoeid, of er is iets beschadigd. Verander en wis niets, en zoek uit wat er is gebeurd.")
                .Facts(
                    ("Eerste verklaring die niet te geloven is", $"{check.BrokenAt}"),
                    ("Dat blijkt uit het ijkpunt van", check.Checkpoint is { } noted ? LetterBody.Day(noted, "nl") : null),
                    ("Nagerekend op", LetterBody.Day(Amsterdam.DateOf(check.At), "nl")))
                .Link(mail.Value.Link(StaffPages.Of("certificates")));
        else
            letter
                .Say("De keten van vernietigingsverklaringen is al meer dan een dag niet nagerekend. Zoek uit waarom.")
                .Facts(("Laatst nagerekend op", LetterBody.Day(Amsterdam.DateOf(check.At), "nl")));
        return true;
    }

    // Before the first verification there is none to miss.
    private bool IsToTell(ChainCheck? check) => check is not null && (!check.IsWhole || check.IsOverdue(clock.GetUtcNow()));
}
