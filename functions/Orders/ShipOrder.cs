using WelWee3D.Http;

namespace WelWee3D.Orders;

public sealed class ShipOrder(OrderChanges changes)
{
    [Function(nameof(ShipOrder))]
    [Describes(
        "Notes that a figurine was shipped; with another date corrects that, without one takes it back.", Body = [typeof(Form)],
        Example = """{"shippedOn": "2026-11-22"}""", Answer = typeof(OrderView), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/orders/{id}/ship")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        changes.Make<Form>(request, id, (order, form, act) => OrderRules.Ship(order, form.ShippedOn, act), cancellation);

    private sealed record Form(DateOnly? ShippedOn) : ChangeForm;
}
