using Microsoft.Azure.Functions.Worker;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>
/// Each morning one letter about what people have to do: copies on disk to destroy, every day until that is confirmed,
/// and orders whose figurine is never sent, once a month.
/// </summary>
public sealed class RemindDeadlines(
    DestructionTasks tasks, StalledOrders stalled, OrderStore orders, Letters letters, TimeProvider clock)
{
    [Function(nameof(RemindDeadlines))]
    public async Task Run([TimerTrigger("0 30 7 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var today = clock.Today();
        var ask = new List<StalledRow>();
        await foreach (var row in stalled.Until(today, cancellation))
        {
            if (await orders.Find(row.Order, cancellation) is { } order && OrderRules.StalledSince(order, today) is not null)
                ask.Add(row);
            else
                await stalled.Remove(row, cancellation);
        }

        if (ask.Count > 0 || (await tasks.All(cancellation)).Any(task => !task.Done))
            await letters.Add(new(LetterKinds.Reminder, today.Iso()), cancellation);
        foreach (var row in ask)
            await stalled.Postpone(row, today, cancellation);
    }
}
