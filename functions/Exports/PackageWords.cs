using WelWee3D.Mail;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Exports;

/// <summary>The words of the page in a package.</summary>
internal sealed class PackageWords(string language) : Bilingual(language)
{
    public string Title => Either("Wat we van je bewaren", "What we keep of you");

    public string Kept => Either("Wat het is, en tot wanneer", "What it is, and until when");

    public string WorkedOut => Either("Hoe is dat berekend?", "How was that worked out?");

    public string Longer => Either("langer dan gewoonlijk", "longer than usual");

    public string Besides => Either("Wat we verder bijhouden", "What we note besides");

    public string Purposes => Either("Waarvoor we het gebruiken", "What we use it for");

    public IReadOnlyList<string> EachPurpose =>
    [
        Either(
            "Je berichten: om je te antwoorden en een voorstel te doen. Dat hoort bij het sluiten van een overeenkomst.",
            "Your messages: to answer you and to make you an offer. That is part of coming to an agreement."),
        Either(
            "Je bestelling met je gegevens: om je een offerte te sturen, je beeldje te maken en het te bezorgen. Dat is de overeenkomst met jou.",
            "Your order with your details: to send you a quote, to make your figurine and to deliver it. That is the agreement with you."),
        Either(
            "Je scans: om je beeldje van te maken, en alleen als jij dat wilt ook om ze langer te bewaren of te laten zien. Daarvoor geef je toestemming, en die kun je intrekken.",
            "Your scans: to make your figurine from, and only if you want that also to keep them longer or to show them. For that you give consent, which you can withdraw."),
        Either(
            "Je privacyverzoeken, en wie je scans heeft bekeken: omdat de wet vraagt dat we dat kunnen laten zien.",
            "Your privacy requests, and who looked at your scans: because the law asks that we can show it."),
    ];

    public string Recipients => Either("Wie het van ons krijgt", "Who gets it from us");

    public string NobodyElse => Either(
        "Verder geven we het aan niemand, tenzij de wet of een rechter het eist.", "We give it to nobody else, unless the law or a court demands it.");

    public string Rights => Either("Wat je kunt vragen", "What you can ask");

    public IReadOnlyList<string> EachRight =>
    [
        Either("Je gegevens laten verbeteren.", "To have your data corrected."),
        Either("Je gegevens laten wissen.", "To have your data erased."),
        Either("Je gegevens alleen nog laten bewaren.", "To have your data stored and not used."),
        Either("Bezwaar maken.", "To object."),
        Either("Je toestemming intrekken. Dat kan ook met de link in de mail over je bestelling.", "To withdraw your consent. The link in the mail about your order does that too."),
        Either("Je gegevens meenemen, of naar een ander laten sturen.", "To take your data along, or to have it sent to somebody else."),
    ];

    public string HowTo => Either("Gebruik hiervoor", "Use");

    public string RequestForm => Either("het formulier voor privacyverzoeken", "the form for privacy requests");

    public string Sources => Either("Waar het vandaan komt", "Where it comes from");

    public string FromYou => Either(
        "Van jou zelf: uit wat je ons schreef of vertelde, en uit de scans die in de praktijk van je zijn gemaakt. Geen computer beslist iets over jou.",
        "From you: from what you wrote or told us, and from the scans that were made of you at the practice. No computer decides anything about you.");

    public string Looks => Either("Wie je scans heeft bekeken", "Who looked at your scans");

    public string NoLooks => Either("Daarover is niets genoteerd.", "Nothing is noted about that.");

    public string Files => Either("De bestanden in dit pakket", "The files in this package");

    public string ForPrograms => Either(
        "De tabellen zijn ook door een programma te lezen: in datapackage.json staat wat erin staat, volgens de standaard Data Package.",
        "A program can read the tables too: datapackage.json tells what is in them, by the Data Package standard.");

    /// <param name="unread">How much of hers could not be read.</param>
    public string Intro(string day, int unread) => unread == 0
        ? Either(
            $"Dit pakket is op {day} gemaakt. Het is een kopie van alles wat Wel & Wee – 3D van je bewaart.",
            $"This package was made on {day}. It is a copy of all that Wel & Wee – 3D keeps of you.")
        : Either(
            $"Dit pakket is op {day} gemaakt. Het is een kopie van wat Wel & Wee – 3D van je bewaart, op {unread} {(unread == 1 ? "ding" : "dingen")} na: wat daarin staat, kon op die dag niet worden gelezen. Vraag ons ernaar, dan krijg je dat alsnog.",
            $"This package was made on {day}. It is a copy of what Wel & Wee – 3D keeps of you, but for {unread} {(unread == 1 ? "thing" : "things")}: what stands in there could not be read on that day. Ask us, and you will have that yet.");

    public string Of(string name, string day) => Either($"{PlainWords.Capital(name)} van {day}", $"{PlainWords.Capital(name)} of {day}");

    public string Until(string day) => Either($"hoogstens tot en met {day}", $"up to and including {day} at most");

    public string OrWrite(string practice) => Either($"Je kunt ook schrijven naar {practice}.", $"You can also write to {practice}.");

    public string Bytes(string number) => $"{number} bytes";

    /// <summary>Who gets what, and what for.</summary>
    public string GivenOn(string purpose, string day) => Either(
        $"{purpose}; kreeg op {day} iets van je bestelling.", $"{purpose}; was given something of your order on {day}.");
}
