using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Orders;

public sealed class CancelOrder(FrontDoor door, OrderStore orders, OrderAnswers answers, TimeProvider clock)
{
    [Function(nameof(CancelOrder))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "orders/{id}/cancel")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            if (!Id.TryParse(id, out var known))
                return Answers.NotFound("order");
            var read = await Body.Json<Form>(request, 1024, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var (on, today) = (read.Value.CancelledOn, clock.Today());
            return answers.Of(await orders.Change(known, order => OrderRules.Cancel(order, on, today), cancellation));
        });

    private sealed record Form(DateOnly CancelledOn);
}
