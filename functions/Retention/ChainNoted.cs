using WelWee3D.Mail;

namespace WelWee3D.Retention;

/// <summary>
/// Writes the checkpoint of the day before, and has it in the letter of the morning: what the practice has in its mailbox
/// shows a chain that was rewritten too, whoever did that.
/// </summary>
public sealed class ChainNoted(Checkpoints checkpoints) : IReminder
{
    public async Task<bool> HasAny(DateOnly today, CancellationToken cancellation) =>
        await checkpoints.Write(today, cancellation) is var (checkpoint, isNew) && (isNew || checkpoint.Day == today.AddDays(-1));

    public async Task<bool> Tell(LetterBody letter, DateOnly day, DateOnly today, CancellationToken cancellation)
    {
        if (await checkpoints.Newest(day, cancellation) is not { } checkpoint)
            return false;
        letter
            .Say("Zo ver waren de vernietigingsverklaringen na de laatste dag waarop er een bij kwam. Bewaar deze mail: zij laat zien of er later aan die verklaringen is geknoeid.")
            .Facts(
                ("Dag", LetterBody.Day(checkpoint.Day, "nl")),
                ("Nieuwste verklaring", checkpoint.Number.ToString(CultureInfo.InvariantCulture)),
                ("Hash", checkpoint.Hash));
        return true;
    }
}
