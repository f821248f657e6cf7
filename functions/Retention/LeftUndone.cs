using WelWee3D.Http;
using WelWee3D.Mail;

namespace WelWee3D.Retention;

/// <summary>
/// Tells what the newest sweep could not finish or did not understand, until one leaves nothing; and once of a night that failed,
/// though a later hour made up for it.
/// </summary>
public sealed class LeftUndone(RunLog runs, IOptions<MailOptions> mail, TimeProvider clock) : IReminder
{
    private static readonly TimeSpan SinceTheLastLetter = TimeSpan.FromDays(1);

    public async Task<bool> HasAny(DateOnly today, CancellationToken cancellation) => await Incomplete(cancellation) is not null;

    public async Task<bool> Tell(LetterBody letter, DateOnly day, DateOnly today, CancellationToken cancellation)
    {
        if (await Incomplete(cancellation) is not var (run, isMadeUpFor))
            return false;
        letter.Say(isMadeUpFor
                ? $"Een opruiming van {LetterBody.Day(run.Until, "nl")} liet iets liggen; een latere heeft dat afgemaakt. Zoek uit waarom het eerst niet lukte."
                : $"De opruiming van {LetterBody.Day(run.Until, "nl")} liet iets liggen. Zoek uit waarom; wat blijft liggen, kan zijn uiterste bewaardatum voorbijgaan.")
            .Facts(InDutch.Facts(run.Unfinished))
            .Facts(("Kenmerk van de opruiming", $"{run.Id}"))
            .Link(mail.Value.Link(StaffPages.Of($"runs/{run.Id}")));
        return true;
    }

    private async Task<(Run Run, bool IsMadeUpFor)?> Incomplete(CancellationToken cancellation)
    {
        var since = clock.GetUtcNow() - SinceTheLastLetter;
        var sweeps = await runs.NewestSweeps(cancellation).ToListAsync(cancellation);
        if (sweeps is [{ Complete: false } newest, ..])
            return (newest, false);
        return sweeps.FirstOrDefault(run => run.StartedAt > since && !run.Complete) is { } failed ? (failed, true) : null;
    }
}
