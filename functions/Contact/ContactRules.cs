using WelWee3D.Http;
using WelWee3D.People;

namespace WelWee3D.Contact;

/// <summary>What a contact message may hold, however it came in. Lengths count UTF-16 code units, as storage does.</summary>
public static class ContactRules
{
    public const int MaxName = 200;
    public const int MaxMessage = 5000;

    public static Problems Problems(this ContactForm form, IList<string> thanksPages)
    {
        var problems = new Problems();
        problems.AddName(form.Name);
        problems.AddEmail(form.Email);
        if (form.Phone is { } phone && !PhoneNumbers.IsDialable(phone))
            problems.Add("phone", "Must be a phone number: 6 to 15 digits, with spaces, hyphens, dots, brackets or a leading + if need be.");
        problems.AddMessage(form.Message);
        if (form.Locale is not (null or "nl" or "en"))
            problems.Add("locale", "Must be one of: nl, en.");
        if (form.Next is { } next && !thanksPages.Contains(next, StringComparer.Ordinal))
            problems.Add("next", "Must be one of the pages that this form may lead to.");
        return problems;
    }

    private static void AddName(this Problems problems, string? name)
    {
        if (name is null)
            problems.Add("name", "Is required.");
        else if (name.Length > MaxName)
            problems.Add("name", $"May have at most {MaxName} characters.");
        else if (name.Any(sign => char.IsControl(sign) || sign is '\u2028' or '\u2029'))
            problems.Add("name", "Must be one line without control characters.");
    }

    private static void AddEmail(this Problems problems, string? email)
    {
        if (email is null)
            problems.Add("email", "Is required.");
        else if (!MailAddresses.IsDeliverable(email))
            problems.Add("email", $"Must be one mail address, such as naam@voorbeeld.nl, of at most {MailAddresses.MaxLength} characters.");
    }

    private static void AddMessage(this Problems problems, string? message)
    {
        if (message is null)
            problems.Add("message", "Is required.");
        else if (message.Length > MaxMessage)
            problems.Add("message", $"May have at most {MaxMessage} characters.");
        else if (message.Any(sign => char.IsControl(sign) && sign is not ('\n' or '\t')))
            problems.Add("message", "Must not hold control characters.");
    }
}
