using WelWee3D.Http;

namespace WelWee3D.People;

/// <summary>
/// What fields of people and addresses must look like, whichever form they are in. Text comes trimmed; null is a field that
/// was left empty. Lengths count UTF-16 code units, as storage does.
/// </summary>
public static class FieldRules
{
    private const string Required = "Is required.";
    private const int LongestReason = 500;

    // Letters and a symbol by their category that are blank on paper: the fillers of Hangul, and the empty Braille pattern.
    private static readonly int[] Blanks = [0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0];

    /// <summary>Why somebody does something, in their own words.</summary>
    public static void CheckReason(this Problems problems, string? reason) => problems.CheckText("reason", reason?.Trim(), LongestReason);

    /// <summary>A day on which something can have happened.</summary>
    public static void CheckDay(this Problems problems, string field, DateOnly on, DateOnly earliest, DateOnly today)
    {
        if (on > today)
            problems.Add(field, "Must not be in the future.");
        else if (on < earliest)
            problems.Add(field, $"Must not be before {earliest.Iso()}.");
    }

    /// <summary>One line of text.</summary>
    public static void CheckText(this Problems problems, string field, string? text, int most)
    {
        if (text is null || !HasVisible(text))
            problems.Add(field, Required);
        else if (text.Length > most)
            problems.Add(field, $"Must have 1 to {most} characters.");
        else if (text.Any(sign => char.IsControl(sign) || sign is '\u2028' or '\u2029'))
            problems.Add(field, "Must be one line without control characters.");
        else if (Unseen(text, TurnsAround) is { } unseen)
            problems.Add(field, unseen);
        else
            problems.CheckNoCitizenServiceNumber(field, text);
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
        else
            problems.CheckNoCitizenServiceNumber(field, text);
    }

    /// <summary>For text of any form in which people may write what they like.</summary>
    public static void CheckNoCitizenServiceNumber(this Problems problems, string field, string text)
    {
        if (CitizenServiceNumbers.AreIn(text))
            problems.Add(field, CitizenServiceNumbers.Refused);
    }

    public static void CheckEmail(this Problems problems, string field, string? email)
    {
        if (email is null)
            problems.Add(field, Required);
        else if (MailAddresses.Canonical(email) is null)
            problems.Add(field, Unseen(email, IsUnseen) ?? $"Must be one mail address, such as naam@voorbeeld.nl, of at most {MailAddresses.MaxLength} characters.");
    }

    public static void CheckPhone(this Problems problems, string field, string phone)
    {
        if (Phones.Canonical(phone) is null)
            problems.Add(field, "Must be one phone number without extension, such as 06 12345678 or +31 6 12345678.");
    }

    public static void CheckLanguage(this Problems problems, string field, string? language)
    {
        if (language is null)
            problems.Add(field, Required);
        else if (Language(language) is not ("nl" or "en"))
            problems.Add(field, "Must be nl or en.");
    }

    /// <summary>A language as it is kept, in small letters.</summary>
    public static string Language(string written) => written.Trim().ToLowerInvariant();

    /// <summary>Whether there is anything to be seen: no name is made of spaces, joiners and soft hyphens alone.</summary>
    private static bool HasVisible(string text) =>
        text.EnumerateRunes().Any(rune => !IsUnseen(rune) && Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.SpaceSeparator or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark));

    /// <summary>Where the first character is that nobody can see and is not to be there; null when there is none.</summary>
    private static string? Unseen(string text, Func<Rune, bool> isRefused)
    {
        foreach (var (at, rune) in text.EnumerateRunes().Index())
            if (isRefused(rune))
                return string.Create(CultureInfo.InvariantCulture, $"Must not hold what cannot be seen: U+{rune.Value:X4}, character {at + 1} of it.");
        return null;
    }

    /// <summary>
    /// The embeddings, overrides and isolates: with one, a name seems to be another, and the rest of the line may read backwards. Letters
    /// that run from right to left need none, and what joins letters or parts them is theirs.
    /// </summary>
    private static bool TurnsAround(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static bool IsUnseen(Rune rune) => Blanks.Contains(rune.Value) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.OtherNotAssigned;
}
