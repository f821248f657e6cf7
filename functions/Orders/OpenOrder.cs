using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Orders;

public sealed class OpenOrder(FrontDoor door, OrderStore orders, OrderAnswers answers, TimeProvider clock)
{
    [Function(nameof(OpenOrder))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "orders")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var read = await Body.Json<ClientForm>(request, form => form.Problems(clock.Today()), ClientForm.MaxBytes, cancellation);
            return read.Refusal ?? OrderAnswers.Of(
                await orders.Open(read.Value.ToClient(), read.Value.OpenedOn, read.Value.DestroysNow, cancellation), answers.Opened);
        });
}
