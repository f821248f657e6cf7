using WelWee3D.Mail;
using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>Tells what the newest sweep could not finish or did not understand, until one leaves nothing.</summary>
public sealed class LeftUndone(RunLog runs) : IReminder
{
    public async Task<bool> HasAny(DateOnly today, CancellationToken cancellation) => await runs.NewestSweep(cancellation) is { Complete: false };

    public async Task<bool> Tell(LetterBody letter, DateOnly day, DateOnly today, CancellationToken cancellation)
    {
        if (await runs.NewestSweep(cancellation) is not { Complete: false } run)
            return false;
        letter.Say($"De opruiming van {LetterBody.Day(run.Until, "nl")} liet iets liggen. Zoek uit waarom; wat blijft liggen, kan zijn uiterste bewaardatum voorbijgaan.")
            .Facts(InDutch.Facts(run.Unfinished))
            .Facts(("Kenmerk van de opruiming", $"{run.Id}"));
        return true;
    }
}
