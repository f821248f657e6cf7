using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Staff;

namespace WelWee3D.Orders;

/// <summary>The orders whose figurine is not sent a year after the scan, the longest first: what becomes of them?</summary>
public sealed class ListStalledOrders(FrontDoor door, StalledOrders stalled, OrderStore orders, TimeProvider clock)
{
    [Function(nameof(ListStalledOrders))]
    [Describes("Lists the orders whose figurine is not sent a year after the scan, the longest first.", Answer = typeof(Page<StalledView>))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/stalled-orders")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var read = Paging.Of<ListPlace>(request, ListPlace.TryParse);
            if (read.Refusal is { } refusal)
                return refusal;

            var today = clock.Today();
            var found = new List<StalledView>();
            await foreach (var id in stalled.Asked(today, cancellation).Select(row => row.Order).Distinct())
                if (await RecordSearch.Readable(() => orders.Find(id, cancellation)) is { RestrictedOn: null } order && OrderRules.StalledSince(order, today) is { } since)
                    found.Add(new(id, Reference.Of(id), since));
            return Answers.Ok(ListPlace.Page(found, order => new(order.ScannedOn, order.Id), read.Value));
        }, Paging.Continuation, Paging.Limit);

    /// <param name="ScannedOn">The day of its oldest scan.</param>
    private sealed record StalledView(Id Id, Reference Reference, DateOnly ScannedOn);
}
