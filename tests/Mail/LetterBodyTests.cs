namespace WelWee3D.Tests.Mail;

public sealed class LetterBodyTests
{
    [Fact]
    public void Whatever_somebody_wrote_cannot_become_markup()
    {
        const string attack = "<script>alert(\"x\")</script>&'";

        var html = new LetterBody("nl", attack).Say(attack).Facts((attack, attack)).Quote(attack).Html;

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Equal(5, html.Split("&lt;script&gt;").Length - 1);
    }

    [Fact]
    public void Lines_stay_lines_in_both_forms()
    {
        var body = new LetterBody("nl", "Titel").Quote("één\ntwee");

        Assert.Contains("> één\n> twee\n", body.Text, StringComparison.Ordinal);
        Assert.Contains("één<br>\ntwee", body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fact_that_is_not_known_is_left_out()
    {
        var body = new LetterBody("nl", "Titel").Facts(("Naam", "Jet"), ("Telefoon", null));

        Assert.Contains("Naam: Jet", body.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Telefoon", body.Text + body.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl", "22 november 2031")]
    [InlineData("en", "22 November 2031")]
    public void A_date_is_written_as_people_read_it(string language, string text) =>
        Assert.Equal(text, LetterBody.Day(new(2031, 11, 22), language));

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void The_page_says_its_language(string language) =>
        Assert.Contains($"<html lang=\"{language}\">", new LetterBody(language, "").Html, StringComparison.Ordinal);
}
