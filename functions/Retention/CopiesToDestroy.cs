using WelWee3D.Http;
using WelWee3D.Mail;

namespace WelWee3D.Retention;

/// <summary>Reminds of copies on disk, every day until they are confirmed to be destroyed.</summary>
public sealed class CopiesToDestroy(DestructionTasks tasks, IOptions<MailOptions> mail) : IReminder
{
    public async Task<bool> HasAny(DateOnly today, CancellationToken cancellation) => (await Open(cancellation)).Count > 0;

    public async Task<bool> Tell(LetterBody letter, DateOnly day, DateOnly today, CancellationToken cancellation)
    {
        var open = await Open(cancellation);
        if (open.Count > 0)
            letter.Say("Deze scans zijn vernietigd, maar er staan nog kopieën op harde schijven. Vernietig die kopieën en bevestig dat bij de scan; pas dan is de vernietigingsverklaring rond. Hier staat welke bestanden je moet wissen:")
                .Link(mail.Value.Link(StaffPages.Today));
        foreach (var task in open)
            letter.Facts(
                ("Bestelling", $"{Reference.Of(task.Order)}"),
                ("Scan", $"{task.Scan}"),
                ("Schijven", string.Join(", ", Open(task).Select(copy => copy.Disk).Distinct())),
                ("Al bevestigd", Each(task.Copies.Where(copy => copy.DestroyedOn is not null).Select(Confirmed))),
                ("Uiterlijk", LetterBody.Day(task.Deadline, "nl")),
                ("Tijd", InDutch.Left(task.Deadline.DayNumber - today.DayNumber)));
        return open.Count > 0;
    }

    private static IEnumerable<DiskCopy> Open(DestructionTask task) => task.Copies.Where(copy => copy.DestroyedOn is null);

    private static string Confirmed(DiskCopy copy) =>
        $"{copy.Disk}, vernietigd op {LetterBody.Day(copy.DestroyedOn!.Value, "nl")}{(copy.ConfirmedBy is { } account ? $", volgens account {account}" : "")}";

    private static string? Each(IEnumerable<string> told) => told.Distinct().ToList() is { Count: > 0 } all ? string.Join("; ", all) : null;

    private async Task<IReadOnlyList<DestructionTask>> Open(CancellationToken cancellation) =>
        [.. (await tasks.All(cancellation)).Where(task => !task.Done).OrderBy(task => task.Deadline)];
}
