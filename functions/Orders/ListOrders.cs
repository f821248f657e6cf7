using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Orders;

/// <summary>All orders, newest first, but for those that may only be stored.</summary>
public sealed class ListOrders(FrontDoor door, OrderList list, OrderStore orders, OrderAnswers answers)
{
    [Function(nameof(ListOrders))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "orders")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var read = Paging.Of<Id>(request, Id.TryParse);
            if (read.Refusal is { } refusal)
                return refusal;

            var (after, limit) = read.Value;
            var ids = await list.Before(after, limit, cancellation);
            var found = await Task.WhenAll(ids.Select(id => Find(id, cancellation)));
            return Answers.Ok(new Page<OrderView>(
                [.. found.OfType<Order>().Where(order => order.RestrictedOn is null).Select(answers.View)],
                ids.Count == limit ? ids[^1].ToString() : null));
        });

    private async Task<Order?> Find(Id id, CancellationToken cancellation)
    {
        try
        {
            return await orders.Find(id, cancellation);
        }
        catch (UnreadableException)
        {
            // The others are listed all the same; the reconciliation tells it.
            return null;
        }
    }
}
