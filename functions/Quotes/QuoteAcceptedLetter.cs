using WelWee3D.Http;
using WelWee3D.Mail;

namespace WelWee3D.Quotes;

/// <summary>Tells the practice that a client accepted a quote.</summary>
public sealed class QuoteAcceptedLetter(QuoteRegister quotes, IOptions<MailOptions> mail) : ILetterRenderer
{
    public const string Name = "quote-accepted";

    public string Kind => Name;

    public async Task<RenderedLetter?> Render(string reference, CancellationToken cancellation)
    {
        if (await quotes.Find(Id.Parse(reference), cancellation) is not { RestrictedOn: null, ErasureRequestedOn: null, AcceptedOn: { } on } quote)
            return null;
        var body = new LetterBody("nl", "Een offerte is aanvaard")
            .Say($"Een cliënt aanvaardde op {LetterBody.Day(on, "nl")} haar offerte. Wat zij aanvaardde, ligt vast en verandert niet meer.")
            .Facts(("Offerte", quote.NumberOfYear), ("Bestelling", $"{Reference.Of(quote.Order)}"), ("SHA-256 van wat is aanvaard", quote.AcceptedSha256))
            .Link(mail.Value.Link(StaffPages.Of($"orders/{quote.Order}")));
        return new(mail.Value.Practice, $"Offerte {quote.NumberOfYear} is aanvaard", body);
    }
}
