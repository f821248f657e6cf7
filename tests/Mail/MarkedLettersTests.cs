namespace WelWee3D.Tests.Mail;

/// <summary>
/// What stands in a mailbox is a copy that no sweep reaches: letters to people greet them by their name and tell nothing else of
/// theirs; letters to the practice, to colleagues and to recipients tell nothing of anybody.
/// </summary>
public sealed class MarkedLettersTests() : OwnWorld(EveryLetter.Options)
{
    private const string HerAddress = "@example.nl";

    /// <summary>What <see cref="EveryLetter"/> is about, in a word each: who she is, what she wrote, and what is known of her scans.</summary>
    private static readonly string[] Hers =
    [
        "anna", "vries", HerAddress, "612345678", "612 345 678", "zittend", "wat weten", "buik", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Make.File)),
    ];

    private static readonly string[] Greetings = ["Dag Anna de Vries,", "Dag Anna,", "Dear Anna de Vries,", "Dear Anna,"];

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Letters_hold_nothing_of_a_person_but_her_name_in_the_greeting_of_her_own(string language)
    {
        var letters = await new EveryLetter(world, language).Render();

        var told = from letter in letters
                   from part in Parts(letter.Value)
                   from word in Hers
                   where part.Text.Contains(word, StringComparison.OrdinalIgnoreCase)
                   select $"{letter.Key} tells '{word}' in its {part.Name}";
        Assert.Empty(told);
        Assert.Contains(letters.Values, IsToHer);
        Assert.Contains(letters.Values, letter => letter.To == Settings.Practice);
    }

    private static IEnumerable<(string Name, string Text)> Parts(RenderedLetter letter)
    {
        yield return ("subject", letter.Subject);
        yield return ("text", Ungreeted(letter, letter.Body.Text));
        yield return ("HTML", Ungreeted(letter, letter.Body.Html));
        yield return ("address for answers", letter.ReplyTo ?? "");
    }

    private static string Ungreeted(RenderedLetter letter, string text) => IsToHer(letter)
        ? Greetings.Aggregate(text, (left, greeting) => left.Replace(greeting, "", StringComparison.Ordinal))
        : text;

    private static bool IsToHer(RenderedLetter letter) => letter.To.EndsWith(HerAddress, StringComparison.Ordinal);
}
