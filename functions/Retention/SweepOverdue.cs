using WelWee3D.Mail;
using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>Tells that no sweep was complete for more than a day, or that none destroys anything since the clock may be wrong.</summary>
public sealed class SweepOverdue(LastSweep last, TimeProvider clock) : IReminder
{
    public async Task<bool> HasAny(DateOnly today, CancellationToken cancellation) => IsToTell(today, await last.Find(cancellation));

    public async Task<bool> Tell(LetterBody letter, DateOnly day, DateOnly today, CancellationToken cancellation)
    {
        var status = await last.Find(cancellation);
        if (status is null || !IsToTell(today, status))
            return false;
        if (last.IsDoubtful(today, status))
            letter
                .Say($"Volgens de klok is het vandaag {LetterBody.Day(today, "nl")}, maar de laatste opruiming was op {LetterBody.Day(status.Day, "nl")}. "
                    + "Omdat de klok verkeerd kan staan, wordt er niets vernietigd. Klopt de datum, bevestig haar dan; klopt zij niet, "
                    + "laat dan eerst de klok goed zetten.")
                .Facts(("Zo bevestig je haar", $"POST api/retention/sweep {{\"confirmToday\": \"{today.Iso()}\"}}"));
        else
            letter
                .Say("Er is al meer dan een dag geen opruiming geweest die alles deed. Zoek uit waarom; wat blijft liggen, kan zijn "
                    + "uiterste bewaardatum voorbijgaan.")
                .Facts(("Laatste volledige opruiming", status.CompletedAt is { } at ? LetterBody.Day(Amsterdam.DateOf(at), "nl") : "nog geen"));
        return true;
    }

    // Before the first sweep there is none to miss.
    private bool IsToTell(DateOnly today, SweepStatus? status) =>
        status is not null && (last.IsDoubtful(today, status) || status.IsOverdue(clock.GetUtcNow()));
}
