using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.Staff;

namespace WelWee3D.Quotes;

/// <summary>
/// Sends a quote: its client gets a letter with her link, and what she was sent of the same order before, and has not accepted, makes
/// way for it. Asked again after an hour, or once the letter came back, it goes out once more.
/// </summary>
public sealed class SendQuote(FrontDoor door, QuoteRegister quotes, OrderStore orders, Letters letters, QuoteAnswers answers, TimeProvider clock)
{
    [Function(nameof(SendQuote))]
    [Describes("Sends a quote to its client, with her link; those of the order that were sent before make way.", Answer = typeof(QuoteView), Also = [409])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/quotes/{id}/send")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, request, async _ =>
        {
            if (!Id.TryParse(id, out var known) || await quotes.Find(known, cancellation) is not { } quote)
                return Answers.NotFound("quote");
            if (await orders.Find(quote.Order, cancellation) is not { } order)
                return Answers.NotFound("order");
            var today = clock.Today();
            if ((OrderRules.Restricted(order) ?? QuoteRules.Closed(order) ?? Ruled(quote, today).Refusal) is { } refusal)
                return OrderAnswers.Of(refusal);

            // The reference first: a letter about what was not sent is dropped.
            var letter = Letter.Of(QuoteLetter.Name, known, order.LinkNumber);
            if (!await letters.AddAgain(letter, cancellation))
                await letters.Add(letter, cancellation);
            await foreach (var earlier in quotes.OfOrder(quote.Order, cancellation))
                await quotes.Change(earlier.Id, each => QuoteRules.Supersede(each, known, today), cancellation);
            return answers.Of(await quotes.Apply(known, each => Ruled(each, today), cancellation));
        });

    private static QuoteRuling Ruled(Quote quote, DateOnly today) =>
        QuoteRules.Restricted(quote) is { } restricted ? restricted : QuoteRules.Send(quote, today);
}
