using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Orders;

public sealed class ShipOrder(FrontDoor door, OrderStore orders, OrderAnswers answers, TimeProvider clock)
{
    [Function(nameof(ShipOrder))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "orders/{id}/ship")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            if (!Id.TryParse(id, out var known))
                return Answers.NotFound("order");
            var read = await Body.Json<Form>(request, 1024, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var (on, today) = (read.Value.ShippedOn, clock.Today());
            return answers.Of(await orders.Change(known, order => OrderRules.Ship(order, on, today), cancellation));
        });

    private sealed record Form(DateOnly ShippedOn);
}
