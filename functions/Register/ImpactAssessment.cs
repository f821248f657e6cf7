using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Register;

/// <summary>Where data goes: from whom it is about to the app, and from there to whoever has a part in it.</summary>
public sealed record DataFlow(string From, string To, string What);

/// <param name="Rule">Absent where no rule is for it: then the reason says how long.</param>
public sealed record AssessedTerm(string Kind, string What, string? Rule, Term? Term, string Starts, string Reason);

/// <param name="IsSpecial">Whether it tells of somebody's body or health.</param>
/// <param name="Judgements">What the practice has yet to say of it.</param>
public sealed record AssessedActivity(
    string Activity, string What, IReadOnlyList<string> Purposes, string Ground, IReadOnlyList<string> People, IReadOnlyList<RegisterData> Data, bool IsSpecial,
    IReadOnlyList<DataFlow> Flows, IReadOnlyList<AssessedTerm> Terms, IReadOnlyList<Blank> Judgements);

/// <summary>A data protection impact assessment (GDPR article 35(7)): its facts, and room for what is judged.</summary>
public sealed record AssessmentView(
    DateOnly AsOf, string Language, string Controller, IReadOnlyList<string> SpecialCategories, IReadOnlyList<AssessedActivity> Items,
    IReadOnlyList<UsedRecipient> Recipients, IReadOnlyList<RightHeld> Rights, IReadOnlyList<string> Measures, IReadOnlyList<Blank> Judgements);

/// <summary>Makes the facts of the assessment from the register of processing, which has them from what runs.</summary>
public sealed class ImpactAssessment(RegisterOfProcessing register, UsedRecipients recipients)
{
    private static readonly (string Name, Words Question)[] OfAnActivity =
    [
        ("necessity", new("Waarom is deze verwerking nodig voor dit doel, en kan het niet met minder gegevens?", "Why is this processing needed for this purpose, and would less data not do?")),
        ("risk-access", new("Wat als iemand deze gegevens ziet die dat niet mag: hoe erg, en hoe waarschijnlijk?", "What if somebody sees this data who may not: how bad, and how likely?")),
        ("risk-change", new("Wat als ze ongewenst veranderen: hoe erg, en hoe waarschijnlijk?", "What if it is changed unwantedly: how bad, and how likely?")),
        ("risk-loss", new("Wat als ze verloren gaan: hoe erg, en hoe waarschijnlijk?", "What if it is lost: how bad, and how likely?")),
    ];

    private static readonly (string Name, Words Question)[] OfTheWhole =
    [
        ("proportionality", new("Staat het belang van de praktijk in verhouding tot wat dit van mensen vraagt?", "Is what the practice gains in proportion to what this asks of people?")),
        ("risk-left", new("Welk risico blijft er over na de maatregelen, en waarom is dat aanvaardbaar?", "Which risk is left after the measures, and why is it acceptable?")),
        ("more-measures", new("Welke maatregelen neemt de praktijk daarnaast?", "Which measures does the practice take besides?")),
        ("views", new("Wat vinden cliënten ervan (artikel 35, lid 9)?", "What do clients think of it (article 35(9))?")),
        ("advice", new("Wat adviseert de functionaris voor gegevensbescherming, als die er is (artikel 35, lid 2)?", "What does the data protection officer advise, where there is one (article 35(2))?")),
        ("consultation", new("Moet de toezichthouder vooraf worden geraadpleegd (artikel 36)?", "Must the authority be consulted first (article 36)?")),
        ("decision", new("Wat is besloten, door wie en op welke dag?", "What was decided, by whom and on which day?")),
        ("review", new("Op welke dag wordt dit opnieuw bekeken?", "On which day is this looked at again?")),
    ];

    public AssessmentView In(string language)
    {
        var (words, view) = (PlainWords.In(language), register.In(language));
        var used = recipients.Of(view, words);
        return new(
            view.AsOf, language, view.Controller, view.SpecialCategories,
            [.. view.Items.GroupBy(item => item.Activity).Select(items => Of([.. items], words))],
            used, RightsHeld.Of(words), Measures.Of(words), [.. UsedRecipients.Unknown(used, words), .. Blanks.Of(OfTheWhole, words)]);
    }

    private static AssessedActivity Of(IReadOnlyList<RegisterItem> items, PlainWords words)
    {
        var item = items[0];
        var activity = Activities.All.Single(each => each.Name == item.Activity);
        return new(
            item.Activity, words.Of(activity.Words), item.Purposes, item.Ground, item.People, item.Data,
            item.Data.Any(data => data.Category == Storage.DataCategory.Body), Flows(item, words),
            [.. items.Select(each => new AssessedTerm(each.Kind, each.What, each.Rule, each.Term, each.Starts, each.Reason))], Blanks.Of(OfAnActivity, words));
    }

    private static IReadOnlyList<DataFlow> Flows(RegisterItem item, PlainWords words)
    {
        var (app, what) = (words.Either("de app", "the app"), string.Join("; ", item.Data.Select(data => data.What)));
        return
        [
            .. item.People.Select(people => new DataFlow(people, app, what)),
            .. item.Recipients.Select(recipient => new DataFlow(app, recipient, what)),
        ];
    }
}
