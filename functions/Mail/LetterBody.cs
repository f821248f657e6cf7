using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace WelWee3D.Mail;

/// <summary>
/// The text of a letter, written once and read twice: as plain text and as HTML. Every value is encoded here, whoever
/// wrote it.
/// </summary>
public sealed class LetterBody : Bilingual
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder text = new();
    private readonly StringBuilder html = new();

    /// <summary>In the language of whoever gets it.</summary>
    public LetterBody(string language, string nl, string en)
        : this(language, language == "en" ? en : nl)
    {
    }

    public LetterBody(string language, string title)
        : base(language)
    {
        Title = title;
        text.Append(title).Append("\n\n");
        html.Append("<h1 style=\"font-size:1.3em\">").Append(Encoded(title)).Append("</h1>\n");
    }

    public string Title { get; }

    public string Text => text.ToString().TrimEnd() + "\n";

    public string Html =>
        $"""
        <!DOCTYPE html>
        <html lang="{Language}">
        <head><meta charset="utf-8"></head>
        <body style="font-family:sans-serif;line-height:1.5">
        {html}</body>
        </html>
        """;

    public LetterBody Say(string paragraph)
    {
        text.Append(paragraph).Append("\n\n");
        html.Append("<p>").Append(Encoded(paragraph)).Append("</p>\n");
        return this;
    }

    public LetterBody Say(string nl, string en) => Say(Either(nl, en));

    /// <summary>How it begins.</summary>
    /// <param name="name">As somebody wrote it; null where nobody is called by it.</param>
    public LetterBody Greet(string? name = null) => Say(Salutation.Dutch(name ?? ""), Salutation.English(name ?? ""));

    public LetterBody Goodbye() => Say("Groet van Wel & Wee – 3D", "Kind regards, Wel & Wee – 3D");

    public LetterBody Facts(params IEnumerable<(string Nl, string En, string? Value)> facts) =>
        Facts(facts.Select(fact => (Either(fact.Nl, fact.En), fact.Value)));

    public LetterBody Facts(params IEnumerable<(string Name, string? Value)> facts)
    {
        html.Append("<p>");
        foreach (var (name, value) in facts.Where(fact => fact.Value is not null))
        {
            text.Append(name).Append(": ").Append(value).Append('\n');
            html.Append("<strong>").Append(Encoded(name)).Append(":</strong> ").Append(Encoded(value!)).Append("<br>\n");
        }
        text.Append('\n');
        html.Append("</p>\n");
        return this;
    }

    /// <summary>An address to go to, in full.</summary>
    public LetterBody Link(Uri address)
    {
        text.Append(address.AbsoluteUri).Append("\n\n");
        html.Append("<p><a href=\"").Append(Encoded(address.AbsoluteUri)).Append("\">").Append(Encoded(address.AbsoluteUri)).Append("</a></p>\n");
        return this;
    }

    /// <summary>What somebody else wrote, recognisable as theirs.</summary>
    public LetterBody Quote(string words)
    {
        text.Append("> ").Append(words.Replace("\n", "\n> ", StringComparison.Ordinal)).Append("\n\n");
        html.Append("<blockquote style=\"margin:0;padding-left:1em;border-left:3px solid #999\">")
            .Append(Encoded(words).Replace("\n", "<br>\n", StringComparison.Ordinal)).Append("</blockquote>\n");
        return this;
    }

    /// <summary>The footer, below everything else.</summary>
    public LetterBody Close(LetterReason reason)
    {
        var why = LetterFooter.Of(reason, Language);
        text.Append("-- \n").Append(why).Append('\n');
        html.Append("<hr>\n<p style=\"font-size:.85em\">").Append(Encoded(why)).Append("</p>\n");
        return this;
    }

    /// <summary>A date as people read it: 22 november 2031, 22 November 2031.</summary>
    public static string Day(DateOnly day, string language) =>
        day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(language == "nl" ? "nl-NL" : "en-GB"));

    // The encoder writes a line end as a character reference; here it stays one.
    private static string Encoded(string value) => Encoder.Encode(value).Replace("&#xA;", "\n", StringComparison.Ordinal);
}
