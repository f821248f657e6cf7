using WelWee3D.PrivacyRequests;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Statement;

/// <summary>Every version of the privacy statement. A new one is added; none is ever changed or taken away.</summary>
public static class StatementVersions
{
    /// <summary>When somebody last read whether the newest still says what is done.</summary>
    public static readonly DateOnly CheckedOn = new(2026, 11, 28);

    internal static readonly StatementSection Purposes = new(
        new("Waarvoor we gegevens gebruiken", "What we use data for"),
        [
            new(
                "Om contact met je te hebben: als je ons belt, mailt of het formulier invult, vragen we je naam, je e-mailadres en je telefoonnummer, zodat we je kunnen antwoorden en een voorstel kunnen doen.",
                "To be in touch with you: when you call, mail or fill in the form, we ask your name, your email address and your phone number, so that we can answer you and make you an offer."),
            new(
                "Om je beeldje te maken en te sturen: daarvoor maken we een 3D-scan van je zwangere lichaam, die in de cloud en op een schijf van de praktijk staat. Je adres gebruiken we voor de offerte en de bezorging.",
                "To make and send your figurine: for that we make a 3D scan of your pregnant body, which is in the cloud and on a disk of the practice. We use your address for the quote and the delivery."),
            new(
                "Voor iets anders gebruiken we een scan alleen als jij daar toestemming voor geeft.",
                "For anything else we use a scan only if you give consent for it."),
        ]);

    internal static readonly StatementSection Needed = new(
        new("Als je ze niet geeft", "If you do not give them"),
        [
            new(
                "Zonder je contactgegevens kunnen we je niet antwoorden, en zonder scan en adres kunnen we geen beeldje maken of bezorgen.",
                "Without your contact details we cannot answer you, and without a scan and an address we cannot make or deliver a figurine."),
        ]);

    private static readonly StatementSection Security = new(
        new("Hoe we ze beveiligen", "How we protect them"),
        [
            new(
                "Alleen wie het voor het werk nodig heeft, kan erbij, met een eigen account. Alles wordt versleuteld verstuurd en opgeslagen.",
                "Only who needs it for their work can reach it, with an account of their own. Everything is sent and stored encrypted."),
        ]);

    private static readonly StatementSection Rights = new(
        new("Wat je kunt vragen", "What you can ask"),
        [
            new(
                "Inzage in wat we van je bewaren, verbetering, wissen, beperking, bezwaar, intrekken van toestemming, en je gegevens meenemen of laten overdragen aan een ander.",
                "Access to what we keep of you, rectification, erasure, restriction, objection, withdrawal of consent, and to take your data along or have it handed to somebody else."),
            Within,
        ]);

    private static readonly StatementSection Grounds = new(
        new("Op welke grond", "On which ground"),
        [
            new(
                "Je berichten, je bestelling en je adres: voor de overeenkomst met jou. Je scan: omdat je daar toestemming voor geeft; we behandelen hem als een gegeven over je gezondheid. Wie wat heeft gezien en wat er is vernietigd: omdat de wet vraagt dat we dat kunnen laten zien.",
                "Your messages, your order and your address: for the agreement with you. Your scan: because you give consent for it; we treat it as information about your health. Who saw what and what was destroyed: because the law asks that we can show it."),
            new(
                "Geen computer beslist iets over jou.",
                "No computer decides anything about you."),
        ]);

    internal static readonly StatementSection OwnCounts = new(
        new("Je bezoek aan de website", "Your visit to the website"),
        [
            new(
                "We tellen zelf hoe vaak en hoe lang een pagina wordt bekeken. Daar is geen cookie voor nodig, en er wordt niets bij bewaard waaraan jij te herkennen bent. Vraagt je browser om niet te worden gevolgd, dan tellen we niet.",
                "We count ourselves how often and for how long a page is looked at. No cookie is needed for that, and nothing is kept by which you could be recognised. If your browser asks not to be followed, we do not count."),
        ]);

    private static readonly StatementSection Ended = new(
        new("Wat er gebeurt als een termijn voorbij is", "What happens when a term is over"),
        [
            new(
                "Dan wordt het vernietigd, uiterlijk op de laatste dag, en blijft er een bewijs over waarin niets over jou staat. Van een vernietigde scan krijg je zelf bericht, met dat bewijs.",
                "Then it is destroyed, on the last day at the latest, and a proof is left in which nothing about you stands. When a scan is destroyed you are told, with that proof."),
            new(
                "Alleen als de wet of een lopende zaak het vraagt, blijft iets langer. Dat staat dan met reden en einddatum vast.",
                "Only if the law or a pending case asks for it does something stay longer. Then that is on record, with its reason and its last day."),
        ]);

    private static readonly StatementSection AcceptedQuotes = new(
        new("Als je een offerte aanvaardt", "When you accept a quote"),
        [
            new(
                "Dan hoort die bij onze boekhouding: je naam, je adres, wat we hebben afgesproken en de dag. De wet verplicht ons dat zeven jaar te bewaren, en tien jaar als we de btw via de eenloketregeling aangeven. Ook als je ons vraagt alles te wissen, blijft die ene offerte tot dan; al het andere gaat op zijn eigen dag.",
                "Then it is part of our books: your name, your address, what we agreed and the day. The law has us keep that for seven years, and for ten where we declare the VAT under the one-stop-shop scheme. Also when you ask us to erase everything, that one quote stays until then; all else goes on its own day."),
        ]);

    /// <summary>The rules that there were before the fifth version.</summary>
    internal static readonly IReadOnlyList<RetentionRule> BeforeFifth = [.. RetentionSchedule.All.Except([RetentionSchedule.ScanFigurineRefused])];

    /// <summary>The rules that the second version tells.</summary>
    private static readonly IReadOnlyList<RetentionRule> BeforeQuotes =
    [
        .. BeforeFifth.Except([RetentionSchedule.Quote, RetentionSchedule.AcceptedQuote, RetentionSchedule.AcceptedQuoteOneStopShop]).Select(AsToldThen),
    ];

    public static readonly IReadOnlyList<StatementVersion> All =
    [
        new("1", new(2023, 6, 1),
            [RetentionSchedule.ContactMessage, RetentionSchedule.ScanWithConsent, RetentionSchedule.ScanWithoutConsent, RetentionSchedule.Visits],
            [
                Purposes, Needed,
                new(new("Je bezoek aan de website", "Your visit to the website"),
                [
                    new(
                        "We laten tellen hoe vaak en hoe lang pagina's worden bekeken, om de website te verbeteren. Die tellingen zijn anoniem.",
                        "We have it counted how often and for how long pages are looked at, to improve the website. Those counts are anonymous."),
                ]),
                Security, Rights,
            ]),
        new("2", new(2026, 11, 1),
            BeforeQuotes,
            [Purposes, Grounds, Needed, OwnCounts, Security, Ended, Rights]),
        new("3", new(2026, 11, 22), [.. BeforeFifth.Select(AsToldThen)], [Purposes, Grounds, AcceptedQuotes, Needed, OwnCounts, Security, Ended, Rights]),
        FourthVersion.Told(),
        FifthVersion.Told(),
    ];

    public static StatementVersion? Find(string version) => All.FirstOrDefault(each => each.Version == version);

    /// <summary>On a day before all of them, which only a clock that is wrong tells, the first.</summary>
    public static StatementVersion InForce(DateOnly day) => All.LastOrDefault(each => each.InForceFrom <= day) ?? All[0];

    public static StatementVersion? Before(StatementVersion version) => All.TakeWhile(each => each != version).LastOrDefault();

    /// <summary>What the schedule has other words for since the fourth version, as the second and the third told it.</summary>
    private static RetentionRule AsToldThen(RetentionRule rule)
    {
        if (rule == RetentionSchedule.LineSubjects)
            return rule with { Words = new("versleutelde verwijzing naar personen in het register", "keyed hashes of people in the ledger") };
        if (rule == RetentionSchedule.Erasure)
            return rule with
            {
                Starts = new("de dag van het verzoek", "the day of the request"),
                Reason = new("De persoon om wie het gaat, heeft erom gevraagd.", "The person it is about asked for it."),
            };
        if (rule == RetentionSchedule.AcceptedQuoteOneStopShop)
            return rule with
            {
                Words = rule.Words with { Dutch = "offerte die is aanvaard, met btw volgens de eenloketregeling" },
                Reason = new(
                    "Wie btw via de eenloketregeling aangeeft, moet de gegevens tien jaar bewaren (artikel 63 quater van Uitvoeringsverordening (EU) nr. 282/2011).",
                    "Whoever declares VAT under the one-stop-shop scheme has to keep the records for ten years (article 63c of Implementing Regulation (EU) No 282/2011)."),
            };
        return rule;
    }

    private static Words Within
    {
        get
        {
            string Length(string language, Term term) => PlainWords.In(language).Length(term);
            var more = Term.OfMonths(AnswerDeadline.Extended.Months - AnswerDeadline.Usual.Months);
            return new(
                $"We antwoorden binnen {Length("nl", AnswerDeadline.Usual)}. Is het ingewikkeld of is het veel, dan kan er {Length("nl", more)} bij komen; dat schrijven we je binnen die eerste tijd, met de reden.",
                $"We answer within {Length("en", AnswerDeadline.Usual)}. If it is complicated or a lot, {Length("en", more)} can be added; we write you so within that first time, with the reason.");
        }
    }
}
