using WelWee3D.Http;

namespace WelWee3D.Orders;

public sealed class GetOrder(FrontDoor door, OrderStore orders, OrderAnswers answers)
{
    [Function(nameof(GetOrder))]
    [Describes("Shows one order.", Answer = typeof(OrderView), AnswerHeaders = ["ETag"], Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/orders/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.ToLook(request, async atRestricted =>
        {
            if (!Id.TryParse(id, out var known) || await orders.Find(known, cancellation) is not { } order)
                return Answers.NotFound("order");
            if (!atRestricted && OrderRules.Restricted(order) is { } restricted)
                return OrderAnswers.Of(restricted);

            await orders.Use(order, cancellation);
            return answers.Ok(order);
        });
}
