using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Orders;

public sealed class OpenOrder(FrontDoor door, OrderStore orders, OrderAnswers answers)
{
    [Function(nameof(OpenOrder))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "orders")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var read = await Body.Json<ClientForm>(request, form => form.Problems(), ClientForm.MaxBytes, cancellation);
            return read.Refusal ?? answers.Opened(await orders.Open(read.Value.ToClient(), cancellation));
        });
}
