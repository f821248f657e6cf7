using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

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
            "De praktijk; de medewerker voor privacy ziet erop toe, en de app voert het uit.", "The practice; the privacy officer sees to it, and the app carries it out."));
    }

    private DeletionRule Of(RetentionRule rule, PlainWords words) => new(
        rule.Name,
        string.Join(", ", Activities.All.Where(activity => activity.Rules.Contains(rule)).SelectMany(activity => activity.Kinds)),
        words.Of(rule.Words), words.Of(rule.Starts), rule.Term, $"{rule.Term} {words.Either("vanaf", "from")} {words.Of(rule.Starts)}",
        rules.Apply(rule, clock.Today(), Interventions.None, clock.Today()).Margin, words.Of(rule.Reason),
        words.Method(Certificates.Method),
        words.Either("een vernietigingsverklaring met een nummer, in een keten die niet ongemerkt verandert", "a numbered certificate, in a chain that does not change unnoticed"));

    internal static readonly Words NoBackup = new(
        "Er wordt geen back-up gemaakt: die zou bewaren wat vernietigd is. Een account dat als geheel is verwijderd, kan Azure nog twee weken terughalen.",
        "No backup is made: it would keep what was destroyed. An account that was deleted as a whole Azure can bring back for two weeks.");

    private static IReadOnlyList<string> Suspensions(PlainWords words) =>
    [
        words.Either("Een bewaarplicht, met reden en laatste dag; daarna gaat het alsnog.", "A hold, with a reason and a last day; after it, it goes all the same."),
        words.Either("Een beperking van de verwerking, tot die wordt opgeheven.", "A restriction of processing, until it is lifted."),
        words.Either(
            "Een privacyverzoek dat nog open is: het verzoek zelf blijft tot het is beantwoord en het antwoord weg is.",
            "A privacy request that is open yet: the request itself stays until it was answered and the answer has left."),
        words.Either(
            "Een brief met het bewijs dat een scan weg is: de bestelling blijft tot die is verstuurd, of na een dag is opgegeven.",
            "A letter with the proof that a scan is gone: the order stays until it was sent, or given up after a day."),
    ];

    private static IReadOnlyList<string> Backups(PlainWords words) =>
    [
        words.Either(
            "Een verwijderde scan is nog even te herstellen; daarom wordt die een dag meer dan dat eerder vernietigd, zoals bij elke regel staat.",
            "A deleted scan can be recovered for a while; so it is destroyed one day more than that earlier, as is told with each rule."),
        words.Of(NoBackup),
        words.Either(
            "Wordt er toch iets teruggezet, dan wordt het vernietigingsregister nagelopen: wat vernietigd was, wordt opnieuw vernietigd.",
            "Where something is restored all the same, the destruction ledger is replayed: what was destroyed is destroyed again."),
        words.Either(
            "Kopieën op schijven en in postvakken van de praktijk staan als taak open tot medewerkers de vernietiging bevestigen.",
            "Copies on disks and in mailboxes of the practice are open tasks until staff confirm that they were destroyed."),
    ];
}
