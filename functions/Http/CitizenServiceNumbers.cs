using System.Text.RegularExpressions;

namespace WelWee3D.Http;

/// <summary>
/// Finds what may be a citizen service number (BSN): eight or nine digits that pass the eleven-test. The practice has no
/// ground in law to keep one here. Dates, amounts and phone numbers are none, whatever they add up to.
/// </summary>
public static partial class CitizenServiceNumbers
{
    public const string Refused =
        "Must not hold a citizen service number (BSN): the law lets nobody keep one here. A number that only looks like one can be left out, or be written with letters between.";

    private const int Length = 9;

    public static bool AreIn(string text) =>
        Runs().Matches(NoNumber().Replace(text, ";")).Any(run => AreIn([.. Group().Matches(run.Value).Select(group => group.Value)]));

    // Some write it in groups, and something else in digits may stand beside it: from each group on, as far as nine digits go.
    private static bool AreIn(IReadOnlyList<string> groups)
    {
        for (var first = 0; first < groups.Count; first++)
        {
            var digits = "";
            foreach (var group in groups.Skip(first).TakeWhile(group => digits.Length + group.Length <= Length))
            {
                digits += group;
                if (digits.Length >= Length - 1 && Passes(digits))
                    return true;
            }
        }
        return false;
    }

    /// <summary>The digits, times nine down to two, and the last one times minus one, add up to a multiple of eleven.</summary>
    private static bool Passes(string digits)
    {
        var padded = digits.PadLeft(Length, '0');
        var sum = -(padded[^1] - '0');
        for (var at = 0; at < Length - 1; at++)
            sum += (Length - at) * (padded[at] - '0');
        return sum % 11 == 0 && padded.Any(digit => digit != '0');
    }

    [GeneratedRegex("""
        # a date, either way round
        (?<!\d) (?: (?:19|20)\d\d (?<one>[-.\ ]) (?:0?[1-9]|1[0-2]) \k<one> (?:0?[1-9]|[12]\d|3[01]) | (?:0?[1-9]|[12]\d|3[01]) (?<two>[-.\ ]) (?:0?[1-9]|1[0-2]) \k<two> (?:19|20)\d\d ) (?!\d)
        # an amount
        | (?: € | \bEUR | \beuro ) \s? \d[\d.]* (?: ,\d\d? )? | (?<!\d) \d[\d.]* ,\d\d (?!\d)
        # a phone number: ten digits from a zero on, or with the code of a country
        | (?<![\d]) \(? 0 (?: [-\ ()]{0,2} \d ){9} (?![-\ ]?\d) | (?<!\d) (?: \+ | 00 ) (?: [-\ ().]{0,2} \d ){10,13} (?!\d)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoNumber();

    // Digits in a word, such as an id, are part of that word.
    [GeneratedRegex(@"(?:(?<![\p{L}\p{N}_])|(?<=\bbsn))[0-9]+(?:[-–. \u00A0][0-9]+)*(?![\p{L}\p{N}_])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Runs();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Group();
}
