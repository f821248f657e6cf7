using System.Collections.Frozen;

namespace WelWee3D.Retention;

/// <summary>
/// The retention schedule: a row for each rule, and the one place where the practice's promises have their figures. The
/// kinds of record apply its rows, statement and register tell them.
/// </summary>
public static class RetentionSchedule
{
    public static readonly RetentionRule ContactMessage = new(
        "contact-message", Term.OfYears(5), IsRecoverable: false,
        new("contactbericht", "contact message"),
        new("de dag waarop het is ontvangen", "the day it was received"),
        new("Zo lang kan iemand terugkomen op wat is gevraagd en toegezegd.", "For so long somebody may come back to what was asked and promised."));

    public static readonly RetentionRule ContactSuspect = new(
        "contact-suspect", Term.OfDays(1), IsRecoverable: false,
        new("bericht dat van een robot leek", "message that looked like a robot's"),
        new("de dag waarop het is ontvangen", "the day it was received"),
        new(
            "Een etmaal lang kunnen medewerkers zien of er toch een mens achter zit. Dan gaat het: op de dag na ontvangst.",
            "For 24 hours staff can see whether there is a person behind it. Then it goes: on the day after it was received."));

    public static readonly RetentionRule ScanWithoutConsent = new(
        "scan-without-consent", Term.OfMonths(2), IsRecoverable: true,
        new("scan zonder toestemming om die te bewaren", "scan without consent to keep it"),
        new("de dag waarop het beeldje is verzonden", "the day the figurine was shipped"),
        new("De scan is er om het beeldje te maken; in twee maanden blijkt of het heel is aangekomen.", "The scan is there to make the figurine; two months show whether it arrived whole."));

    public static readonly RetentionRule ScanWithConsent = new(
        "scan-with-consent", Term.OfYears(5), IsRecoverable: true,
        new("scan met toestemming om die te bewaren", "scan with consent to keep it"),
        new("de dag waarop de scan is gemaakt", "the day of the scan"),
        new("De cliënt wil na verlies of schade een nieuw beeldje kunnen laten maken.", "The client wants to be able to have the figurine made again after loss or damage."));

    public static readonly RetentionRule ScanConsentWithdrawn = ScanWithoutConsent with
    {
        Name = "scan-consent-withdrawn",
        Words = new("scan waarvoor de toestemming is ingetrokken", "scan for which consent was withdrawn"),
        Reason = new("Zonder toestemming blijft alleen het maken van het beeldje als reden over.", "Without consent, making the figurine is the only reason left."),
    };

    public static readonly RetentionRule ScanOfCancelledOrder = new(
        "scan-of-cancelled-order", Term.OfMonths(2), IsRecoverable: true,
        new("scan bij een geannuleerde bestelling", "scan of a cancelled order"),
        new("de dag van annuleren", "the day of cancelling"),
        new("Er komt geen beeldje meer; twee maanden laten ruimte om op het annuleren terug te komen.", "There will be no figurine; two months leave room to think better of cancelling."));

    public static readonly RetentionRule ScanFigurineRefused = new(
        "scan-figurine-refused", Term.OfMonths(2), IsRecoverable: true,
        new("scan van een cliënt die geen beeldje meer wil", "scan of a client who wants no figurine any more"),
        new("de dag waarop de cliënt dat liet weten", "the day the client said so"),
        new("Er komt geen beeldje; twee maanden laten ruimte om op dat antwoord terug te komen.", "There will be no figurine; two months leave room to think better of that answer."));

    public static readonly RetentionRule ScanNeverShipped = new(
        "scan-never-shipped", Term.OfYears(5), IsRecoverable: true,
        new("scan waarvan het beeldje niet is verzonden", "scan whose figurine was not shipped"),
        new("de dag waarop de scan is gemaakt", "the day of the scan"),
        new("De cliënt wacht op een beeldje; langer dan met toestemming blijft geen scan.", "The client waits for a figurine; no scan stays longer than one kept by consent."));

    public static readonly RetentionRule RejectedFile = new(
        "rejected-file", Term.OfMonths(2), IsRecoverable: true,
        new("bestand dat geen scan is", "file that is no scan"),
        new("de dag waarop het binnenkwam", "the day it arrived"),
        new("De praktijk moet kunnen nagaan wat er misging en een nieuw bestand kunnen sturen.", "The practice must be able to see what went wrong, and to send another file."));

    public static readonly RetentionRule ScanDestroyedByStaff = new(
        "scan-destroyed-by-staff", Term.None, IsRecoverable: false,
        new("scan die de praktijk heeft laten vernietigen", "scan that the practice had destroyed"),
        new("de dag waarop dat is besloten", "the day that was decided"),
        new("De scan hoort hier niet, of is nergens meer voor nodig.", "The scan does not belong here, or is of no more use."));

    public static readonly RetentionRule ScanMoved = new(
        "scan-moved", Term.None, IsRecoverable: false,
        new("wat van een scan achterbleef bij een verkeerde bestelling", "what was left of a scan at an order it did not belong to"),
        new("de dag waarop de scan naar de goede bestelling ging", "the day the scan went to the right order"),
        new("De scan is bij de bestelling waar die hoort; hier is niets meer nodig.", "The scan is with the order it belongs to; nothing is needed here any more."));

    public static readonly RetentionRule UnclaimedBlob = new(
        "unclaimed-blob", Term.OfMonths(2), IsRecoverable: true,
        new("bestand dat bij geen bestelling hoort", "file that belongs to no order"),
        new("de dag waarop het binnenkwam", "the day it arrived"),
        new("De praktijk moet kunnen uitzoeken van wie het is.", "The practice must be able to find out whose it is."));

    public static readonly RetentionRule Order = new(
        "order", Term.OfYears(5), IsRecoverable: false,
        new("bestelling met de gegevens van de cliënt", "order with the client's details"),
        new("de dag waarop de bestelling is geopend", "the day it was opened"),
        new("Zo lang kan over de bestelling iets te vorderen zijn.", "For so long there may be claims about the order."));

    public static readonly RetentionRule OrderWithLongerKeptScan = Order with
    {
        Name = "order-with-longer-kept-scan",
        Words = new("bestelling waarvan een scan langer wordt bewaard", "order with a scan that is kept longer"),
        Starts = new("het begin van de termijn van die scan", "the start of that scan's term"),
        Reason = new("Van elke scan moet bekend blijven van wie die is.", "Whose scan it is must be known for as long as there is one."),
    };

    public static readonly RetentionRule Quote = new(
        "quote", Term.OfMonths(2), IsRecoverable: false,
        new("offerte die niet is aanvaard", "quote that was not accepted"),
        new("de laatste dag waarop die aanvaard kon worden", "the last day on which it could be accepted"),
        new("Twee maanden laten ruimte om erop terug te komen.", "Two months leave room to come back to it."));

    public static readonly RetentionRule AcceptedQuote = new(
        "accepted-quote", Term.OfYears(7), IsRecoverable: false,
        new("offerte die is aanvaard", "quote that was accepted"),
        new("het einde van het boekjaar waarin die is aanvaard", "the end of the financial year in which it was accepted"),
        new(
            "De wet verplicht de praktijk haar administratie zeven jaar te bewaren (artikel 52 van de Algemene wet inzake rijksbelastingen).",
            "The law has the practice keep its business records for seven years (article 52 of the Dutch General State Taxes Act)."));

    public static readonly RetentionRule AcceptedQuoteOneStopShop = AcceptedQuote with
    {
        Name = "accepted-quote-one-stop-shop",
        Term = Term.OfYears(10),
        Words = new("offerte die is aanvaard, met btw volgens het éénloketsysteem", "quote that was accepted, with VAT under the one-stop-shop scheme"),
        Reason = new(
            "Wie btw via het éénloketsysteem aangeeft, moet de gegevens tien jaar bewaren (artikel 369 duodecies, lid 2, van Richtlijn 2006/112/EG).",
            "Whoever declares VAT under the one-stop-shop scheme has to keep the records for ten years (article 369k(2) of Directive 2006/112/EC)."),
    };

    public static readonly RetentionRule Visits = new(
        "visits", Term.OfYears(5), IsRecoverable: false,
        new("bezoekaantallen, zonder persoonsgegevens", "visit counts, without personal data"),
        new("de laatste dag van de getelde maand", "the last day of the month counted"),
        new("Om te zien hoe de website over de jaren wordt gebruikt.", "To see how the website is used over the years."));

    public static readonly RetentionRule PrivacyRequest = new(
        "privacy-request", Term.OfYears(5), IsRecoverable: false,
        new("privacyverzoek", "privacy request"),
        new("de dag waarop het is afgehandeld", "the day it was closed"),
        new("De praktijk moet kunnen laten zien dat het op tijd en goed is beantwoord.", "The practice must be able to show that it was answered in time and well."));

    public static readonly RetentionRule RecipientNotice = new(
        "recipient-notice", Term.OfYears(5), IsRecoverable: false,
        new("bericht aan een ontvanger van gegevens", "notice to a recipient of data"),
        new("de dag waarop het is gemaakt", "the day it was made"),
        new(
            "Even lang als van een privacyverzoek moet de praktijk kunnen laten zien dat wie gegevens kreeg, het weet.",
            "For as long as of a privacy request the practice must be able to show that whoever was given data knows of it."));

    public static readonly RetentionRule UnconfirmedRequest = new(
        "unconfirmed-request", Term.OfDays(7), IsRecoverable: false,
        new("privacyverzoek dat niet is bevestigd", "privacy request that was never confirmed"),
        new("de dag waarop het is gedaan", "the day it was made"),
        new("Een week is genoeg om een mailadres te bevestigen.", "A week is enough to confirm a mail address."));

    public static readonly RetentionRule Export = new(
        "export", Term.OfDays(7), IsRecoverable: false,
        new("pakket met persoonsgegevens om op te halen", "export package"),
        new("de dag waarop het is gemaakt", "the day it was made"),
        new("Het is een kopie om op te halen; een week is daarvoor genoeg.", "It is a copy to be fetched; a week is enough for that."));

    public static readonly RetentionRule UnfinishedUpload = new(
        "unfinished-upload", Term.OfDays(7), IsRecoverable: false,
        new("upload die niet is afgemaakt", "unfinished upload"),
        new("de dag waarop die begon", "the day it began"),
        new("Een week lang kan een afgebroken upload verdergaan.", "For a week an upload that broke off can go on."));

    public static readonly RetentionRule EndedUpload = new(
        "ended-upload", Term.None, IsRecoverable: false,
        new("upload die is beëindigd of niet is aangenomen", "upload that was ended or not taken"),
        new("de dag waarop dat gebeurde", "the day that happened"),
        new("Er komt geen scan van; wat al binnen was, is nergens voor nodig.", "No scan comes of it; what had arrived is of no use."));

    public static readonly RetentionRule LineSubjects = new(
        "line-subjects", Term.OfYears(2), IsRecoverable: false,
        new("gehashte verwijzing naar personen in het vernietigingsregister", "keyed hashes of people in the destruction ledger"),
        new("de dag waarop tot de vernietiging is besloten", "the day the destruction was decided"),
        new("Zo lang kan iemand vragen wat er van hem of haar is vernietigd.", "For so long somebody may ask what of theirs was destroyed."));

    public static readonly RetentionRule AuditDay = new(
        "audit-day", Term.OfYears(5), IsRecoverable: false,
        new("wie op een dag wat heeft gezien of veranderd", "who saw or changed what on a day"),
        new("die dag", "that day"),
        new("Zo lang kan iemand vragen wie de gegevens heeft gezien, en waarom.", "For so long somebody may ask who saw the data, and why."));

    /// <summary>Goes before every other rule: see <see cref="RetentionRules.Apply"/>.</summary>
    public static readonly RetentionRule Erasure = new(
        "erasure", Term.None, IsRecoverable: false,
        new("vernietiging op verzoek", "erasure on request"),
        new("de dag waarop tot wissen is besloten", "the day the erasure was decided"),
        new(
            "De persoon om wie het gaat, heeft erom gevraagd; of het was al vernietigd, en kwam met een back-up terug.",
            "The person it is about asked for it; or it was destroyed before, and came back with a backup."));

    public static readonly IReadOnlyList<RetentionRule> All =
    [
        ContactMessage, ContactSuspect, ScanWithoutConsent, ScanWithConsent, ScanConsentWithdrawn, ScanOfCancelledOrder, ScanFigurineRefused, ScanNeverShipped,
        RejectedFile, ScanDestroyedByStaff, ScanMoved, UnclaimedBlob,
        Order, OrderWithLongerKeptScan, Quote, AcceptedQuote, AcceptedQuoteOneStopShop, Visits, PrivacyRequest, RecipientNotice, UnconfirmedRequest, Export, UnfinishedUpload, EndedUpload, LineSubjects, AuditDay, Erasure,
    ];

    private static readonly FrozenDictionary<string, RetentionRule> ByName = All.ToFrozenDictionary(rule => rule.Name);

    /// <summary>Null for a rule of another time: certificates outlive rules.</summary>
    public static RetentionRule? Find(string name) => ByName.GetValueOrDefault(name);
}
