using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Orders;

/// <summary>Asks once a month what becomes of orders whose figurine is never sent.</summary>
public sealed class StalledReminder(StalledOrders stalled, OrderStore orders) : IReminder
{
    /// <summary>Rows whose order has moved on are removed on the way.</summary>
    public async Task<bool> HasAny(DateOnly today, CancellationToken cancellation)
    {
        var any = false;
        await foreach (var row in stalled.Until(today, cancellation))
        {
            if (await Since(row.Order, today, cancellation) is not null)
                any = true;
            else
                await stalled.Remove(row, cancellation);
        }
        return any;
    }

    public async Task<bool> Tell(LetterBody letter, DateOnly day, DateOnly today, CancellationToken cancellation)
    {
        // Those included whose row was not yet put off.
        var asked = new SortedDictionary<Id, DateOnly>();
        await foreach (var row in stalled.AskedOn(day, cancellation).Concat(stalled.Until(day, cancellation)))
            if (await Since(row.Order, day, cancellation) is { } scannedOn)
                asked[row.Order] = scannedOn;
        if (asked.Count > 0)
            letter.Say("Van deze bestellingen is een scan van een jaar of langer geleden, en is het beeldje niet verzonden. Verzend het beeldje, annuleer de bestelling, of vraag de cliënt om toestemming om de scan te bewaren.");
        foreach (var (order, scannedOn) in asked)
            letter.Facts(("Bestelling", $"{order}"), ("Gescand op", LetterBody.Day(scannedOn, "nl")));
        return asked.Count > 0;
    }

    public async Task Told(DateOnly today, CancellationToken cancellation)
    {
        await foreach (var row in stalled.Until(today, cancellation))
            await stalled.Postpone(row, today, cancellation);
    }

    private async Task<DateOnly?> Since(Id order, DateOnly today, CancellationToken cancellation) =>
        await orders.Find(order, cancellation) is { } found ? OrderRules.StalledSince(found, today) : null;
}
