using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Staff;

namespace WelWee3D.Orders;

/// <summary>The orders, or those that are looked for, newest first, but for those that may only be stored.</summary>
public sealed class ListOrders(FrontDoor door, OrderList list, RecordSearch records, OrderStore orders, OrderAnswers answers)
{
    private const string State = "state";

    [Function(nameof(ListOrders))]
    [Describes("Lists or finds orders, newest first.", Answer = typeof(Page<OrderView>))]
    [Choice(State, typeof(OrderState))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/orders")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            var problems = new Problems();
            var (search, state) = (Search.Of(request, problems), QueryChoice.Of<OrderState>(request, State, problems));
            var read = Paging.Of<Id>(request, Id.TryParse, problems);
            if (read.Refusal is { } refusal)
                return refusal;

            var (after, limit) = read.Value;
            var candidates = search.IsEmpty && state is null
                ? list.Before(after, limit, cancellation)
                : records.Candidates(Order.Kind, search, state is { } asked ? OrderTerms.Of(asked) : "", after, cancellation);
            var page = await RecordSearch.Page(candidates, limit, id => Find(id, search, state, cancellation));
            return search.Refusal(page, after) ?? Answers.Ok(page.Told(answers.View));
        }, [.. Search.Parameters, State, Paging.Continuation, Paging.Limit]);

    private async Task<Order?> Find(Id id, Search search, OrderState? state, CancellationToken cancellation) =>
        await orders.Find(id, cancellation) is { RestrictedOn: null, Client: { } client } order
            && search.Matches(id, client.Name, client.Email, client.Phone) && (state ?? order.State) == order.State
                ? order
                : null;
}
