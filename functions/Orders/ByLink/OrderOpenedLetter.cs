using WelWee3D.Mail;
using WelWee3D.Storage;

namespace WelWee3D.Orders.ByLink;

/// <summary>Tells a client that her order was opened, and where she says what her scan may be used for.</summary>
public sealed class OrderOpenedLetter(OrderStore orders, ConsentLinks links) : ILetterRenderer
{
    public string Kind => OpenOrder.Letter;

    public LetterReason Reason => LetterReason.Order;

    public async Task<RenderedLetter?> Render(string reference, CancellationToken cancellation) =>
        await orders.Find(Id.Parse(reference), cancellation) is { RestrictedOn: null, ErasureRequestedOn: null } order
            ? order.Client.Language == "en" ? English(order) : Dutch(order)
            : null;

    private RenderedLetter Dutch(Order order) => new(
        order.Client.Email,
        "Je bestelling bij Wel & Wee – 3D",
        new LetterBody("nl", "Je bestelling staat klaar")
            .Say(Salutation.Dutch(order.Client.Name))
            .Say("We hebben je bestelling voor een beeldje genoteerd. Noem dit kenmerk als je ons belt of mailt:")
            .Facts(("Kenmerk", $"{Reference.Of(order.Id)}"))
            .Say("Van een scan van je lichaam bepaal jij wat ermee mag. Op deze pagina lees je wat we je vragen, zie je wat je hebt geantwoord, en verander je dat wanneer je wilt:")
            .Link(links.To(order.Id))
            .Say("De link is alleen voor jou. Stuur deze mail niet door.")
            .Say("Groet van Wel & Wee – 3D"));

    private RenderedLetter English(Order order) => new(
        order.Client.Email,
        "Your order at Wel & Wee – 3D",
        new LetterBody("en", "Your order is ready to begin")
            .Say(Salutation.English(order.Client.Name))
            .Say("We have noted your order for a figurine. Mention this reference when you call or write:")
            .Facts(("Reference", $"{Reference.Of(order.Id)}"))
            .Say("It is for you to say what may be done with a scan of your body. On this page you read what we ask, see what you answered, and change that whenever you like:")
            .Link(links.To(order.Id))
            .Say("The link is for you alone. Do not forward this mail.")
            .Say("Kind regards, Wel & Wee – 3D"));
}
