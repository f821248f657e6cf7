using System.Text.Json.Serialization;
using WelWee3D.Retention;

namespace WelWee3D.Exports;

/// <summary>What somebody outside the practice does for it.</summary>
public enum RecipientRole
{
    MailHost,
    Website,
    Analytics,
    Hosting,
    Mail,
    Printer,
    Carrier,
}

/// <summary>Somebody outside the practice who gets personal data, and what for, as statement, packages and register name them.</summary>
public sealed record NamedRecipient(string Name, string Purpose, [property: JsonIgnore] RecipientRole Role);

internal static class NamedRecipients
{
    /// <summary>Those that the practice has configured; of some it need not say the name.</summary>
    public static IReadOnlyList<NamedRecipient> Of(RecipientOptions recipients, string language)
    {
        (RecipientRole Role, string Name, Words Usual, Words Purpose)[] all =
        [
            (RecipientRole.MailHost, recipients.MailHost, new("De host van onze mail", "The host of our mail"), new(
                "bewaart de mail van de praktijk; ook wat je ons mailt, staat daar", "keeps the mail of the practice; what you mail us is there too")),
            (RecipientRole.Website, recipients.Website, None, new("heeft de website en de back-ups daarvan", "has the website and its back-ups")),
            (RecipientRole.Analytics, recipients.Analytics, None, new("telt de bezoeken aan de website", "counts the visits to the website")),
            (RecipientRole.Hosting, recipients.Hosting, None, new("heeft de computers waarop berichten, bestellingen en scans staan", "has the computers on which messages, orders and scans are")),
            (RecipientRole.Mail, recipients.Mail, None, new("bezorgt onze mail aan jou", "delivers our mail to you")),
            (RecipientRole.Printer, recipients.Printer, None, new("print beeldjes van scans", "prints figurines from scans")),
            (RecipientRole.Carrier, recipients.Carrier, new("De bezorger", "The carrier"), new("brengt het beeldje naar je adres", "brings the figurine to your address")),
        ];
        string In(Words words) => language == "en" ? words.English : words.Dutch;
        return
        [
            .. from each in all
               let name = each.Name.Length > 0 ? each.Name : In(each.Usual)
               where name.Length > 0
               select new NamedRecipient(name, In(each.Purpose), each.Role),
        ];
    }

    // Where there is none it is not told.
    private static readonly Words None = new("", "");
}
