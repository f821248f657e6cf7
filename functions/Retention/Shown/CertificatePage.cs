using WelWee3D.Http;
using static System.Net.WebUtility;

namespace WelWee3D.Retention.Shown;

/// <summary>A certificate as a page that prints on A4. Whoever holds it can recompute it: its exact text is on it.</summary>
public sealed class CertificatePage
{
    private readonly SealedCertificate stored;
    private readonly RecordKinds kinds;
    private readonly PlainWords words;

    private readonly ProofShown? proof;

    private CertificatePage(SealedCertificate stored, RecordKinds kinds, PlainWords words, ProofShown? proof) =>
        (this.stored, this.kinds, this.words, this.proof) = (stored, kinds, words, proof);

    /// <param name="proof">What its client is given beside it; null for staff.</param>
    public static string Render(SealedCertificate certificate, RecordKinds kinds, string language, ProofShown? proof = null) =>
        new CertificatePage(certificate, kinds, PlainWords.In(language), proof).Page();

    private string Page()
    {
        var title = $"{Title(Read())} {stored.Number}";
        return VisitorPage.Of(title, words.Language, $"""
            {(proof is null ? """<p class="soft">Wel &amp; Wee – 3D</p>""" : VisitorPage.Top(words.Language))}
            <h1>{title}</h1>
            {(SealedCertificate.HashOf(stored.Text) == stored.Hash ? "" : Alarm())}
            {(Read() is { } certificate ? Body(certificate) : "")}
            {Proof()}
            """, proof?.Script);
    }

    private string Body(Certificate certificate) => $"""
        <p class="declared">{Declared(certificate)}</p>
        {proof?.Html}
        {Section(Either("Wat", "What"), Facts(
            (Either("Soort", "Kind"), Encode(Kind(certificate, 1))),
            (Either("Aantal", "Count"), Says("count", words.Number(certificate.Count))),
            (Either("Bestanden", "Files"), $"{words.Number(certificate.Items.Sum(item => item.Files.Count))}, {Says("bytes", words.Number(certificate.Bytes))} bytes"),
            (Either("Wijze", "Method"), Encode(words.Method(certificate.Method)))))}
        {Section(Either("Waarom", "Why"), $"<p>{Encode(words.Derived(certificate.Why))}</p>")}
        {Section(Either("Wanneer", "When"), Facts(
        [
            (Either("Besloten", "Decided"), Moment(certificate.DecidedAt, "decidedAt")),
            (Either("Door", "By"), Encode(DecidedBy(certificate))),
            (certificate.Closes is null ? Either("Vernietigd, en gezien dat het weg is", "Destroyed, and seen to be absent") : Either("Opnieuw gezien dat het weg is", "Seen to be absent once more"), Moment(certificate.DestroyedAt, "destroyedAt")),
            (Either("Door niemand meer te herstellen vanaf", "Beyond anyone's recovery from"), Day(certificate.RecoveryClosesOn, "recoveryClosesOn")),
            .. Issued(certificate),
        ]))}
        {Files(certificate)}
        {Copies(certificate)}
        {MailCopies(certificate)}
        {Boundary(certificate)}
        {Records(certificate)}
        {Section(Either("Keten", "Chain"), Facts(
            (Either("Hash van deze verklaring", "Hash of this certificate"), $"<code id=\"certificate-hash\">{Encode(stored.Hash)}</code>"),
            (Either("Hash van de vorige", "Hash of the one before"), certificate.Previous == SealedCertificate.Origin
                ? Either("geen: dit is de eerste", "none: this is the first")
                : Says("previous", Code(certificate.Previous))),
            (Either("Regel in het vernietigingsregister", "Line of the ledger"), Says("line", Code(certificate.Line)))))}
        """;

    private string Title(Certificate? certificate) => certificate switch
    {
        { Undone: not null } => Either("Verklaring van herstel", "Certificate of undoing"),
        { Closes: not null } => Either("Slotverklaring", "Closing certificate"),
        _ => Either("Vernietigingsverklaring", "Certificate of destruction"),
    };

    private string Declared(Certificate certificate)
    {
        if (certificate.Closes is { } closed)
            return Either(
                $"Wel &amp; Wee – 3D verklaart dat niets van wat volgens verklaring {closed} is vernietigd nog te herstellen is: daar is na de hersteltermijn opnieuw naar gekeken.",
                $"Wel &amp; Wee – 3D declares that nothing that certificate {closed} tells to be destroyed can be recovered any more: it was looked for again after the recovery window.");
        if (certificate.Undone is { } undone)
        {
            var destruction = undone.Certificate is { } number
                ? Either($"de vernietiging van verklaring {number}", $"the destruction of certificate {number}")
                : Either("een vernietiging die nog wachtte op kopieën op een harde schijf", "a destruction that waited for copies on a hard disk");
            return Either(
                $"Wel &amp; Wee – 3D verklaart dat {destruction} ongedaan is gemaakt: de scan wordt bewaard als {Code($"{undone.Id}")}.",
                $"Wel &amp; Wee – 3D declares that {destruction} was undone: the scan is kept as {Code($"{undone.Id}")}.");
        }
        var what = Encode($"{words.Number(certificate.Count)} {Kind(certificate, certificate.Count)}");
        var copies = certificate.Copies.Count == 0 ? "" : Either(", met elke kopie op een harde schijf van de praktijk", ", with every copy on a hard disk of the practice");
        return Either(
            $"Wel &amp; Wee – 3D verklaart dat {what} {(certificate.Count == 1 ? "is" : "zijn")} vernietigd{copies}.",
            $"Wel &amp; Wee – 3D declares that {what} {(certificate.Count == 1 ? "was" : "were")} destroyed{copies}.");
    }

    // A kind of another time goes by its name: certificates outlive kinds.
    private string Kind(Certificate certificate, int count) =>
        kinds.Find(certificate.Kind) is { } kind ? words.Of(kind.Words.Of(count)) : certificate.Kind;

    private string DecidedBy(Certificate certificate) => certificate.DecidedBy switch
    {
        Decider.Sweep => Either("de nachtelijke opruiming, volgens de regel", "the nightly sweep, by the rule"),
        Decider.Replay => Either("het vernietigingsregister, na het terugzetten van een back-up", "the ledger, after a backup was restored"),
        var decider when Decider.AskedReplay(decider) is { } account => Either(
            $"het vernietigingsregister, na het terugzetten van een back-up, op verzoek van account {account}",
            $"the ledger, after a backup was restored, asked for by account {account}"),
        Decider.Staff => Either("een medewerker", "a member of staff"),
        var account => Either($"medewerker met account {account}", $"member of staff with account {account}"),
    };

    private string Files(Certificate certificate)
    {
        var rows = certificate.Items.SelectMany(item => item.Files)
            .Select(file => $"<tr><td>{Code(file.Name)}</td><td class=\"number\">{words.Number(file.Bytes)}</td><td>{Hash(file)}</td></tr>")
            .ToList();
        return rows.Count == 0 ? "" : Section(Either("Bestanden", "Files"), Table([Either("Naam", "Name"), "Bytes", "SHA-256"], rows));
    }

    private string Hash(DestroyedFile file) => file.Sha256 is { } hash
        ? Code(hash)
        : Either("geen: een deel van een bestand dat nooit heel is geworden", "none: a part of a file that never became whole");

    private string Copies(Certificate certificate)
    {
        var rows = certificate.Copies.Select(copy =>
            $"<tr><td>{Encode(copy.Disk)}</td><td>{Day(copy.DestroyedOn)}{Late(copy, certificate)}</td><td>{Confirmed(copy)}</td></tr>").ToList();
        return rows.Count == 0 ? "" : Section(
            Either("Kopieën op harde schijf", "Copies on hard disk"),
            Table([Either("Schijf", "Disk"), Either("Vernietigd volgens de praktijk op", "Destroyed, by the practice, on"), Either("Bevestigd", "Confirmed")], rows));
    }

    private string MailCopies(Certificate certificate)
    {
        var rows = (certificate.MailCopies ?? []).Select(copy =>
            $"<tr><td>{Encode(copy.Mailbox)}</td><td>{Day(copy.Day)}</td><td>{Stood(copy)}</td></tr>").ToList();
        return rows.Count == 0 ? "" : Section(
            Either("Wat deze verklaring niet dekt: kopieën in een postvak", "What this certificate does not cover: copies in a mailbox"),
            Table([Either("Postvak", "Mailbox"), Either("Mail van", "Mail of"), Either("Stand toen", "How it stood")], rows));
    }

    private string Stood(CertifiedMailCopy copy) => copy.DestroyedOn is { } on
        ? Either($"vernietigd op {Day(on)}, volgens een medewerker", $"destroyed on {Day(on)}, by a member of staff")
        : Either("nog te vernietigen: medewerkers worden eraan herinnerd tot ze het bevestigen", "yet to be destroyed: staff are reminded until they confirm it");

    private string Late(ConfirmedCopy copy, Certificate certificate)
    {
        if (!copy.Late)
            return "";
        var days = Encode(words.Length(Term.OfDays(copy.DestroyedOn.DayNumber - certificate.Why.Deadline.DayNumber)));
        return Either($", <strong>{days} te laat</strong>", $", <strong>{days} late</strong>");
    }

    private string Boundary(Certificate certificate) => certificate.Boundary is { } boundary
        ? Section(
            Either("Waar dit over gaat, en waarover niet", "What this covers, and what not"),
            $"<p>{Either("Bekeken, en niet gevonden:", "Looked at, and seen to be absent:")}</p>{Told(boundary.LookedAt)}<p>{Either("Valt erbuiten:", "Not covered:")}</p>{Told(boundary.NotCovered)}")
        : "";

    private string Told(IEnumerable<string> sentences) => VisitorPage.List(sentences.Select(each => Encode(words.Boundary(each))));

    private string Confirmed(ConfirmedCopy copy) => (copy.ConfirmedBy, copy.ConfirmedAt) is ({ } account, { } at)
        ? account == Decider.Staff ? Either($"{Moment(at)}, door een medewerker", $"{Moment(at)}, by a member of staff") : Either($"{Moment(at)}, door account {Encode(account)}", $"{Moment(at)}, by account {Encode(account)}")
        : "";

    private (string Name, string Value)[] Issued(Certificate certificate) => certificate.IssuedAt is { } at
        ? [(Either("Verklaring afgegeven", "Certificate issued"), Moment(at))]
        : [];

    private string Records(Certificate certificate) => Section(
        Either("Kenmerken", "Identifiers"),
        $"<ul class=\"ids\">{string.Concat(certificate.Items.Select(item => $"<li>{Code(item.Id.ToString())}</li>"))}</ul>");

    private string Proof() => Section(
        Either("Zelf controleren", "Check it yourself"),
        $"""
        <p>{Either(
            "De hash is de SHA-256 van de tekst hieronder, in UTF-8 en zonder regeleinden. In die tekst staat de hash van de vorige verklaring: zo is te zien of er later een is veranderd, toegevoegd of weggelaten. De hele keten is na te rekenen met:",
            "The hash is the SHA-256 of the text below, in UTF-8 and without line breaks. That text holds the hash of the certificate before: so it shows when any was altered, added or left out later. The whole chain can be recomputed with:")}</p>
        <p><code>dotnet run --project local -- verify certificates.json</code></p>
        <pre id="certificate-text">{Encode(stored.Text)}</pre>
        """);

    private string Alarm() => $"""
        <p class="alarm" role="alert">{Either(
            "Deze verklaring klopt niet: haar tekst heeft niet de hash waarmee ze is vastgelegd. Ze bewijst niets.",
            "This certificate does not hold: its text does not have the hash it was sealed with. It proves nothing.")}</p>
        """;

    private Certificate? Read()
    {
        try
        {
            return stored.Read() is { Kind: not null, Why: not null, Items: not null, Copies: not null } certificate ? certificate : null;
        }
        catch (JsonException)
        {
            // Altered, or of another time: its text is on the page as it is.
            return null;
        }
    }

    private string Moment(DateTimeOffset at, string? says = null) =>
        $"<time{Marked(says)} datetime=\"{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\">{Encode(words.Moment(at))}</time>";

    private string Day(DateOnly day, string? says = null) => $"<time{Marked(says)} datetime=\"{day:yyyy-MM-dd}\">{Encode(words.Date(day))}</time>";

    /// <summary>Which member of the text it shows: so a browser can hold the one against the other.</summary>
    private static string Says(string member, string html) => $"<span{Marked(member)}>{html}</span>";

    private static string Marked(string? member) => member is null ? "" : $" data-says=\"{member}\"";

    private static string Section(string heading, string body) => $"<section>\n<h2>{heading}</h2>\n{body}\n</section>";

    private static string Facts(params IEnumerable<(string Name, string Value)> facts) =>
        $"<table class=\"facts\">{string.Concat(facts.Select(fact => $"\n<tr><th scope=\"row\">{fact.Name}</th><td>{fact.Value}</td></tr>"))}\n</table>";

    private static string Table(IEnumerable<string> columns, IEnumerable<string> rows) =>
        $"<table>\n<thead><tr>{string.Concat(columns.Select(column => $"<th scope=\"col\">{column}</th>"))}</tr></thead>\n<tbody>\n{string.Join('\n', rows)}\n</tbody>\n</table>";

    private static string Code(string text) => $"<code>{Encode(text)}</code>";

    private static string Encode(string text) => HtmlEncode(text);

    private string Either(string dutch, string english) => words.Either(dutch, english);
}

/// <summary>What a client is given beside the certificate of what was hers.</summary>
/// <param name="Html">What she can do with it.</param>
/// <param name="Script">That of the page.</param>
public sealed record ProofShown(string Html, string Script);
