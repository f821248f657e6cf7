namespace WelWee3D.Tests.Mail;

/// <summary>Each letter says at its end why whoever gets it does.</summary>
public sealed class LetterFooterTests() : OwnWorld(EveryLetter.Options)
{
    [Theory]
    [InlineData("nl", "Je krijgt deze mail van Wel & Wee – 3D, omdat ")]
    [InlineData("en", "You get this mail from Wel & Wee – 3D because ")]
    public async Task In_its_language_and_as_what_they_are(string language, string begins)
    {
        var reasons = world.GetAll<ILetterRenderer>().ToDictionary(each => each.Kind, each => each.Reason);
        foreach (var (kind, letter) in await new EveryLetter(world, language).Render())
        {
            letter.Body.Close(reasons[kind]);

            var last = letter.Body.Text.TrimEnd().Split('\n')[^1];
            Assert.Equal(letter.To == Settings.Practice, reasons[kind] == LetterReason.Practice);
            Assert.StartsWith(letter.To is Settings.Practice or "planning@voorbeeld.nl" || reasons[kind] == LetterReason.Recipient ? "Je krijgt deze mail" : begins, last, StringComparison.Ordinal);
            Assert.EndsWith($"{last.Replace("&", "&amp;", StringComparison.Ordinal)}</p>\n</body>\n</html>", letter.Body.Html.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            Assert.DoesNotContain("<img", letter.Body.Html, StringComparison.Ordinal);
        }
    }
}
