using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Retention;

namespace WelWee3D.Orders;

/// <summary>Asks once a month what becomes of orders whose figurine is never sent.</summary>
public sealed class StalledReminder(StalledOrders stalled, OrderStore orders, IOptions<MailOptions> mail) : IReminder
{
    /// <summary>Rows whose order has moved on are removed on the way.</summary>
    public async Task<bool> HasAny(DateOnly today, CancellationToken cancellation)
    {
        var any = false;
        await foreach (var (row, since) in Since(stalled.Until(today, cancellation), today, cancellation))
        {
            if (since is not null)
                any = true;
            else
                await stalled.Remove(row, cancellation);
        }
        return any;
    }

    public async Task<bool> Tell(LetterBody letter, DateOnly day, DateOnly today, CancellationToken cancellation)
    {
        var asked = new HashSet<Id>();
        // Those included whose row was not yet put off.
        var rows = stalled.AskedOn(day, cancellation).Concat(stalled.Until(day, cancellation));
        await foreach (var (row, since) in Since(rows, day, cancellation))
        {
            if (since is null || !asked.Add(row.Order))
                continue;
            if (asked.Count == 1)
                letter.Say("Van deze bestellingen is een scan van een jaar of langer geleden, en is het beeldje niet verzonden. Verzend het beeldje, annuleer de bestelling, of laat haar staan: dan vragen we het over een maand weer.")
                    .Link(mail.Value.Link(StaffPages.Today));
            letter.Facts(("Bestelling", $"{Reference.Of(row.Order)}"));
        }
        return asked.Count > 0;
    }

    public async Task Told(DateOnly today, CancellationToken cancellation)
    {
        await foreach (var row in stalled.Until(today, cancellation))
            await stalled.Postpone(row, today, cancellation);
    }

    /// <summary>Since when the orders of these rows are stalled; null for one that has moved on.</summary>
    private IAsyncEnumerable<(StalledRow Row, DateOnly? Since)> Since(
        IAsyncEnumerable<StalledRow> rows, DateOnly today, CancellationToken cancellation) =>
        rows.Readable(async row =>
        {
            var order = await orders.Find(row.Order, cancellation);
            return (row, order is null ? null : OrderRules.StalledSince(order, today));
        });
}
