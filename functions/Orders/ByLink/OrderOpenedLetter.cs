using WelWee3D.Mail;

namespace WelWee3D.Orders.ByLink;

/// <summary>
/// Tells a client that her order was opened, and where she says what her scan may be used for; and once more when she has another
/// mail address, as long as there is something to answer.
/// </summary>
public sealed class OrderOpenedLetter(OrderStore orders, ConsentLinks links) : ILetterRenderer, ILinkLetter
{
    public string Kind => OpenOrder.Letter;

    public LetterReason Reason => LetterReason.Order;

    public IAsyncEnumerable<Id> Sent(Order order, CancellationToken cancellation) =>
        (ConsentLinks.HasSomethingToAnswer(order) ? [order.Id] : Array.Empty<Id>()).ToAsyncEnumerable();

    public async Task<RenderedLetter?> Render(string reference, CancellationToken cancellation)
    {
        var (id, number) = Letter.Parse(reference);
        if (await orders.Find(id, cancellation) is not { ErasureRequestedOn: null } order || order.LinkNumber != number)
            return null;
        if (order.RestrictedOn is { } restricted && !order.HasNewLinkSince(restricted))
            return null;
        var body = Body(order);
        return new(order.Client.Email, body.Either("Je bestelling bij Wel & Wee – 3D", "Your order at Wel & Wee – 3D"), body);
    }

    public async Task<bool> IsReplaced(string reference, CancellationToken cancellation)
    {
        var (id, number) = Letter.Parse(reference);
        return (await orders.Find(id, cancellation))?.LinkNumber > number;
    }

    private LetterBody Body(Order order) => (order.LinkNumber == 0
        ? new LetterBody(order.Client.Language, "Je bestelling staat klaar", "Your order is ready to begin")
            .Greet(order.Client.Name)
            .Say(
                "We hebben je bestelling voor een beeldje genoteerd. Noem dit kenmerk als je ons belt of mailt:",
                "We have noted your order for a figurine. Mention this reference when you call or write:")
        : new LetterBody(order.Client.Language, "Je nieuwe link", "Your new link")
            .Greet(order.Client.Name)
            .Say(
                "Bij je bestelling voor een beeldje staat nu dit mailadres. Je krijgt daarom een nieuwe link; een link die we naar een ander adres stuurden, werkt niet meer. Noem dit kenmerk als je ons belt of mailt:",
                "Your order for a figurine now has this mail address. That is why you get a new link; a link that we sent to another address does not work any more. Mention this reference when you call or write:"))
        .Facts(("Kenmerk", "Reference", $"{Reference.Of(order.Id)}"))
        .Say(
            "Van een scan van je lichaam bepaal jij wat ermee mag. Op deze pagina lees je wat we je vragen, zie je wat je hebt geantwoord, en verander je dat wanneer je wilt:",
            "It is for you to say what may be done with a scan of your body. On this page you read what we ask, see what you answered, and change that whenever you like:")
        .Link(links.To(order))
        .Say("De link is alleen voor jou. Stuur deze mail niet door.", "The link is for you alone. Do not forward this mail.")
        .Goodbye();
}
