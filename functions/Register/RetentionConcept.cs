using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using WelWee3D.Storage;

namespace WelWee3D.Register;

/// <summary>A deletion rule, by the terms of EN ISO/IEC 27555.</summary>
/// <param name="Cluster">The data objects that it is for: the kinds of record.</param>
/// <param name="StartOfPeriod">What the standard deletion period begins with.</param>
/// <param name="StandardDeletionPeriod">An ISO 8601 duration.</param>
/// <param name="DeletionClass">Rules with the same start and period are one class.</param>
/// <param name="DeletedEarlierBy">Days before the end of the period, where what was deleted can be recovered for a while.</param>
public sealed record DeletionRule(
    string Rule, string Cluster, string What, string StartOfPeriod, Term StandardDeletionPeriod, string DeletionClass, int DeletedEarlierBy, string Reason,
    string Method, string Evidence);

/// <summary>The retention concept: every rule, and what holds for all of them.</summary>
public sealed record RetentionConceptView(
    DateOnly AsOf, string Language, IReadOnlyList<DeletionRule> Items, IReadOnlyList<string> Suspensions, IReadOnlyList<string> Backups, string Responsible);

/// <summary>Made from the retention schedule.</summary>
public sealed class RetentionConcept(RetentionRules rules, TimeProvider clock)
{
    public RetentionConceptView In(string language)
    {
        var words = PlainWords.In(language);
        return new(clock.Today(), language, [.. RetentionSchedule.All.Select(rule => Of(rule, words))], Suspensions(words), Backups(words), words.Either(
            "De privacyfunctionaris van de praktijk; de app voert uit.", "The privacy officer of the practice; the app carries it out."));
    }

    private DeletionRule Of(RetentionRule rule, PlainWords words) => new(
        rule.Name,
        string.Join(", ", Activities.All.Where(activity => activity.Rules.Contains(rule)).SelectMany(activity => activity.Kinds)),
        words.Of(rule.Words), words.Of(rule.Starts), rule.Term, $"{rule.Term} {words.Either("vanaf", "from")} {words.Of(rule.Starts)}",
        rules.Apply(rule, clock.Today(), Interventions.None, clock.Today()).Margin, words.Of(rule.Reason),
        words.Method(Certificates.Method),
        words.Either("een certificaat met een nummer, in een keten die niet ongemerkt verandert", "a numbered certificate, in a chain that does not change unnoticed"));

    private static IReadOnlyList<string> Suspensions(PlainWords words) =>
    [
        words.Either("Een bewaarplicht, met reden en laatste dag; daarna gaat het alsnog.", "A hold, with a reason and a last day; after it, it goes all the same."),
        words.Either("Een beperking van de verwerking, tot die wordt opgeheven.", "A restriction of processing, until it is lifted."),
        words.Either("Een privacyverzoek dat nog open is: het verzoek zelf blijft tot het is beantwoord.", "A privacy request that is open yet: the request itself stays until it was answered."),
    ];

    private static IReadOnlyList<string> Backups(PlainWords words) =>
    [
        words.Either(
            "Een verwijderde scan is nog even te herstellen; daarom wordt die zoveel dagen eerder vernietigd.",
            "A deleted scan can be recovered for a while; so it is destroyed so many days earlier."),
        words.Either(
            "Na het terugzetten van een back-up wordt het vernietigingsregister nagelopen: wat vernietigd was, wordt opnieuw vernietigd.",
            "After a backup was restored the destruction ledger is replayed: what was destroyed is destroyed again."),
        words.Either(
            "Kopieën op schijven van de praktijk staan als taak open tot medewerkers de vernietiging bevestigen.",
            "Copies on disks of the practice are open tasks until staff confirm that they were destroyed."),
    ];
}
