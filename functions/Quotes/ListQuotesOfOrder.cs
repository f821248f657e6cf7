using WelWee3D.Http;
using WelWee3D.Orders;

namespace WelWee3D.Quotes;

/// <summary>The quotes of an order, newest first.</summary>
public sealed class ListQuotesOfOrder(FrontDoor door, OrderStore orders, QuoteRegister quotes, QuoteAnswers answers)
{
    [Function(nameof(ListQuotesOfOrder))]
    [Describes("Lists the quotes of an order, newest first.", Answer = typeof(Page<QuoteView>), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/orders/{id}/quotes")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.ToLook(request, async atRestricted =>
        {
            var read = Paging.Of<(int Year, int Number)>(request, TryPlace);
            if (read.Refusal is { } refusal)
                return refusal;
            if (!Id.TryParse(id, out var known) || await orders.Find(known, cancellation) is not { } order)
                return Answers.NotFound("order");
            if (!atRestricted && OrderRules.Restricted(order) is { } restricted)
                return OrderAnswers.Of(restricted);

            var found = await quotes.OfOrder(known, cancellation).Where(quote => atRestricted || quote.RestrictedOn is null).ToListAsync(cancellation);
            var (from, limit) = read.Value;
            // An order has few: they are put in order each time that a page is asked for.
            var left = found.OrderByDescending(PlaceOf).SkipWhile(quote => from is { } first && PlaceOf(quote).CompareTo(first) > 0).Take(limit + 1);
            return Answers.Ok(Page.Of([.. left.Select(answers.View)], limit, quote => quote.Number));
        }, needsReason: false, Paging.Continuation, Paging.Limit);

    private static (int Year, int Number) PlaceOf(Quote quote) => TryPlace(quote.NumberOfYear, out var place) ? place : default;

    private static bool TryPlace(string? text, out (int Year, int Number) place)
    {
        place = default;
        return text?.Split('-') is [{ Length: 4 } year, { Length: >= 4 } number]
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out place.Year)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out place.Number);
    }
}
