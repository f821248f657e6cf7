using WelWee3D.Mail;
using WelWee3D.Orders;

namespace WelWee3D.Quotes;

/// <summary>Tells a client that there is a quote, and where she reads and accepts it. What is in it stands on that page alone.</summary>
public sealed class QuoteLetter(QuoteRegister quotes, OrderStore orders, QuoteLinks links, TimeProvider clock) : ILetterRenderer, ILinkLetter
{
    public const string Name = "quote";

    public string Kind => Name;

    public LetterReason Reason => LetterReason.Order;

    public IAsyncEnumerable<Id> Sent(Order order, CancellationToken cancellation) => quotes.OfOrder(order.Id, cancellation)
        .Where(quote => quote.StateOn(clock.Today()) == QuoteState.Sent).Select(quote => quote.Id);

    public async Task<RenderedLetter?> Render(string reference, CancellationToken cancellation)
    {
        var (id, number) = Letter.Parse(reference);
        if (await quotes.Find(id, cancellation) is not { ErasureRequestedOn: null } quote
            || quote.StateOn(clock.Today()) != QuoteState.Sent
            || await orders.Find(quote.Order, cancellation) is not { ErasureRequestedOn: null, CancelledOn: null } order
            || order.LinkNumber != number)
            return null;
        if ((quote.RestrictedOn ?? order.RestrictedOn) is { } restricted && !order.HasNewLinkSince(restricted))
            return null;
        var body = Body(quote, order.Client);
        return new(
            order.Client.Email, body.Either($"Je offerte {quote.NumberOfYear} van Wel & Wee – 3D", $"Your quote {quote.NumberOfYear} from Wel & Wee – 3D"), body);
    }

    public async Task<Id?> OrderOf(string reference, CancellationToken cancellation) =>
        await quotes.Find(Letter.Parse(reference).Record, cancellation) is { } quote ? (await orders.Find(quote.Order, cancellation))?.Id : null;

    public async Task<bool> IsReplaced(string reference, CancellationToken cancellation)
    {
        var (id, number) = Letter.Parse(reference);
        return await quotes.Find(id, cancellation) is { } quote && (await orders.Find(quote.Order, cancellation))?.LinkNumber > number;
    }

    private LetterBody Body(Quote quote, Client client) => new LetterBody(quote.Language, "Je offerte staat klaar", "Your quote is ready")
        .Greet(client.Name)
        .Say(
            "We hebben een offerte voor je gemaakt. Je leest hem op deze pagina, waar je hem ook kunt afdrukken, als PDF kunt ophalen en met één knop kunt aanvaarden:",
            "We have made you a quote. You read it on this page, where you can also print it, fetch it as a PDF, and accept it with one button:")
        .Link(links.To(quote))
        .Facts(
            ("Offerte", "Quote", quote.NumberOfYear),
            ("Te aanvaarden tot en met", "To be accepted up to and including", LetterBody.Day(quote.ValidUntil, quote.Language)))
        .Say("De link is alleen voor jou. Stuur deze mail niet door.", "The link is for you alone. Do not forward this mail.")
        .Goodbye();
}
