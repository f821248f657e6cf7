using WelWee3D.Http;

namespace WelWee3D.People;

/// <summary>What fields of people and addresses must look like, whichever form they are in. Text comes trimmed.</summary>
public static class FieldRules
{
    public static void CheckText(this Problems problems, string field, string text, int most)
    {
        if (text.Length < 1 || text.Length > most)
            problems.Add(field, $"Must have 1 to {most} characters.");
        else if (text.Any(sign => char.IsControl(sign) || sign is '\u2028' or '\u2029'))
            problems.Add(field, "Must be one line of text.");
    }

    public static void CheckEmail(this Problems problems, string field, string email)
    {
        if (!MailAddresses.IsDeliverable(email))
            problems.Add(field, "Must be a mail address, such as name@example.nl.");
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
