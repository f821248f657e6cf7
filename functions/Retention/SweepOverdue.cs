using WelWee3D.Http;
using WelWee3D.Mail;

namespace WelWee3D.Retention;

/// <summary>Tells that no sweep was complete for more than a day, or that none destroys anything since the clock may be wrong.</summary>
public sealed class SweepOverdue(LastSweep last, IOptions<MailOptions> mail, TimeProvider clock) : IReminder
{
    public async Task<bool> HasAny(DateOnly today, CancellationToken cancellation) => await last.Find(cancellation) is { } status
        ? IsToTell(today, status)
        : await WasAwaited(today, cancellation);

    public async Task<bool> Tell(LetterBody letter, DateOnly day, DateOnly today, CancellationToken cancellation)
    {
        var status = await last.Find(cancellation);
        if (status is null)
            return await WasAwaited(today, cancellation) && TellNone(letter);
        if (!IsToTell(today, status))
            return false;
        if (last.IsDoubtful(today, status))
            letter
                .Say($"Volgens de klok is het vandaag {LetterBody.Day(today, "nl")}, maar de laatste opruiming was op {LetterBody.Day(status.Day, "nl")}. "
                    + "Omdat de klok verkeerd kan staan, wordt er niets vernietigd. Klopt de datum, bevestig haar dan; klopt zij niet, "
                    + "laat dan eerst de klok goed zetten.")
                .Link(mail.Value.Link(StaffPages.Of("runs")));
        else
            letter
                .Say("Er is al meer dan een dag geen opruiming geweest die alles deed. Zoek uit waarom; wat blijft liggen, kan zijn "
                    + "uiterste bewaardatum voorbijgaan.")
                .Facts(("Laatste volledige opruiming", status.CompletedAt is { } at ? LetterBody.Day(Amsterdam.DateOf(at), "nl") : "nog geen"));
        return true;
    }

    private static bool TellNone(LetterBody letter)
    {
        letter.Say("Er is nog nooit een opruiming geweest, terwijl er elke nacht een hoort te zijn. Zoek uit waarom; wat blijft liggen, kan zijn "
            + "uiterste bewaardatum voorbijgaan.");
        return true;
    }

    private bool IsToTell(DateOnly today, SweepStatus status) => last.IsDoubtful(today, status) || status.IsOverdue(clock.GetUtcNow());

    // On the first morning its night may be yet to come.
    private async Task<bool> WasAwaited(DateOnly today, CancellationToken cancellation) => await last.AwaitedSince(today, cancellation) < today;
}
