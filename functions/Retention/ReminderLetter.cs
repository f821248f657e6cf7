using Microsoft.Extensions.Options;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>What is open at the moment of sending: orders and disks by what they are called, never by a name.</summary>
public sealed class ReminderLetter(
    DestructionTasks tasks, StalledOrders stalled, OrderStore orders, IOptions<MailOptions> mail, TimeProvider clock)
    : ILetterRenderer
{
    private const string Title = "Wat er nog moet gebeuren";

    public string Kind => LetterKinds.Reminder;

    /// <param name="reference">The day of the letter.</param>
    public async Task<RenderedLetter?> Render(string reference, CancellationToken cancellation)
    {
        var (day, today) = (Amsterdam.Date(reference), clock.Today());
        var open = (await tasks.All(cancellation)).Where(task => !task.Done).OrderBy(task => task.Deadline).ToList();
        var asked = await Stalled(day, cancellation);
        if (open.Count == 0 && asked.Count == 0)
            return null;

        var body = new LetterBody("nl", Title);
        if (open.Count > 0)
            body.Say("Deze scans zijn vernietigd, maar er staan nog kopieën op harde schijven. Vernietig die kopieën en bevestig dat bij de scan; pas dan is de vernietigingsverklaring rond.");
        foreach (var task in open)
            body.Facts(About(task, today));
        if (asked.Count > 0)
            body.Say("Van deze bestellingen is een scan van een jaar of langer geleden, en is het beeldje niet verzonden. Verzend het beeldje, annuleer de bestelling, of vraag de cliënt om toestemming om de scan te bewaren.");
        foreach (var (order, scannedOn) in asked)
            body.Facts(("Bestelling", $"{order}"), ("Gescand op", LetterBody.Day(scannedOn, "nl")));
        return new(mail.Value.Practice, $"{Title}, {LetterBody.Day(day, "nl")}", body);
    }

    private static IEnumerable<(string, string?)> About(DestructionTask task, DateOnly today) =>
    [
        ("Bestelling", $"{task.Order}"),
        ("Scan", $"{task.Scan}"),
        ("Schijven", string.Join(", ", task.Copies.Where(copy => copy.DestroyedOn is null).Select(copy => copy.Disk))),
        ("Uiterlijk", LetterBody.Day(task.Deadline, "nl")),
        ("Tijd", Left(task.Deadline.DayNumber - today.DayNumber)),
    ];

    private static string Left(int days) => days switch
    {
        0 => "vandaag is de laatste dag",
        1 => "nog 1 dag",
        > 1 => $"nog {days} dagen",
        -1 => "1 dag te laat",
        _ => $"{-days} dagen te laat",
    };

    /// <summary>The orders asked about on a day, those included whose row was not yet put off.</summary>
    private async Task<IReadOnlyList<(Id Order, DateOnly ScannedOn)>> Stalled(DateOnly day, CancellationToken cancellation)
    {
        var asked = new SortedDictionary<Id, DateOnly>();
        await foreach (var row in stalled.AskedOn(day, cancellation).Concat(stalled.Until(day, cancellation)))
            if (await orders.Find(row.Order, cancellation) is { } order && OrderRules.StalledSince(order, day) is { } scannedOn)
                asked[row.Order] = scannedOn;
        return [.. asked.Select(each => (each.Key, each.Value))];
    }
}
