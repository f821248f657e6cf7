using WelWee3D.Mail;
using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>Reminds of copies on disk, every day until they are confirmed to be destroyed.</summary>
public sealed class CopiesToDestroy(DestructionTasks tasks) : IReminder
{
    public async Task<bool> HasAny(DateOnly today, CancellationToken cancellation) => (await Open(cancellation)).Count > 0;

    public async Task<bool> Tell(LetterBody letter, DateOnly day, DateOnly today, CancellationToken cancellation)
    {
        var open = await Open(cancellation);
        if (open.Count > 0)
            letter.Say("Deze scans zijn vernietigd, maar er staan nog kopieën op harde schijven. Vernietig die kopieën en bevestig dat bij de scan; pas dan is de vernietigingsverklaring rond.");
        foreach (var task in open)
            letter.Facts(
                ("Bestelling", $"{Reference.Of(task.Order)}"),
                ("Scan", $"{task.Scan}"),
                ("Schijven", string.Join(", ", Open(task).Select(copy => copy.Disk).Distinct())),
                ("Wissen", Each(Open(task).Select(Wiped).OfType<string>())),
                ("Al bevestigd", Each(task.Copies.Where(copy => copy.DestroyedOn is not null).Select(Confirmed))),
                ("Uiterlijk", LetterBody.Day(task.Deadline, "nl")),
                ("Tijd", Left(task.Deadline.DayNumber - today.DayNumber)));
        return open.Count > 0;
    }

    private static IEnumerable<DiskCopy> Open(DestructionTask task) => task.Copies.Where(copy => copy.DestroyedOn is null);

    private static string? Wiped(DiskCopy copy) => (copy.FileName, copy.ScannedOn) switch
    {
        ({ } name, { } day) => $"{name}, van {LetterBody.Day(day, "nl")}",
        var (name, _) => name,
    };

    private static string Confirmed(DiskCopy copy) =>
        $"{copy.Disk}, vernietigd op {LetterBody.Day(copy.DestroyedOn!.Value, "nl")}{(copy.ConfirmedBy is { } account ? $", volgens account {account}" : "")}";

    private static string? Each(IEnumerable<string> told) => told.Distinct().ToList() is { Count: > 0 } all ? string.Join("; ", all) : null;

    private async Task<IReadOnlyList<DestructionTask>> Open(CancellationToken cancellation) =>
        [.. (await tasks.All(cancellation)).Where(task => !task.Done).OrderBy(task => task.Deadline)];

    private static string Left(int days) => days switch
    {
        0 => "vandaag is de laatste dag",
        1 => "nog 1 dag",
        > 1 => $"nog {days} dagen",
        -1 => "1 dag te laat",
        _ => $"{-days} dagen te laat",
    };
}
