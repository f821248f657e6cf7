using System.Xml.Linq;

namespace WelWee3D.Tests.Retention.Shown;

public sealed partial class CertificatePageTests
{
    private static readonly SealedCertificate Second = Chain.Of(2)[1];

    [Theory]
    [InlineData("nl", "Vernietigingsverklaring 2")]
    [InlineData("en", "Certificate of destruction 2")]
    public void The_page_is_in_the_language_asked_for(string language, string title)
    {
        var page = Parsed(CertificatePage.Render(Second, Kinds.All, language));

        Assert.Equal(language, page.Attribute("lang")?.Value);
        Assert.Equal(title, Assert.Single(page.Descendants("h1")).Value);
    }

    [Theory]
    [InlineData("nl", "Slotverklaring 2", "nog te herstellen", "Opnieuw opgezocht")]
    [InlineData("en", "Closing certificate 2", "can be recovered any more", "Looked for again")]
    public void That_a_recovery_window_has_closed_is_told_in_words(string language, string title, string declared, string method)
    {
        var closing = SealedCertificate.Seal(Second.Read() with { Closes = 1, Items = [], Method = Certificates.MethodOfClosing });
        var page = Parsed(CertificatePage.Render(closing, Kinds.All, language));

        Assert.Equal(title, Assert.Single(page.Descendants("h1")).Value);
        Assert.Contains(declared, page.Descendants("p").Single(p => p.Attribute("class")?.Value == "declared").Value, StringComparison.Ordinal);
        Assert.Contains(page.Descendants("td"), cell => cell.Value.StartsWith(method, StringComparison.Ordinal));
    }

    /// <summary>Every sentence of it that there is.</summary>
    [Fact]
    public void What_it_covers_and_what_not_is_told_in_both_languages()
    {
        var boundary = Boundary.Of(hasFiles: true, closes: true, isRecoverable: true, hasOpenMail: true);
        var certificate = SealedCertificate.Seal(Second.Read() with { Boundary = boundary });
        var (dutch, english) = (Parsed(CertificatePage.Render(certificate, Kinds.All, "nl")), Parsed(CertificatePage.Render(certificate, Kinds.All, "en")));
        string[] sentences = [.. boundary.LookedAt, .. boundary.NotCovered];

        Assert.Equal(typeof(Boundary).GetFields().Count(field => field.IsLiteral), sentences.Length);
        Assert.All(sentences, sentence => Assert.Contains(english.Descendants("li"), item => item.Value == sentence));
        Assert.All(sentences, sentence => Assert.DoesNotContain(dutch.Descendants("li"), item => item.Value == sentence));
        Assert.Equal(sentences.Length + 1, dutch.Descendants("li").Count());
    }

    [Fact]
    public void The_page_holds_the_exact_text_that_was_sealed()
    {
        var page = Parsed(CertificatePage.Render(Second, Kinds.All, "nl"));

        Assert.Equal(Second.Text, Assert.Single(page.Descendants("pre")).Value);
    }

    [Fact]
    public void The_page_tells_hashes_files_disks_and_the_day_beyond_recovery()
    {
        var page = Parsed(CertificatePage.Render(Second, Kinds.All, "en"));
        var told = page.Descendants("section").Where(section => !section.Descendants("pre").Any()).Aggregate("", (text, section) => text + section.Value);

        Assert.Contains(Second.Hash, told, StringComparison.Ordinal);
        Assert.Contains(Second.Read().Previous, told, StringComparison.Ordinal);
        Assert.Contains(new string('a', 64), told, StringComparison.Ordinal);
        Assert.Contains("7,340,032", told, StringComparison.Ordinal);
        Assert.Contains("30 November 2026", told, StringComparison.Ordinal);
        Assert.Contains("22 November 2026, 02:00:02 (Amsterdam time, UTC+1)", told, StringComparison.Ordinal);
        Assert.Contains("Schijf <2>", told, StringComparison.Ordinal);
        Assert.Contains("Rule: scan without consent to keep it.", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void Tables_name_their_rows_and_columns_and_nothing_but_the_look_is_loaded_or_run(string language)
    {
        var rendered = CertificatePage.Render(Second, Kinds.All, language);
        var page = Parsed(rendered);

        Assert.All(Loaded().Matches(rendered), link => Assert.StartsWith("/web/", link.Groups[1].Value, StringComparison.Ordinal));

        Assert.All(page.Descendants("th"), header => Assert.Contains(header.Attribute("scope")?.Value, (string[])["row", "col"]));
        Assert.DoesNotContain(page.Descendants(), each => each.Name.LocalName is "script" or "link" or "img" or "iframe");
        Assert.DoesNotContain(page.Descendants().Attributes(), each => each.Name.LocalName is "src" or "href" or "style");
    }

    [Fact]
    public void A_certificate_whose_text_was_altered_says_that_it_proves_nothing()
    {
        var altered = Second with { Text = Second.Text.Replace("7340032", "1", StringComparison.Ordinal) };

        Assert.Contains("It proves nothing.", CertificatePage.Render(altered, Kinds.All, "en"), StringComparison.Ordinal);
        Assert.DoesNotContain("It proves nothing.", CertificatePage.Render(Second, Kinds.All, "en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<b>no certificate</b>")]
    [InlineData("{\"number\":2}")]
    public void A_text_that_cannot_be_read_is_shown_as_it_is(string text)
    {
        var page = Parsed(CertificatePage.Render(Second with { Text = text }, Kinds.All, "nl"));

        Assert.Equal(text, Assert.Single(page.Descendants("pre")).Value);
    }

    // The page happens to be well-formed XML too, but for the unclosed elements of its head.
    private static XElement Parsed(string page) => XElement.Parse(Unclosed().Replace(page, ""));

    [GeneratedRegex("<(?:!doctype|meta|link)[^>]*>")]
    private static partial Regex Unclosed();

    [GeneratedRegex("<link [^>]*href=\"([^\"]*)\"")]
    private static partial Regex Loaded();
}
