using WelWee3D.Formats;
using WelWee3D.Mail;
using WelWee3D.Retention;

namespace WelWee3D.Orders;

/// <summary>Orders as a kind of record. Its scans are its parts: an order outlives them.</summary>
public sealed class OrderKind(
    OrderStore orders, OrderList list, StalledOrders stalled, IEnumerable<IOrderFollower> followers, ScanBlobs blobs, RetentionRules rules,
    IOptions<MailOptions> mail, TimeProvider clock) : IRecordKind
{
    public string Name => Order.Kind;

    public KindWords Words { get; } = new(
        new("bestelling met cliëntgegevens", "order with the client's details"),
        new("bestellingen met cliëntgegevens", "orders with the clients' details"));

    public IReadOnlyList<PackageTable> Tables => OrderTables.All;

    public async IAsyncEnumerable<KeptRecord> All([EnumeratorCancellation] CancellationToken cancellation)
    {
        var today = clock.Today();
        await foreach (var order in orders.All(cancellation))
            yield return orders.Kept(order, today);
    }

    public async Task<IReadOnlyList<KeptRecord>> Find(IReadOnlyList<Id> ids, CancellationToken cancellation)
    {
        var today = clock.Today();
        var found = await Task.WhenAll(ids.Select(id => orders.Find(id, cancellation)));
        return [.. found.OfType<Order>().Select(order => orders.Kept(order, today))];
    }

    public async Task<bool> Decide(Id id, Intervention intervention, CancellationToken cancellation)
    {
        var today = clock.Today();
        await orders.Change(id, order => Decided(order, intervention, today), cancellation);
        return true;
    }

    public async Task Export(KeptRecord record, Package package, CancellationToken cancellation)
    {
        if (await orders.Find(record.Item.Id, cancellation) is not { } order)
            return;
        var today = clock.Today();
        package.Speak(order.Id, order.Client.Language);
        package.Tell(OrderTables.Orders, ExportedOrder.Of(OrderView.Of(order, order.Retention(rules, today))));
        foreach (var disclosed in order.Disclosures)
            package.Tell(new GivenTo(disclosed.Name, disclosed.Purpose, disclosed.GivenOn));
        foreach (var given in order.Consents)
            package.Tell(OrderTables.Answers, ExportedAnswer.Of(order.Id, given));
        foreach (var consent in ConsentRecord.Of(order, mail.Value.Practice))
            package.Tell(OrderTables.ConsentRecords, consent);
        foreach (var scan in order.Scans.Where(scan => scan.IsHere && package.MayHold(scan.Id)))
        {
            if (package.HandingOut is { } handingOut)
                await handingOut(new(Scan.Kind, scan.Id));
            var file = $"scans/{scan.Id}/{scan.SafeName()}";
            var isThere = await package.Copy($"scan-{scan.Id}", file, scan.Facts?.MediaType ?? ScanMedia.Unknown, blobs.Of(order.Id, scan), cancellation);
            package.Tell(OrderTables.Scans, ExportedScan.Of(ScanView.Of(order, scan, order.Retention(scan, rules, today)), isThere ? file : null));
        }
    }

    public Task Reconcile(RunTally tally, CancellationToken cancellation) =>
        new OrderIndexCheck(orders, list, stalled, followers, tally).Walk(cancellation);

    public async Task<Outcome> Destroy(Destruction destruction, CancellationToken cancellation)
    {
        var today = clock.Today();
        return await orders.Delete(
            destruction.Line.Items[0].Id, order => order.Scans.Count == 0 && order.Retention(rules, today).IsDue(today), cancellation)
            ? new(destruction.Line)
            : Outcome.Spared;
    }

    public async Task<bool> AreAbsent(IReadOnlyList<LedgerLine> lines, CancellationToken cancellation) =>
        (await Find([.. lines.SelectMany(line => line.Items).Select(item => item.Id)], cancellation)).Count == 0;

    private static Order Decided(Order order, Intervention intervention, DateOnly today)
    {
        var after = order.Interventions.After(intervention, today);
        return intervention.Decision switch
        {
            Decision.Touch => order with { Client = order.Client.Respelt() },
            Decision.Condemn => order.With(after) with { ProofsOwed = [], Scans = [.. order.Scans.Select(scan => scan.Condemned())] },
            _ => after == order.Interventions ? order : order.With(after),
        };
    }
}
