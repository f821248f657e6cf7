using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using WelWee3D.Http;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Orders;

/// <summary>Sets right what is known of a client, whom everything about her is then found by.</summary>
public sealed class RectifyOrder(FrontDoor door, OrderStore orders, OrderAnswers answers, TimeProvider clock)
{
    [Function(nameof(RectifyOrder))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "orders/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async caller =>
        {
            if (!Id.TryParse(id, out var known))
                return Answers.NotFound("order");
            var read = await MergePatch.Read<ClientPatch>(request, ClientForm.MaxBytes, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            var (seen, act) = (request.Headers[HeaderNames.IfMatch].ToString(), new Act(clock.GetUtcNow(), caller.Id));
            return answers.Of(await orders.Change(known, order => Rectify(order, read.Value, seen, act), cancellation));
        });

    private Ruling Rectify(Order order, MergePatch patch, string seen, Act act)
    {
        if (OrderRules.Restricted(order) is { } restricted)
            return restricted;
        if (seen is not ("" or "*") && !seen.Split(',', StringSplitOptions.TrimEntries).Contains(OrderAnswers.Tag(order)))
            return new Refusal.Stale();
        var (form, problems) = patch.Apply(ClientForm.Of(order), form => form.Problems(act.Today, order));
        if (problems.Any)
            return new Refusal.Invalid(problems) { IsUnreadable = patch.IsUnreadable };

        var client = form.ToClient();
        var rectified = client == order.Client ? order : order with { Client = client };
        return orders.Foretold(
            order, OrderRules.Open(rectified, form.OpenedOn ?? order.OpenedOn, act with { Reason = form.Reason?.Trim() }), form.DestroysNow);
    }
}
