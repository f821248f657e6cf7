using WelWee3D.Http;

namespace WelWee3D.Orders;

public sealed class CancelOrder(OrderChanges changes)
{
    [Function(nameof(CancelOrder))]
    [Describes(
        "Notes that an order was cancelled; with another date corrects that, without one takes it back.", Body = [typeof(Form)],
        Example = """{"cancelledOn": "2026-11-22", "destroysNow": true}""", Answer = typeof(OrderView), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/orders/{id}/cancel")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        changes.Make<Form>(request, id, (order, form, act) => OrderRules.Cancel(order, form.CancelledOn, act), cancellation);

    private sealed record Form(DateOnly? CancelledOn) : ChangeForm;
}
