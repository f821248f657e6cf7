using WelWee3D.Http;

namespace WelWee3D.People;

/// <summary>
/// What fields of people and addresses must look like, whichever form they are in. Text comes trimmed; null is a field that
/// was left empty. Lengths count UTF-16 code units, as storage does.
/// </summary>
public static class FieldRules
{
    private const string Required = "Is required.";

    /// <summary>One line of text.</summary>
    public static void CheckText(this Problems problems, string field, string? text, int most)
    {
        if (text is null)
            problems.Add(field, Required);
        else if (text.Length < 1 || text.Length > most)
            problems.Add(field, $"Must have 1 to {most} characters.");
        else if (text.Any(sign => char.IsControl(sign) || sign is '\u2028' or '\u2029'))
            problems.Add(field, "Must be one line without control characters.");
    }

    /// <summary>Text of many lines.</summary>
    public static void CheckLines(this Problems problems, string field, string? text, int most)
    {
        if (text is null)
            problems.Add(field, Required);
        else if (text.Length < 1 || text.Length > most)
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

    public static void CheckLanguage(this Problems problems, string field, string language)
    {
        if (language is not ("nl" or "en"))
            problems.Add(field, "Must be nl or en.");
    }
}
