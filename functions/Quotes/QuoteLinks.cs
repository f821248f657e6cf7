using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.People;

namespace WelWee3D.Quotes;

/// <summary>The link by which a client reads one quote and accepts it: good for that alone, and until three months after that is over.</summary>
public sealed class QuoteLinks(PersonalLinks links, QuoteRegister quotes, IOptions<MailOptions> mail, TimeProvider clock)
{
    private const string Purpose = "quote-link";

    public Uri To(Quote quote) => mail.Value.Link(ApiPaths.Of($"quote/{links.To(Purpose, quote.Id, quote.LinkNumber)}"));

    /// <returns>The quote as it stands; null for a link that leads to none, or no longer.</returns>
    public async Task<Quote?> Find(string token, CancellationToken cancellation) =>
        links.Opens(Purpose, token) is { } link && await quotes.Find(link.Record, cancellation) is { ErasureRequestedOn: null, SentOn: not null } quote
            && quote.LinkNumber == link.Number && clock.Today() <= quote.ReadableUntil ? quote : null;
}
