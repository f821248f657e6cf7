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
            var read = await Body.Json<ClientForm>(request, ClientForm.MaxBytes, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;
            if (read.Value.Problems() is { Any: true } problems)
                return Answers.Invalid(problems);

            var form = read.Value;
            if (form.OpenedOn is { } on && OrderRules.Impossible("openedOn", on, OrderRules.Earliest, clock.Today()) is { } impossible)
                return OrderAnswers.Of(impossible);
            return OrderAnswers.Of(await orders.Open(form.ToClient(), form.OpenedOn, form.DestroysNow, cancellation), answers.Opened);
        });
}
