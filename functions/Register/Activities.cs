using WelWee3D.Audit;
using WelWee3D.Contact;
using WelWee3D.Exports;
using WelWee3D.Notices;
using WelWee3D.Orders;
using WelWee3D.PrivacyRequests;
using WelWee3D.Quotes;
using WelWee3D.Recipients;
using WelWee3D.Retention;
using WelWee3D.Retention.Running;
using WelWee3D.Scans;
using WelWee3D.Uploads;
using WelWee3D.Visits;

namespace WelWee3D.Register;

/// <summary>Every activity of the practice in which the app has a part. A kind, a rule or a place that is in none fails a test.</summary>
public static class Activities
{
    private static readonly Words Contract = new("uitvoering van een overeenkomst, of wat daaraan voorafgaat (artikel 6, lid 1, onder b)", "performance of a contract, or steps before one (article 6(1)(b))");
    private static readonly Words ExplicitConsent = new("uitdrukkelijke toestemming (artikel 6, lid 1, onder a, en artikel 9, lid 2, onder a)", "explicit consent (articles 6(1)(a) and 9(2)(a))");
    private static readonly Words LegalDuty = new("een wettelijke plicht: kunnen laten zien dat de AVG wordt nageleefd (artikel 5, lid 2, en artikel 6, lid 1, onder c)", "a legal duty: being able to show compliance with the GDPR (articles 5(2) and 6(1)(c))");
    private static readonly Words FiscalDuty = new(
        "uitvoering van een overeenkomst, of wat daaraan voorafgaat (artikel 6, lid 1, onder b); eenmaal aanvaard een wettelijke plicht (artikel 6, lid 1, onder c): artikel 52 van de Algemene wet inzake rijksbelastingen",
        "performance of a contract, or steps before one (article 6(1)(b)); once accepted a legal duty (article 6(1)(c)): article 52 of the Dutch General State Taxes Act");
    private static readonly Words Interest = new("gerechtvaardigd belang (artikel 6, lid 1, onder f)", "legitimate interest (article 6(1)(f))");

    // No scan is made without consent: what may be one of which nobody knows whose it is, was made with it.
    private static readonly Words InterestInAScan = new(
        "gerechtvaardigd belang (artikel 6, lid 1, onder f); voor zover het een scan is, de uitdrukkelijke toestemming waarmee die is gemaakt (artikel 9, lid 2, onder a)",
        "legitimate interest (article 6(1)(f)); as far as it is a scan, the explicit consent with which that was made (article 9(2)(a))");

    private static readonly Words Clients = new("cliënten", "clients");
    private static readonly Words Writers = new("wie de praktijk schrijft of belt", "whoever writes or calls the practice");
    private static readonly Words Askers = new("wie een recht uit de AVG gebruikt", "whoever uses a right under the GDPR");
    private static readonly Words Staff = new("medewerkers", "staff");
    private static readonly Words Visitors = new("bezoekers van de website; niemand is te herkennen", "visitors of the website; nobody can be recognised");

    public static readonly IReadOnlyList<ProcessingActivity> All =
    [
        new("contact", new("vragen beantwoorden", "answering questions"), [ContactMessages.Kind], [RetentionSchedule.ContactMessage], [ContactMessages.TableName],
            new("Antwoorden op wat iemand vraagt, en een voorstel doen.", "Answering what somebody asks, and making an offer."),
            Contract, Writers, [RecipientRole.Hosting, RecipientRole.Mail, RecipientRole.MailHost]),
        new("suspects", new("berichten van robots weren", "keeping out robots"), [ContactSuspects.Kind], [RetentionSchedule.ContactSuspect],
            [ContactSuspects.TableName, SpentChallenges.TableName],
            new("Het formulier bruikbaar houden, zonder dat het bericht van een mens verdwijnt.", "Keeping the form usable, without a person's message getting lost."),
            Interest, Writers, [RecipientRole.Hosting]),
        new("orders", new("beeldjes leveren", "delivering figurines"), [Order.Kind], [RetentionSchedule.Order, RetentionSchedule.OrderWithLongerKeptScan],
            [OrderStore.TableName, ScanIndex.TableName, StalledOrders.TableName],
            new("Een offerte maken, het beeldje maken en het thuisbezorgen.", "Making an offer, making the figurine and bringing it home."),
            Contract, Clients, [RecipientRole.Hosting, RecipientRole.Mail, RecipientRole.Printer, RecipientRole.Carrier]),
        new("quotes", new("offertes doen en bewaren", "making and keeping quotes"), [QuoteRegister.Kind],
            [RetentionSchedule.Quote, RetentionSchedule.AcceptedQuote, RetentionSchedule.AcceptedQuoteOneStopShop], [QuoteRegister.TableName],
            new("Zeggen wat een beeldje kost, en kunnen laten zien wat is afgesproken, ook aan de Belastingdienst.", "Saying what a figurine costs, and being able to show what was agreed, to the tax authority too."),
            FiscalDuty, Clients, [RecipientRole.Hosting, RecipientRole.Mail]),
        new("scans", new("scannen en printen", "scanning and printing"), [Scan.Kind],
            [
                RetentionSchedule.ScanWithoutConsent, RetentionSchedule.ScanWithConsent, RetentionSchedule.ScanConsentWithdrawn, RetentionSchedule.ScanOfCancelledOrder,
                RetentionSchedule.ScanFigurineRefused, RetentionSchedule.ScanNeverShipped, RetentionSchedule.RejectedFile, RetentionSchedule.ScanDestroyedByStaff, RetentionSchedule.ScanMoved,
            ],
            [ScanBlobs.ContainerName, ScanFiles.TableName, PoisonedBlobs.QueueName],
            new("Een beeldje van het lichaam maken, en het later opnieuw kunnen maken.", "Making a figurine of the body, and being able to make it again later."),
            ExplicitConsent, Clients, [RecipientRole.Hosting, RecipientRole.Printer]),
        new("uploads", new("bestanden ontvangen", "receiving files"), [Upload.Kind], [RetentionSchedule.UnfinishedUpload, RetentionSchedule.EndedUpload],
            [UploadStore.TableName, PartialUploads.ContainerName],
            new("Een groot bestand ontvangen, ook als de verbinding wegvalt.", "Receiving a large file, also when the connection breaks off."),
            ExplicitConsent, Clients, [RecipientRole.Hosting]),
        new("unclaimed", new("uitzoeken van wie een bestand is", "finding out whose a file is"), [UnclaimedBlobs.Kind], [RetentionSchedule.UnclaimedBlob], [UnclaimedBlobs.TableName, ScanBlobs.ContainerName],
            new("Een bestand bij de juiste bestelling brengen, of vernietigen.", "Bringing a file to the order it belongs to, or destroying it."),
            InterestInAScan, Clients, [RecipientRole.Hosting]),
        new("rights", new("verzoeken van betrokkenen behandelen", "handling requests of data subjects"), [RequestRegister.Kind, AnsweredRequests.Kind],
            [RetentionSchedule.PrivacyRequest, RetentionSchedule.UnconfirmedRequest], [RequestRegister.TableName, AnsweredRequests.TableName],
            new("Op tijd en juist antwoorden, en dat kunnen laten zien.", "Answering in time and rightly, and being able to show it."),
            LegalDuty, Askers, [RecipientRole.Hosting, RecipientRole.Mail]),
        new("exports", new("gegevens meegeven", "handing data over"), [ExportPackage.Kind], [RetentionSchedule.Export], [PackageBlobs.ContainerName],
            new("Iemand laten zien wat er over haar wordt bewaard, of het laten meenemen.", "Showing somebody what is kept of her, or letting her take it along."),
            LegalDuty, Askers, [RecipientRole.Hosting, RecipientRole.Mail]),
        new("notices", new("ontvangers inlichten", "telling recipients"), [RecipientNotices.Kind], [RetentionSchedule.RecipientNotice], [RecipientNotices.TableName, RecipientRegister.TableName],
            new("Wie gegevens kreeg, vertellen dat ze zijn verbeterd, gewist of beperkt.", "Telling whoever was given data that it was rectified, erased or restricted."),
            LegalDuty, new("cliënten, en ontvangers die één mens zijn", "clients, and recipients that are one person"), [RecipientRole.Hosting, RecipientRole.Mail, RecipientRole.Printer],
            new(
                "Naam en mailadres van een ontvanger blijven zo lang als de praktijk met deze software werkt, ook van wie voor zichzelf werkt: er kan nog iets te vertellen zijn. Verandert een van beide, dan gaat wat er stond.",
                "The name and mail address of a recipient stay for as long as the practice works with this software, also of who works for themselves: there may be something to tell yet. When either changes, what stood there goes.")),
        new("audit", new("vastleggen wie wat zag", "recording who saw what"), [AuditDays.Kind], [RetentionSchedule.AuditDay], [AuditEvents.TableName, AuditDays.TableName],
            new("Kunnen zeggen wie gegevens zag of veranderde, en waarom.", "Being able to say who saw or changed data, and why."),
            LegalDuty, new("cliënten en medewerkers", "clients and staff"), [RecipientRole.Hosting]),
        new("destruction", new("vernietigen en dat bewijzen", "destroying, and proving it"), [LineSubjectsKind.Kind], [RetentionSchedule.LineSubjects],
            [LineSubjectsKind.TableName, Ledger.TableName, Certificates.TableName, DestructionTasks.TableName, MailboxTasks.TableName, AskedErasures.TableName, RecoveryWindows.TableName, DueIndex.TableName, OpenRuns.TableName],
            new("Op tijd vernietigen, kopieën op schijven terugvinden, en bewijzen dat het is gebeurd.", "Destroying in time, finding copies on disks, and proving that it was done."),
            LegalDuty, Clients, [RecipientRole.Hosting],
            new(
                "Vernietigingsverklaringen en het vernietigingsregister blijven: na die termijn staat daarin niets meer over wie het was, en niet meer welk account ertoe besloot. Een taak blijft tot elke kopie is gewist, wat te herstellen is tot de hersteltermijn voorbij is, een gevraagde wissing tot die is gedaan.",
                "Certificates and the destruction ledger stay: after that term they hold nothing of whom it was, nor of whose account decided it. A task stays until each copy was wiped, what can be recovered until its window has closed, an erasure that was asked for until it is done.")),
        new("visits", new("bezoeken tellen", "counting visits"), [VisitMonths.Kind], [RetentionSchedule.Visits], [VisitCounts.TableName, VisitMonths.TableName],
            new("Zien hoe de website wordt gebruikt.", "Seeing how the website is used."),
            Interest, Visitors, [RecipientRole.Hosting]),
        new("letters", new("brieven versturen", "sending letters"), [], [], [Mail.Letters.TableName],
            new("Iemand schrijven wat zij moet weten.", "Writing somebody what she needs to know."),
            Contract, Writers, [RecipientRole.Hosting, RecipientRole.Mail],
            new("Tot de brief is verstuurd, of na een dag is opgegeven; er wordt geen tekst bewaard.", "Until the letter was sent, or given up after a day; no text is kept.")),
        new("staff", new("medewerkers laten inloggen", "having staff sign in"), [], [], [],
            new("Alleen wie het voor het werk nodig heeft, kan bij gegevens.", "Only who needs it for their work can reach data."),
            Interest, Staff, [RecipientRole.Hosting],
            new("Accounts staan in Entra ID; hier staat alleen hun kenmerk: even lang als de audit, bij wat zij vastlegden even lang als dat, en in het vernietigingsregister twee jaar.", "Accounts are in Entra ID; here is only their id: as long as the audit, with what they recorded as long as that, and in the destruction ledger for two years.")),
    ];
}
