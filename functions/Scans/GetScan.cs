using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Scans;

/// <summary>What is known of one scan. It tells what was measured, and shows no body: no reason is asked for.</summary>
public sealed class GetScan(FrontDoor door, ScanIndex scans, OrderStore orders, RetentionRules rules, TimeProvider clock)
{
    [Function(nameof(GetScan))]
    [Describes("Tells what is known of one scan.", Answer = typeof(ScanView), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/scans/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.ToLook(request, async atRestricted =>
        {
            if (await orders.Find(scans, id, cancellation) is not var (order, scan))
                return Answers.NotFound("scan");
            if (!atRestricted && OrderRules.Restricted(order) is { } restricted)
                return OrderAnswers.Of(restricted);
            return Answers.Ok(ScanView.Of(order, scan, order.Retention(scan, rules, clock.Today())));
        });
}
