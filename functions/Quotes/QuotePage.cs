using WelWee3D.Http;
using WelWee3D.Orders;
using static System.Net.WebUtility;

namespace WelWee3D.Quotes;

/// <summary>A client's page: her quote as it prints on A4, and one button to accept it. It needs no script.</summary>
internal sealed class QuotePage(OfferedQuote quote, QuoteWords words, string token)
{
    /// <summary>For a link that leads to nothing.</summary>
    public static string Gone(QuoteWords words) => VisitorPage.Saying(words.GoneTitle, words.Language, words.GoneText);

    /// <param name="isRefused">Whether her answer was not taken down: the page says so.</param>
    public string Of(bool isRefused) => VisitorPage.Of($"{words.Title} {quote.Number}", words.Language, $"""
        {VisitorPage.Top(words.Language)}
        <h1>{HtmlEncode(words.Title)} {HtmlEncode(quote.Number)}</h1>
        {(isRefused ? $"""<div class="note gone screen" role="alert"><p>{HtmlEncode(words.Refused)}</p></div>""" : "")}
        <p><span class="mark {(quote.State == QuoteState.Accepted ? "yes" : "no")}">{HtmlEncode(words.State(quote.State, quote.AcceptedOn, quote.ValidUntil))}</span></p>
        <div class="parties">
        {Party("Wel & Wee – 3D", quote.Sender)}
        {Party(words.For, [quote.Name, .. quote.Address?.OnLines() ?? []])}
        </div>
        <p>{Fact(words.MadeOn, words.Day(quote.MadeOn))}<br>{Fact(words.ValidUntil, words.Day(quote.ValidUntil))}</p>
        {Table()}
        <p class="soft">{HtmlEncode(words.Included)}</p>
        {Accepting()}
        <footer>
        <p class="screen"><a href="{HtmlEncode(ApiPaths.Of($"quote/{token}/pdf?language={words.Language}"))}">{HtmlEncode(words.AsPdf)}</a></p>
        <p class="soft">{HtmlEncode(words.Fingerprint)}: <span class="figures">{quote.Sha256}</span></p>
        <details class="screen"><summary>{HtmlEncode(words.WhatIsHashed)}</summary><pre>{HtmlEncode(quote.Text)}</pre></details>
        </footer>
        """);

    private string Table() => $"""
        <div class="scroll" tabindex="0" role="region" aria-label="{HtmlEncode(words.Title)}">
        <table class="figures">
        <thead><tr>{string.Concat(new[] { words.Description, words.Quantity, words.Each, words.Vat, words.Amount }.Select(name => $"<th scope=\"col\">{HtmlEncode(name)}</th>"))}</tr></thead>
        <tbody>
        {string.Join('\n', quote.Lines.Select(Row))}
        </tbody>
        <tfoot>
        <tr class="total"><th colspan="4" scope="row">{HtmlEncode(words.Total)}</th><td><strong>{HtmlEncode(words.Euros(quote.TotalInCents))}</strong></td></tr>
        {string.Join('\n', quote.Vat.Select(vat => $"<tr><td colspan=\"4\">{HtmlEncode(words.VatOf(vat))}</td><td>{HtmlEncode(words.Euros(vat.VatInCents))}</td></tr>"))}
        </tfoot>
        </table>
        </div>
        """;

    private string Row(QuoteLineView line) => "<tr>" + string.Concat(new[]
    {
        line.Description, words.Count(line.Quantity), words.Euros(line.AmountInCents), $"{line.VatRate}%", words.Euros(line.TotalInCents),
    }.Select(cell => $"<td>{HtmlEncode(cell)}</td>")) + "</tr>";

    /// <summary>What she had before her goes with the button, as its fingerprint: she accepts that, or nothing.</summary>
    private string Accepting() => quote switch
    {
        { CanBeAccepted: true } => $"""
            <section class="card screen">
            <p>{HtmlEncode(words.WhatAcceptingMeans)}</p>
            <form method="post">
            <input type="hidden" name="sha256" value="{quote.Sha256}">
            <button class="button">{HtmlEncode(words.Accept)}</button>
            </form>
            </section>
            """,
        { State: QuoteState.Sent } => VisitorPage.Paragraph(words.Closed),
        _ => "",
    };

    private static string Party(string title, IEnumerable<string> lines) =>
        $"<p><strong>{HtmlEncode(title)}</strong><br>{string.Join("<br>", lines.Select(line => HtmlEncode(line)))}</p>";

    private static string Fact(string name, string value) => $"<strong>{HtmlEncode(name)}:</strong> {HtmlEncode(value)}";
}
