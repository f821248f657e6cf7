using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using WelWee3D.Http;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Orders;

/// <summary>Sets right what is known of a client, whom everything about her is then found by.</summary>
public sealed class RectifyOrder(FrontDoor door, OrderStore orders, OrderAnswers answers)
{
    [Function(nameof(RectifyOrder))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "orders/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            if (!Id.TryParse(id, out var known))
                return Answers.NotFound("order");
            var read = await MergePatch.Read<ClientPatch>(request, ClientForm.MaxBytes, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var seen = request.Headers[HeaderNames.IfMatch].ToString();
            return answers.Of(await orders.Change(known, order => Rectify(order, read.Value, seen), cancellation));
        });

    private static Ruling Rectify(Order order, MergePatch patch, string seen)
    {
        if (seen is not ("" or "*") && !seen.Split(',', StringSplitOptions.TrimEntries).Contains(OrderAnswers.Tag(order)))
            return new Refusal.Stale();
        var (form, problems) = patch.Apply(ClientForm.Of(order.Client));
        if ((form?.Problems() ?? problems) is { Any: true } wrong)
            return new Refusal.Invalid(wrong);

        var client = form!.ToClient();
        return client == order.Client ? order : order with { Client = client };
    }
}
