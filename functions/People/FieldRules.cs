using System.Globalization;
using System.Text;
using WelWee3D.Http;

namespace WelWee3D.People;

/// <summary>
/// What fields of people and addresses must look like, whichever form they are in. Text comes trimmed; null is a field that
/// was left empty. Lengths count UTF-16 code units, as storage does.
/// </summary>
public static class FieldRules
{
    private const string Required = "Is required.";

    // Letters and a symbol by their category that are blank on paper: the fillers of Hangul, and the empty Braille pattern.
    private static readonly int[] Blanks = [0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0];

    /// <summary>One line of text.</summary>
    public static void CheckText(this Problems problems, string field, string? text, int most)
    {
        if (text is null || !HasVisible(text))
            problems.Add(field, Required);
        else if (text.Length > most)
            problems.Add(field, $"Must have 1 to {most} characters.");
        else if (text.Any(sign => char.IsControl(sign) || sign is '\u2028' or '\u2029'))
            problems.Add(field, "Must be one line without control characters.");
    }

    /// <summary>Text of many lines.</summary>
    public static void CheckLines(this Problems problems, string field, string? text, int most)
    {
        if (text is null || !HasVisible(text))
            problems.Add(field, Required);
        else if (text.Length > most)
            problems.Add(field, $"Must have 1 to {most} characters.");
        else if (text.Any(sign => char.IsControl(sign) && sign is not ('\n' or '\t')))
            problems.Add(field, "Must not hold control characters.");
    }

    public static void CheckEmail(this Problems problems, string field, string? email)
    {
        if (email is null)
            problems.Add(field, Required);
        else if (!MailAddresses.IsDeliverable(email))
            problems.Add(field, $"Must be one mail address, such as naam@voorbeeld.nl, of at most {MailAddresses.MaxLength} characters.");
    }

    public static void CheckPhone(this Problems problems, string field, string phone)
    {
        if (!PhoneNumbers.IsDialable(phone))
            problems.Add(field, "Must be a phone number of 6 to 15 digits, such as 06 12345678 or +31 6 12345678.");
    }

    public static void CheckLanguage(this Problems problems, string field, string? language)
    {
        if (language is null)
            problems.Add(field, Required);
        else if (language is not ("nl" or "en"))
            problems.Add(field, "Must be nl or en.");
    }

    /// <summary>Whether there is anything to be seen: no name is made of spaces, joiners and soft hyphens alone.</summary>
    private static bool HasVisible(string text) =>
        text.EnumerateRunes().Any(rune => !Blanks.Contains(rune.Value) && Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.OtherNotAssigned));
}
