using WelWee3D.Contact;
using WelWee3D.Http;
using WelWee3D.Mail;
using WelWee3D.Quotes;
using WelWee3D.Retention;
using WelWee3D.Scans.Printing;
using WelWee3D.Staff;
using WelWee3D.Visits;

namespace WelWee3D.Pages;

/// <summary>What is configured, as who answers for privacy reads it. No key, no password, and no address of an account.</summary>
public sealed class ListSettings(
    FrontDoor door, RetentionRules rules, IOptions<MailOptions> mail, IOptions<StaffOptions> staff, IOptions<ContactOptions> contact,
    IOptions<VisitsOptions> visits, IOptions<PrinterOptions> printing, IOptions<QuotesOptions> quotes)
{
    private static readonly Words Yes = new("ja", "yes"), No = new("nee", "no"), None = new("geen", "none");

    [Function(nameof(ListSettings))]
    [Describes("Lists what is configured, in Dutch and in English, without secrets.", Answer = typeof(View))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/settings")] HttpRequest request) =>
        door.Only(Role.Privacy, request, _ => Task.FromResult(Answers.Ok(new View([.. General(), .. OfMail(), .. OfTheWebsite(), .. OfWork()]))));

    private IEnumerable<Configured> General() =>
    [
        new("Mail:AppAddress", new("Adres van de app", "Address of the app"), Text($"{mail.Value.AppAddress}")),
        new("Staff:Authority", new("Wie medewerkers inlogt", "Who signs staff in"), Text(new Uri(staff.Value.Authority).Host)),
        new("Retention:RecoveryDays", new("Hoe lang de opslag een vernietigde scan kan terugzetten", "For how long storage can bring a destroyed scan back"), Days(rules.RecoveryDays)),
    ];

    private IEnumerable<Configured> OfMail() =>
    [
        new("Mail:Practice", new("Waar de praktijk haar mail leest", "Where the practice reads its mail"), Text(mail.Value.Practice)),
        new("Mail:Mailboxes", new("Postvakken waarin kopieën van berichten liggen", "Mailboxes in which copies of messages lie"), List(mail.Value.Mailboxes)),
        new("Mail:IncludeContent", new("Staat een bericht ook in de mail erover", "Is a message also in the mail about it"), Either(mail.Value.IncludeContent)),
        new("Mail:Service", new("Wie de brieven bezorgt", "Who delivers the letters"), Service(mail.Value)),
    ];

    private IEnumerable<Configured> OfTheWebsite() =>
    [
        new("Contact:Origins", new("Websites die de formulieren mogen sturen", "Websites that may send the forms"), List(contact.Value.Origins)),
        new("Contact:RequireProof", new("Moet een formulier bewijzen dat het van geen robot is", "Must a form prove that it is no robot's"), Either(contact.Value.RequireProof)),
        new("Visits:Pages", new("Pagina's waarvan het bezoek wordt geteld", "Pages of which visits are counted"), List(visits.Value.Pages)),
    ];

    private IEnumerable<Configured> OfWork() =>
    [
        new("Contact:Colleagues", new("Aan hoeveel collega's een bericht kan worden gegeven", "To how many colleagues a message can be given"), Number(contact.Value.Colleagues.Count)),
        new("Printers", new("Printers voor beeldjes", "Printers of figurines"), List([.. printing.Value.Printers.Select(printer => printer.Name)])),
        new("Quotes:OneStopShop", new("Btw-aangifte via het éénloketsysteem", "VAT declared under the one-stop-shop scheme"), Either(quotes.Value.OneStopShop)),
    ];

    private static Words Service(MailOptions mail) => mail switch
    {
        { Service: MailService.Smtp } => Text(mail.SmtpHost),
        { SendGridHost: { } host } => Text(host.Host),
        { SendGridRegion: SendGridRegion.Eu } => new("SendGrid, in de Europese Unie", "SendGrid, in the European Union"),
        _ => new("SendGrid, ook buiten de Europese Unie", "SendGrid, also outside the European Union"),
    };

    private static Words Days(int days) => days == 1 ? new("1 dag", "1 day") : new($"{days} dagen", $"{days} days");

    private static Words Either(bool isSo) => isSo ? Yes : No;

    private static Words Number(int number) => Text(number.ToString(CultureInfo.InvariantCulture));

    private static Words List(IList<string> values) => values.Count == 0 ? None : Text(string.Join(", ", values));

    private static Words Text(string value) => value.Length == 0 ? None : new(value, value);

    private sealed record View(IReadOnlyList<Configured> Items);

    /// <param name="Name">As it stands in the settings of the platform.</param>
    private sealed record Configured(string Name, Words Words, Words Value);
}
