using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Orders;

public sealed class LiftHold(FrontDoor door, OrderStore orders)
{
    [Function(nameof(LiftHold))]
    [Describes("Lifts a hold.", Body = [typeof(LiftForm)], BodyIsOptional = true, Example = """{"destroysNow": true}""", Status = 204, Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/orders/{id}/holds/{hold}")] HttpRequest request,
        string id,
        string hold,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            if (!Id.TryParse(id, out var known))
                return Answers.NotFound("order");
            if (!Id.TryParse(hold, out var held))
                return Answers.NotFound("hold");

            var read = await Form(request, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var ruling = await orders.ChangeAlsoRestricted(known, order => OrderRules.LiftHold(order, held), read.Value.DestroysNow, cancellation);
            return OrderAnswers.Of(ruling, _ => Answers.NoContent());
        });

    // A body is unusual for this method, and need not be there.
    private static Task<Read<LiftForm>> Form(HttpRequest request, CancellationToken cancellation) =>
        !Body.IsThere(request) ? Task.FromResult(new Read<LiftForm>(new LiftForm())) : OrderChanges.Read<LiftForm>(request, cancellation);

    private sealed record LiftForm : ChangeForm;
}
