using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Storage;

namespace WelWee3D.Quotes;

/// <summary>The quotes of an order, newest first.</summary>
public sealed class ListQuotesOfOrder(FrontDoor door, OrderStore orders, QuoteRegister quotes, QuoteAnswers answers)
{
    [Function(nameof(ListQuotesOfOrder))]
    [Describes("Lists the quotes of an order, newest first.", Answer = typeof(Listed), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/orders/{id}/quotes")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.ToLook(request, async atRestricted =>
        {
            if (!Id.TryParse(id, out var known) || await orders.Find(known, cancellation) is not { } order)
                return Answers.NotFound("order");
            if (!atRestricted && OrderRules.Restricted(order) is { } restricted)
                return OrderAnswers.Of(restricted);

            var found = await quotes.OfOrder(known, cancellation).Where(quote => atRestricted || quote.RestrictedOn is null).ToListAsync(cancellation);
            return Answers.Ok(new Listed([.. found.OrderByDescending(quote => (Quote.YearOf(quote.Id), quote.Number)).Select(answers.View)]));
        });

    private sealed record Listed(IReadOnlyList<QuoteView> Items);
}
