using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace WelWee3D.Orders;

/// <summary>Writes down when the figurine was shipped; again with another date corrects that, without one takes it back.</summary>
public sealed class ShipOrder(OrderChanges changes)
{
    [Function(nameof(ShipOrder))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/orders/{id}/ship")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        changes.Make<Form>(request, id, (order, form, act) => OrderRules.Ship(order, form.ShippedOn, act), cancellation);

    private sealed record Form(DateOnly? ShippedOn) : ChangeForm;
}
