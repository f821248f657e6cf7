using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Staff;

namespace WelWee3D.Quotes;

/// <summary>Makes a quote for an order, under the next number of the year. Repeated under its key it answers with the one that is there.</summary>
public sealed class MakeQuote(
    FrontDoor door, OrderStore orders, QuoteRegister quotes, QuoteAnswers answers, SubjectKeys keys, RetentionRules rules, IOptions<QuotesOptions> options,
    TimeProvider clock)
{
    [Function(nameof(MakeQuote))]
    [Describes(
        "Makes a quote for an order, under the next number of the year.", Body = [typeof(QuoteForm)], Needs = ["lines"],
        Example = """{"lines": [{"description": "Figurine, 14 cm", "quantity": 1, "amountInCents": 9900, "vatRate": 21}]}""",
        Status = 201, Answer = typeof(QuoteView), Also = [409], Headers = [IdempotencyKey.Header])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/orders/{id}/quotes")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async caller =>
        {
            if (!Id.TryParse(id, out var known) || await orders.Find(known, cancellation) is not { } order)
                return Answers.NotFound("order");
            if ((OrderRules.Restricted(order) ?? QuoteRules.Closed(order)) is { } refused)
                return OrderAnswers.Of(refused);
            if (!IdempotencyKey.TryRead(request, null, out var key))
                return Answers.Unreadable(IdempotencyKey.Header, IdempotencyKey.Form);
            var now = clock.GetUtcNow();
            var today = Amsterdam.DateOf(now);
            var read = await Body.Json<QuoteForm>(
                request, form => form.Problems(order, options.Value, today, order.Retention(rules, today).DueOn), QuoteForm.MaxBytes, cancellation);
            if (read.Refusal is { } refusal)
                return refusal;

            Quote Quoted(Id id) => read.Value.ToQuote(id, order, options.Value, orders.SubjectsOf(order), caller.Id);
            if (key is null)
                return await Made(Quoted(Id.New(now)), Made, cancellation);
            var ids = key.Within(order.Id).Lately("idempotency of a quote", today, keys);
            if (await IdempotencyKey.Earlier(ids, quotes.Find, cancellation) is { } there)
                return Repeated(there, Quoted(there.Id));
            var first = Quoted(ids[0]);
            return await Made(first, made => Repeated(made, first), cancellation);
        });

    /// <summary>Its order may have been erased since it was looked at: whoever erases has found no quote by then, so that none stays.</summary>
    private async Task<IResult> Made(Quote asked, Func<Quote, IResult> answer, CancellationToken cancellation)
    {
        var made = await quotes.Make(asked, cancellation);
        var order = await orders.Find(made.Order, cancellation);
        if (order is { ErasureRequestedOn: null })
            return answer(made);
        await quotes.TakeBack(made.Id, CancellationToken.None);
        return order is null ? Answers.NotFound("order") : OrderAnswers.Of(OrderRules.Erasing(order)!);
    }

    private IResult Repeated(Quote there, Quote asked) => there.Says(asked)
        ? Made(there)
        : Answers.Invalid(new Problems { { IdempotencyKey.Header, "Was used before, for another quote." } });

    private IResult Made(Quote quote) => Answers.Created(ApiPaths.Of($"quotes/{quote.Id}"), answers.View(quote));
}
