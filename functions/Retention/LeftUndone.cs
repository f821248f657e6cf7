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
            .Facts(run.Unfinished.Select(each => (each.What, (string?)InDutch(each.Why))))
            .Facts(("Kenmerk van de opruiming", $"{run.Id}"));
        return true;
    }

    public static string InDutch(string why) => why switch
    {
        Unfinished.UnknownKind => "deze versie kent deze soort gegevens niet",
        Unfinished.Unreadable => "deze versie kan het niet lezen",
        Unfinished.Busy => "iemand was ermee bezig",
        Unfinished.UnconfirmedDay => "de klok kan verkeerd staan: niemand heeft deze datum bevestigd",
        _ => $"niet gelukt ({why})",
    };
}
