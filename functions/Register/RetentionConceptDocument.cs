using WelWee3D.Http;
using WelWee3D.Retention.Shown;
using static System.Net.WebUtility;

namespace WelWee3D.Register;

internal static class RetentionConceptDocument
{
    public static Document Of(RetentionConceptView view)
    {
        var words = PlainWords.In(view.Language);
        return new(view, words.Either("Bewaarconcept", "Retention concept"), Body(view, words), [Columns(words), .. view.Items.Select(Row)]);
    }

    private static string Body(RetentionConceptView view, PlainWords words) => $"""
        <p class="soft">{HtmlEncode(words.Either($"Gemaakt op {words.Date(view.AsOf)} uit de regels zoals ze gelden.", $"Made on {words.Date(view.AsOf)} from the rules as they are in force."))}</p>
        <table>
        <thead><tr>{string.Concat(Shown(words).Select(column => $"<th>{HtmlEncode(column)}</th>"))}</tr></thead>
        <tbody>
        {string.Concat(view.Items.Select(item => $"<tr>{string.Concat(Shown(item, words).Select(cell => $"<td>{HtmlEncode(cell)}</td>"))}</tr>\n"))}
        </tbody>
        </table>
        {VisitorPage.Card(words.Either("Hoe het gaat, en het bewijs", "How it goes, and the evidence"), VisitorPage.List(view.Items.Select(item => $"{item.Method} {words.Either("Bewijs", "Evidence")}: {item.Evidence}.").Distinct().Select(HtmlEncode)!))}
        {VisitorPage.Card(words.Either("Wat vernietigen opschort", "What suspends destruction"), VisitorPage.List(view.Suspensions.Select(HtmlEncode)!))}
        {VisitorPage.Card(words.Either("Back-ups en kopieën", "Backups and copies"), VisitorPage.List(view.Backups.Select(HtmlEncode)!))}
        {VisitorPage.Card(words.Either("Wie verantwoordelijk is", "Who is responsible"), VisitorPage.Paragraph(view.Responsible))}
        """;

    /// <summary>What fits on a page: all of it is in the table.</summary>
    private static IReadOnlyList<string> Shown(PlainWords words) =>
    [
        words.Either("wat", "what"), words.Either("standaardtermijn", "standard period"), words.Either("dagen eerder weg", "days deleted earlier"), words.Either("reden", "reason"),
    ];

    private static IReadOnlyList<string> Shown(DeletionRule item, PlainWords words) =>
    [
        item.What, words.Period(item.StandardDeletionPeriod, item.StartOfPeriod), $"{item.DeletedEarlierBy}", item.Reason,
    ];

    private static IReadOnlyList<string> Columns(PlainWords words) =>
    [
        words.Either("regel", "rule"), words.Either("gegevenscluster", "data cluster"), words.Either("wat", "what"), words.Either("begin van de termijn", "start of the period"),
        words.Either("standaardtermijn", "standard period"), words.Either("verwijderklasse", "deletion class"), words.Either("dagen eerder weg", "days deleted earlier"), words.Either("reden", "reason"),
        words.Either("methode", "method"), words.Either("bewijs", "evidence"),
    ];

    private static IReadOnlyList<string> Row(DeletionRule item) =>
    [
        item.Rule, item.Cluster, item.What, item.StartOfPeriod, $"{item.StandardDeletionPeriod}", item.DeletionClass, $"{item.DeletedEarlierBy}", item.Reason, item.Method, item.Evidence,
    ];
}
