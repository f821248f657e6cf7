using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Orders;

public sealed class GetOrder(FrontDoor door, OrderStore orders, OrderAnswers answers)
{
    [Function(nameof(GetOrder))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "orders/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
            Id.TryParse(id, out var known) && await orders.Find(known, cancellation) is { } order
                ? answers.Ok(order)
                : Answers.NotFound("order"));
}
