using WelWee3D.Contact;
using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Retention;
using static System.Net.WebUtility;

namespace WelWee3D.PrivacyRequests;

/// <summary>A page of the register to print: what an inspector is shown, without a name.</summary>
internal sealed class RegisterPage(string language) : Bilingual(language)
{
    public string Of(Page<RequestLine> page, bool isClosed, DateOnly today)
    {
        var title = isClosed
            ? Either("Afgehandelde privacyverzoeken", "Closed privacy requests")
            : Either("Open privacyverzoeken", "Open privacy requests");
        string[] columns = isClosed
            ? [.. Columns, Either("Afgehandeld", "Closed"), Either("Uitkomst", "Outcome"), Either("Artikel", "Article")]
            : [.. Columns, Either("Stilgezet sinds", "Suspended since")];
        var part = page.Continuation is null ? "" : Either(" Dit is een deel: de volgende bladzijde gaat verder.", " This is a part: the next page goes on.");
        return VisitorPage.Of(title, Language, $"""
            <h1>{title}</h1>
            <p>{Either("Stand van", "As it stood on")} {Day(today)}.{part}</p>
            <table>
            <thead><tr>{string.Concat(columns.Select(column => $"<th>{column}</th>"))}</tr></thead>
            <tbody>
            {string.Concat(page.Items.Select(line => $"<tr>{string.Concat(Cells(line, isClosed).Select(cell => $"<td>{HtmlEncode(cell)}</td>"))}</tr>\n"))}
            </tbody>
            </table>
            <p class="soft">{Either("Berekend met de feestdagen zoals nagekeken op", "Reckoned with the holidays as checked on")} {Day(Holidays.CheckedOn)}.</p>
            """);
    }

    private string[] Columns =>
    [
        Either("Kenmerk", "Reference"), Either("Verzoek", "Request"), Either("Via", "By"), Either("Ontvangen", "Received"),
        Either("Uiterlijk", "Answer by"),
    ];

    private IEnumerable<string> Cells(RequestLine line, bool isClosed) =>
    [
        $"{line.Reference}", In(line.Kind.Words()), Via(line.Channel), Day(line.ReceivedOn), Day(line.Deadline),
        .. isClosed ? new[] { Day(line.ClosedOn), In(line.Outcome), ByArticle(line.Ground) } : [Day(line.SuspendedSince)],
    ];

    private string ByArticle(string? ground) => ground is { } article && Ground.Find(article) is not { IsCited: false } ? In(Article.Of(article)) : "";

    private string Via(RequestChannel channel) => channel switch
    {
        RequestChannel.Website => "website",
        RequestChannel.Phone => Either("telefoon", "phone"),
        RequestChannel.Mail => "mail",
        _ => Either("papier", "paper"),
    };

    private string In(RequestOutcome? outcome) => outcome switch
    {
        RequestOutcome.Done => Either("gedaan", "done"),
        RequestOutcome.Partly => Either("deels gedaan", "partly done"),
        RequestOutcome.Refused => Either("geweigerd", "refused"),
        RequestOutcome.Withdrawn => Either("ingetrokken", "withdrawn"),
        _ => Either("dubbel", "duplicate"),
    };

    private string Day(DateOnly? day) => day is { } date ? base.Day(date) : "";

    private string In(Words words) => Either(words.Dutch, words.English);
}
