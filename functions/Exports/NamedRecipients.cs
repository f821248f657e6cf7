using Microsoft.Extensions.Configuration;
using WelWee3D.Mail;
using WelWee3D.Retention;
using WelWee3D.Scans.Printing;

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
/// <param name="Region">Where it keeps what it gets; absent where only the practice knows.</param>
public sealed record NamedRecipient(string Name, string Purpose, [property: JsonIgnore] RecipientRole Role, string? Region = null);

/// <summary>Those that the practice has configured; of some it need not say the name.</summary>
public sealed class NamedRecipients(
    IOptions<RecipientOptions> recipients, IOptions<PrinterOptions> printing, IOptions<MailOptions> mail, IConfiguration configuration)
{
    /// <summary>Azure tells each app where it runs.</summary>
    private const string OwnRegion = "REGION_NAME";

    // Where there is none it is not told.
    private static readonly Words None = new("", "");

    public IReadOnlyList<NamedRecipient> In(string language)
    {
        var named = recipients.Value;
        (RecipientRole Role, string Name, Words Usual, Words Purpose)[] all =
        [
            (RecipientRole.MailHost, named.MailHost, new("De host van onze mail", "The host of our mail"), new(
                "bewaart de mail van de praktijk; ook wat je ons mailt, staat daar", "keeps the mail of the practice; what you mail us is there too")),
            (RecipientRole.Website, named.Website, None, new("heeft de website en de back-ups daarvan", "has the website and its back-ups")),
            (RecipientRole.Analytics, named.Analytics, None, new("telt de bezoeken aan de website", "counts the visits to the website")),
            (RecipientRole.Hosting, named.Hosting, None, new("heeft de computers waarop berichten, bestellingen en scans staan", "has the computers on which messages, orders and scans are")),
            (RecipientRole.Mail, named.Mail, None, new("bezorgt onze mail aan jou", "delivers our mail to you")),
            (RecipientRole.Printer, named.Printer, PrintsElsewhere ? new("Wie onze beeldjes print", "Who prints our figurines") : None, new(
                "print beeldjes van scans", "prints figurines from scans")),
            (RecipientRole.Carrier, named.Carrier, new("De bezorger", "The carrier"), new("brengt het beeldje naar je adres", "brings the figurine to your address")),
        ];
        return
        [
            .. from each in all
               let name = each.Name.Length > 0 ? each.Name : each.Usual.In(language)
               where name.Length > 0
               select new NamedRecipient(name, each.Purpose.In(language), each.Role, Region(each.Role)?.In(language)),
        ];
    }

    /// <summary>Who is registered as recipient has the files that are printed, also where its name is not told.</summary>
    private bool PrintsElsewhere => printing.Value.Printers.Any(printer => printer.Recipient.Length > 0);

    private Words? Region(RecipientRole role) => (role, mail.Value) switch
    {
        (RecipientRole.Hosting, _) => configuration[OwnRegion] is { } region ? new(region, region) : null,
        (RecipientRole.Mail, { Service: MailService.SendGrid, SendGridRegion: SendGridRegion.Eu }) => new("Europese Unie", "European Union"),
        (RecipientRole.Mail, { Service: MailService.SendGrid }) => new("Verenigde Staten", "United States"),
        _ => null,
    };
}
