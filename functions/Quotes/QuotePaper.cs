using PdfSharp.Drawing;
using WelWee3D.Orders;

namespace WelWee3D.Quotes;

/// <summary>A quote as a PDF: what its page says, on A4.</summary>
internal sealed class QuotePaper : IDisposable
{
    private const double LineHeight = 14;
    private const double Middle = Paper.Left + 260;
    private const double DescriptionWidth = 200;

    // Where the columns of figures end.
    private const double QuantityTo = 310;
    private const double EachTo = 400;
    private const double VatTo = 445;

    private readonly Quote quote;
    private readonly QuoteWords words;
    private readonly Paper paper;
    private readonly XFont text = PaperFonts.Text(9.5);
    private readonly XFont bold = PaperFonts.Bold(9.5);

    private QuotePaper(Quote quote, QuoteWords words)
    {
        (this.quote, this.words) = (quote, words);
        paper = new($"{words.Title} {quote.NumberOfYear}", words.Language, quote.AcceptedOn ?? quote.MadeOn);
    }

    public static byte[] Of(Quote quote, QuoteWords words, DateOnly today)
    {
        using var made = new QuotePaper(quote, words);
        made.Head(today);
        made.Lines();
        made.Totals();
        made.Foot();
        return made.paper.ToPdf();
    }

    public void Dispose() => paper.Dispose();

    private void Head(DateOnly today)
    {
        paper.Down(20);
        paper.Write($"{words.Title} {quote.NumberOfYear}", PaperFonts.Bold(20), Paper.Left, paper.Y);
        paper.Down(22);
        paper.Write(words.State(quote.StateOn(today), quote.AcceptedOn, quote.ValidUntil), text, Paper.Left, paper.Y);
        paper.Down(28);
        var top = paper.Y;
        var (sender, client) = (
            Party(Paper.Left, top, "Wel & Wee – 3D", quote.Sender), Party(Middle, top, words.For, [quote.Name, .. quote.Address?.OnLines() ?? []]));
        paper.Down(Math.Max(sender, client) + 14);
        Fact(words.MadeOn, words.Day(quote.MadeOn));
        Fact(words.ValidUntil, words.Day(quote.ValidUntil));
        paper.Down(14);
    }

    private double Party(double x, double top, string title, IEnumerable<string> lines)
    {
        paper.Write(title, bold, x, top);
        var height = LineHeight;
        foreach (var line in lines.SelectMany(line => paper.Lines(line, text, 230)))
        {
            paper.Write(line, text, x, top + height);
            height += LineHeight;
        }
        return height;
    }

    private void Fact(string name, string value)
    {
        paper.Write($"{name}: {value}", text, Paper.Left, paper.Y);
        paper.Down(LineHeight);
    }

    private void Lines()
    {
        Row(words.Description, [words.Quantity, words.Each, words.Vat, words.Amount], bold);
        foreach (var line in quote.Lines)
            Row(line.Description, [words.Count(line.Quantity), words.Euros(line.AmountInCents), $"{line.VatRate}%", words.Euros(line.TotalInCents)], text);
    }

    private void Row(string description, string[] figures, XFont font)
    {
        var lines = paper.Lines(description, font, DescriptionWidth);
        paper.Need((lines.Count * LineHeight) + 8);
        paper.Down(LineHeight);
        foreach (var (figure, right) in figures.Zip([QuantityTo, EachTo, VatTo, Paper.Right]))
            paper.WriteTo(figure, font, right, paper.Y);
        foreach (var (at, line) in lines.Index())
        {
            if (at > 0)
                paper.Down(LineHeight);
            paper.Write(line, font, Paper.Left, paper.Y);
        }
        paper.Down(6);
        paper.Rule();
    }

    private void Totals()
    {
        paper.Need((quote.Totals.Vat.Count + 2) * LineHeight);
        Total(words.Total, words.Euros(quote.Totals.TotalInCents), bold);
        foreach (var vat in quote.Totals.Vat)
            Total(words.VatOf(vat), words.Euros(vat.VatInCents), text);
        paper.Down(LineHeight);
    }

    private void Total(string name, string amount, XFont font)
    {
        paper.Down(LineHeight + 2);
        paper.Write(name, font, Paper.Left, paper.Y);
        paper.WriteTo(amount, font, Paper.Right, paper.Y);
    }

    private void Foot()
    {
        var small = PaperFonts.Text(7);
        paper.Need(5 * LineHeight);
        paper.Down(LineHeight);
        paper.Write(words.Included, text, Paper.Left, paper.Y);
        paper.Down(2 * LineHeight);
        paper.Write($"{words.Fingerprint}: {quote.AcceptedSha256 ?? QuoteText.Sha256(quote)}", small, Paper.Left, paper.Y);
    }
}
