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
            var read = await Body.Json<ClientForm>(request, Problems, ClientForm.MaxBytes, cancellation);
            return read.Refusal ?? OrderAnswers.Of(
                await orders.Open(read.Value.ToClient(), read.Value.OpenedOn, read.Value.DestroysNow, cancellation), answers.Opened);
        });

    private Problems Problems(ClientForm form)
    {
        var problems = form.Problems();
        if (form.OpenedOn is { } on && OrderRules.Impossible("openedOn", on, OrderRules.Earliest, clock.Today()) is Refusal.Invalid impossible)
            problems.AddRange(impossible.Problems);
        return problems;
    }
}
