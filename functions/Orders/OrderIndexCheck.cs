using WelWee3D.Retention;

namespace WelWee3D.Orders;

/// <summary>
/// Holds the orders' own indexes, the list and the questions about stalled ones, against the orders. The indexes are read
/// first: what is written meanwhile looks as if it were missing, and is looked at once more before anything is repaired.
/// </summary>
internal sealed class OrderIndexCheck(
    OrderStore orders, OrderList list, StalledOrders stalled, IEnumerable<IOrderFollower> followers, RunTally tally)
{
    public async Task Walk(CancellationToken cancellation)
    {
        var (listed, asked) = (new Keys<Id>(), new Keys<Id>());
        await Task.WhenAll(
            listed.Read(list.All(cancellation), tally),
            asked.Read(stalled.All(cancellation).Select(row => row.Order), tally));
        await Workers.Each(orders.All(cancellation), order => $"{order.Due.Item}", tally, async order =>
        {
            if (!listed.Take(order.Id) && !await list.Has(order.Id, cancellation))
            {
                await list.Add(order.Id, cancellation);
                tally.CountRepaired(Repairs.IndexRow);
            }
            if (!asked.Take(order.Id) && OrderRules.MayStall(order) && !tally.IsNew(order.Scans[^1].Id))
            {
                await stalled.Add(order.Id, order.Scans.Min(scan => scan.ScannedOn), cancellation);
                tally.CountRepaired(Repairs.IndexRow);
            }
            await Follow(order, cancellation);
        }, cancellation);
        await Workers.Each(listed.Left, order => $"{Order.Kind}|{order}", tally, async order =>
        {
            if (tally.IsNew(order) || await orders.Find(order, cancellation) is not null)
                return;
            await list.Remove(order, cancellation);
            tally.CountRepaired(Repairs.LeftoverRow);
        }, cancellation);
    }

    /// <summary>What was made just when it was set right whom the order is about may have missed that; and the key of the hashes may be another since.</summary>
    private async Task Follow(Order order, CancellationToken cancellation)
    {
        var subjects = orders.SubjectsOf(order);
        foreach (var follower in followers)
            if (await follower.Follow(order, former: [], subjects, cancellation))
                tally.CountRepaired(Repairs.SubjectRow);
    }
}
