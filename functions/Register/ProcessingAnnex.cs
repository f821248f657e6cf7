using WelWee3D.Exports;
using WelWee3D.Http;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Register;

/// <summary>The annex to a processing agreement (GDPR article 28(3)): what is processed, by whom, where, how long, and what happens at a breach.</summary>
/// <param name="Items">Who processes for the practice, and where.</param>
/// <param name="Breach">The way that a breach goes, step by step.</param>
/// <param name="Blanks">What the parties fill in.</param>
public sealed record AnnexView(
    DateOnly AsOf, string Language, string Controller, IReadOnlyList<string> Activities, IReadOnlyList<string> People, IReadOnlyList<RegisterData> Data,
    IReadOnlyList<string> SpecialCategories, IReadOnlyList<UsedRecipient> Items, IReadOnlyList<AssessedTerm> Terms, IReadOnlyList<string> Measures,
    IReadOnlyList<string> AtTheEnd, IReadOnlyList<string> Breach, IReadOnlyList<Blank> Blanks);

public sealed class ProcessingAnnex(RegisterOfProcessing register, UsedRecipients recipients, Controller controller)
{
    private static readonly Words[] Ending =
    [
        new("De praktijk krijgt alles mee in beschreven bestanden, ook elke vernietigingsverklaring.", "The practice gets everything along in files that are described, each certificate of destruction too."),
        new(
            "Daarna worden bestanden, tabellen en accounts met de hand verwijderd. Daar komt geen vernietigingsverklaring van: wie het doet, legt de dag vast.",
            "After that files, tables and accounts are deleted by hand. No certificate comes of that: whoever does it records the day."),
        new(
            "Wat eerst uit een account is verwijderd, is niet meer terug te halen. Een account dat met alles erin is verwijderd, kan Azure nog twee weken terughalen. De sleutels blijven nog 90 dagen in de kluis.",
            "What was first deleted from an account cannot be brought back. An account that was deleted with all that was in it Azure can bring back for two weeks. The keys stay in the vault for 90 days."),
        new(
            "Het vernietigingsregister blijft van de praktijk, zonder namen: vergrendeld, tot het nieuwste ijkpunt erin zeven jaar oud is.",
            "The destruction ledger stays the practice's, without names: locked, until the newest checkpoint in it is seven years old."),
    ];

    private static readonly (string Name, Words Question)[] ToFillIn =
    [
        ("processor", new("Wie is de verwerker, en waar is die gevestigd?", "Who is the processor, and where is it established?")),
        ("duration", new("Vanaf welke dag geldt de overeenkomst, en hoe lang?", "From which day does the agreement hold, and how long?")),
        ("breach-contact", new("Wie neemt een melding van een datalek aan, met naam en telefoonnummer, dag en nacht?", "Who takes the report of a breach, with name and phone number, day and night?")),
        ("breach-hours", new("Binnen hoeveel uur na ontdekking meldt de verwerker het?", "Within how many hours after it is found does the processor report it?")),
        ("transfers", new("Op welke grond gaan er gegevens buiten de Europese Economische Ruimte, als dat gebeurt?", "On which ground does data leave the European Economic Area, if it does?")),
        ("signatures", new("Handtekeningen en datum.", "Signatures and date.")),
    ];

    public AnnexView In(string language)
    {
        var (words, view) = (PlainWords.In(language), register.In(language));
        var used = recipients.Of(view, words);
        return new(
            view.AsOf, language, view.Controller, [.. Activities.All.Select(activity => words.Of(activity.Words))],
            [.. view.Items.SelectMany(item => item.People).Distinct()], Data(view), view.SpecialCategories, used,
            [.. view.Items.Select(item => new AssessedTerm(item.Kind, item.What, item.Rule, item.Term, item.Starts, item.Reason)).Distinct()],
            Measures.Of(words), [.. Ending.Select(words.Of)], Breach(controller.Mail, words),
            [.. UsedRecipients.Unknown(used, words), .. Blanks.Of(ToFillIn, words)]);
    }

    private static IReadOnlyList<RegisterData> Data(RegisterView view) =>
    [
        .. from data in view.Items.SelectMany(item => item.Data)
           group data.Fields by (data.Category, data.What) into category
           orderby category.Key.Category
           select new RegisterData(category.Key.Category, category.Key.What, [.. category.SelectMany(fields => fields).Distinct().Order(StringComparer.Ordinal)]),
    ];

    private static IReadOnlyList<string> Breach(string mail, PlainWords words) =>
    [
        words.Either(
            $"Wie iets merkt, meldt het zonder uitstel bij {mail}: wat er is gezien, wanneer, en van wie het gegevens kunnen zijn.",
            $"Whoever notices something reports it without delay to {mail}: what was seen, when, and whose data it may be."),
        words.Either(
            "De app meldt zelf per brief wat op een inbreuk kan wijzen: een keten van vernietigingsverklaringen die niet klopt, en een klok die verspringt.",
            "The app itself tells by letter what may point to a breach: a chain of certificates that does not hold, and a clock that jumps."),
        words.Either(
            $"De praktijk ziet in de audit wie wat zag of veranderde (GET {ApiPaths.Of("audit")}), en bij een persoon wat er van haar is (POST {ApiPaths.Of("subjects/export")}).",
            $"In the audit the practice sees who saw or changed what (GET {ApiPaths.Of("audit")}), and of a person what there is of her (POST {ApiPaths.Of("subjects/export")})."),
        words.Either(
            "De praktijk meldt het binnen 72 uur aan de Autoriteit Persoonsgegevens, tenzij het niet waarschijnlijk is dat mensen er risico door lopen (artikel 33), en aan hen zelf als dat hoog is (artikel 34).",
            "The practice reports it to the Dutch data protection authority within 72 hours, unless it is unlikely to put people at risk (article 33), and to them where that is high (article 34)."),
        words.Either("De praktijk legt elk datalek vast, ook als het niet wordt gemeld (artikel 33, lid 5).", "The practice records every breach, also one that is not reported (article 33(5))."),
    ];
}
