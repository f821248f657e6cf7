using WelWee3D.Contact;
using WelWee3D.Http;
using WelWee3D.Mail;
using static System.Net.WebUtility;

namespace WelWee3D.PrivacyRequests;

/// <summary>A page of the register to print, in Dutch: what an inspector is shown, without a name.</summary>
internal static class RegisterPage
{
    public static string Of(Page<RequestLine> page, bool isClosed, DateOnly today)
    {
        var title = isClosed ? "Afgehandelde privacyverzoeken" : "Open privacyverzoeken";
        string[] columns = isClosed
            ? ["Kenmerk", "Verzoek", "Via", "Ontvangen", "Uiterlijk", "Afgehandeld", "Uitkomst", "Artikel"]
            : ["Kenmerk", "Verzoek", "Via", "Ontvangen", "Uiterlijk", "Stilgezet sinds"];
        return VisitorPage.Of(title, "nl", $"""
            <h1>{title}</h1>
            <p>Stand van {Day(today)}.{(page.Continuation is null ? "" : " Dit is een deel: de volgende bladzijde gaat verder.")}</p>
            <table>
            <thead><tr>{string.Concat(columns.Select(column => $"<th>{column}</th>"))}</tr></thead>
            <tbody>
            {string.Concat(page.Items.Select(line => $"<tr>{string.Concat(Cells(line, isClosed).Select(cell => $"<td>{HtmlEncode(cell)}</td>"))}</tr>\n"))}
            </tbody>
            </table>
            <p class="soft">Berekend met de feestdagen zoals nagekeken op {Day(Holidays.CheckedOn)}.</p>
            """);
    }

    private static IEnumerable<string> Cells(RequestLine line, bool isClosed) =>
    [
        $"{line.Reference}", line.Kind.Words().Dutch, Via(line.Channel), Day(line.ReceivedOn), Day(line.Deadline),
        .. isClosed ? new[] { Day(line.ClosedOn), In(line.Outcome), line.Ground ?? "" } : [Day(line.SuspendedSince)],
    ];

    private static string Via(RequestChannel channel) => channel switch
    {
        RequestChannel.Website => "website",
        RequestChannel.Phone => "telefoon",
        RequestChannel.Mail => "mail",
        _ => "papier",
    };

    private static string In(RequestOutcome? outcome) => outcome switch
    {
        RequestOutcome.Done => "gedaan",
        RequestOutcome.Partly => "deels gedaan",
        RequestOutcome.Refused => "geweigerd",
        RequestOutcome.Withdrawn => "ingetrokken",
        _ => "dubbel",
    };

    private static string Day(DateOnly? day) => day is { } date ? LetterBody.Day(date, "nl") : "";
}
