using System.Text.RegularExpressions;

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

    // None of these is a Dutch word, or in the name of anything.
    [GeneratedRegex(@"\b(the|and|that|this|not|cannot|answered|more|which|file|knows|somebody|nobody|stopped|missing)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
