using WelWee3D.Http;
using WelWee3D.Retention;
using WelWee3D.Staff;

namespace WelWee3D.Orders;

public sealed class PlaceHold(FrontDoor door, OrderStore orders, TimeProvider clock)
{
    [Function(nameof(PlaceHold))]
    [Describes(
        "Places a hold on an order: nothing of it is destroyed until that day has passed. Asked again with the same reason and day it is the same hold.", Body = [typeof(HoldForm)],
        Example = """{"reason": "Een geschil over de rekening", "until": "2027-01-31"}""", Status = 201, Answer = typeof(Hold), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/orders/{id}/holds")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            if (!Id.TryParse(id, out var known))
                return Answers.NotFound("order");
            var read = await Body.Json<HoldForm>(request, form => form.Problems(), 8 * 1024, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var hold = read.Value.ToHold(clock.GetUtcNow());
            var ruling = await orders.Change(known, order => orders.Used(order, OrderRules.PlaceHold(order, hold, clock.Today())), cancellation);
            return OrderAnswers.Of(ruling, order => Placed(known, OrderRules.Standing(order, hold)!));
        });

    private static IResult Placed(Id order, Hold hold) => Answers.Created(ApiPaths.Of($"orders/{order}/holds/{hold.Id}"), hold);
}
