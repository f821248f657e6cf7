using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Scans;

public sealed class ListScans(FrontDoor door, OrderStore orders, RetentionRules rules, TimeProvider clock)
{
    [Function(nameof(ListScans))]
    [Describes("Lists the scans of an order.", Answer = typeof(Page<ScanView>), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/orders/{id}/scans")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.ToLook(request, async atRestricted =>
        {
            if (!Id.TryParse(id, out var known) || await orders.Find(known, cancellation) is not { } order)
                return Answers.NotFound("order");
            if (!atRestricted && OrderRules.Restricted(order) is { } restricted)
                return OrderAnswers.Of(restricted);

            var today = clock.Today();
            return Answers.Ok(new Page<ScanView>(
                [.. order.Scans.Where(scan => scan.IsHere)
                    .Select(scan => ScanView.Of(order, scan, order.Retention(scan, rules, today)))],
                Continuation: null));
        });
}
