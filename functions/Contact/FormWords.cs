using WelWee3D.Mail;

namespace WelWee3D.Contact;

/// <summary>What the pages of forms for visitors say alike.</summary>
internal abstract class FormWords(string language) : Bilingual(language)
{
    public string Mistake => Either("Fout", "Error");

    public string Mistakes(int count) => count == 1
        ? Either("Eén ding klopt nog niet", "One thing is not right yet")
        : Either($"{count} dingen kloppen nog niet", $"{count} things are not right yet");

    public string Name => Either("Je naam", "Your name");

    public string Email => Either("Je e-mailadres", "Your email address");

    public string Phone => Either("Je telefoonnummer", "Your phone number");

    public string Optional => Either("(mag leeg blijven)", "(may be left empty)");

    public string LeaveEmpty => Either("Laat dit veld leeg", "Leave this field empty");

    public string Send => Either("Verstuur", "Send");

    public string Unavailable => Either("Versturen lukt nu even niet. Druk over een minuut nog eens op Verstuur.", "Sending does not work just now. Press Send again in a minute.");

    public string Unreadable => Either(
        "We konden het formulier niet goed lezen. Kijk het na en druk nog eens op Verstuur.", "We could not read the form well. Please check it, and press Send again.");

    public string Reference => Either("Kenmerk", "Reference");

    /// <summary>What to do about a field that will not do.</summary>
    public virtual string Wrong(string field) => field switch
    {
        "email" => Either("Vul een e-mailadres in zoals naam@voorbeeld.nl", "Enter an email address such as name@example.com"),
        "phone" => Either("Vul een telefoonnummer in zoals 06 12345678, of laat dit leeg", "Enter a phone number such as +31 6 12345678, or leave this empty"),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Nobody sees this field."),
    };
}
