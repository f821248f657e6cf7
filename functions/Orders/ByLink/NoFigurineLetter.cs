using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Orders.ByLink;

/// <summary>Tells the practice that a client wants no figurine made, or not any more: somebody may be at it.</summary>
public sealed class NoFigurineLetter(OrderStore orders, IOptions<MailOptions> mail) : ILetterRenderer
{
    public const string Name = "no-figurine";

    public string Kind => Name;

    public async Task<RenderedLetter?> Render(string reference, CancellationToken cancellation)
    {
        if (await orders.Find(Id.Parse(reference), cancellation) is not { RestrictedOn: null, ErasureRequestedOn: null } order
            || OrderRules.RefusedOn(order) is not { } refused)
            return null;
        var told = Reference.Of(order.Id);
        var body = new LetterBody("nl", "Maak geen beeldje van deze bestelling")
            .Say($"Een cliënt antwoordde op {LetterBody.Day(refused, "nl")} dat er van haar scan geen beeldje gemaakt mag worden. Stop met printen als het nog kan.")
            .Facts(("Kenmerk", $"{told}"))
            .Say("Uploaden en verzenden gaan niet meer, tenzij ze alsnog toestemming geeft. Annuleer de bestelling als dat zo met haar is afgesproken." + (order.ShippedOn is null
                ? $" Een scan die er al is, gaat hoogstens {PlainWords.Dutch.InWords(RetentionSchedule.ScanFigurineRefused.Term)} na haar antwoord weg, ook als je niet annuleert."
                : ""))
            .Link(mail.Value.Link(StaffPages.Of($"orders/{order.Id}")));
        return new(mail.Value.Practice, $"Geen beeldje maken, kenmerk {told}", body);
    }
}
