namespace WelWee3D.Tests.Mail;

/// <summary>A letter in Dutch is in Dutch, whatever it has to tell.</summary>
public sealed partial class DutchLettersTests() : OwnWorld(EveryLetter.Options)
{
    [Fact]
    public async Task No_letter_holds_a_sentence_in_English()
    {
        foreach (var letter in (await new EveryLetter(world, "nl").Render()).Values)
            Assert.DoesNotMatch(English(), letter.Subject + "\n" + letter.Body.Text);
    }

    /// <summary>Who gets one is led to a page to read, and not to what programs read; to a file there is no page yet.</summary>
    [Fact]
    public async Task No_letter_to_the_practice_leads_to_what_programs_read()
    {
        var toStaff = (await new EveryLetter(world, "nl").Render()).Where(letter => letter.Value.To is Settings.Practice or "planning@voorbeeld.nl" && letter.Key != BlobUnclaimedLetter.Name).ToList();

        Assert.InRange(toStaff.Count, 8, int.MaxValue);
        Assert.All(toStaff, letter => Assert.DoesNotMatch(@"/api/|(GET|POST|PATCH) api", letter.Value.Body.Text));
        Assert.Contains(toStaff, letter => letter.Value.Body.Text.Contains("/staff/messages/", StringComparison.Ordinal));
    }

    // None of these is a Dutch word, or in the name of anything.
    [GeneratedRegex(@"\b(the|and|that|this|not|cannot|answered|more|which|file|knows|somebody|nobody|stopped|missing)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
