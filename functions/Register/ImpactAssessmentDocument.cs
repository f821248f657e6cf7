using WelWee3D.Http;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using static System.Net.WebUtility;

namespace WelWee3D.Register;

internal static class ImpactAssessmentDocument
{
    public static Document Of(AssessmentView view)
    {
        var words = PlainWords.In(view.Language);
        return new(
            view, words.Either("Gegevensbeschermingseffectbeoordeling (DPIA)", "Data protection impact assessment"), Body(view, words),
            [Columns(words), .. view.Items.SelectMany(item => item.Terms, Row)]);
    }

    private static string Body(AssessmentView view, PlainWords words) => $"""
        <p class="soft">{HtmlEncode(words.Either(
            $"De feiten zijn gemaakt op {words.Date(view.AsOf)} uit het systeem zoals het draait. Wat de praktijk beoordeelt, vult zij op de lijnen in.",
            $"The facts were made on {words.Date(view.AsOf)} from the system as it runs. What the practice judges it fills in on the lines."))}</p>
        {VisitorPage.Paragraph(words.Either($"Verwerkingsverantwoordelijke: {view.Controller}.", $"Controller: {view.Controller}."))}
        {VisitorPage.Paragraph(words.Either($"Bijzondere categorieën van persoonsgegevens: {string.Join("; ", view.SpecialCategories)}.", $"Special categories of personal data: {string.Join("; ", view.SpecialCategories)}."))}
        {string.Concat(view.Items.Select(item => VisitorPage.Card(PlainWords.Capital(item.What), Told(item, words))))}
        {VisitorPage.Card(words.Either("Wie gegevens krijgt", "Who gets data"), Recipients(view.Recipients, words))}
        {VisitorPage.Card(words.Either("Rechten, en hoe ze worden uitgevoerd", "Rights, and how they are carried out"), VisitorPage.List(view.Rights.Select(right => HtmlEncode($"{right.Article}: {right.How}"))!))}
        {VisitorPage.Card(words.Either("Maatregelen", "Measures"), VisitorPage.List(view.Measures.Select(HtmlEncode)!))}
        {VisitorPage.Card(words.Either("Wat de praktijk beoordeelt", "What the practice judges"), Blanks.List(view.Judgements))}
        """;

    private static string Told(AssessedActivity item, PlainWords words) => $"""
        {VisitorPage.List(new[]
        {
            (words.Either("Doel", "Purpose"), string.Join(' ', item.Purposes)),
            (words.Either("Grondslag", "Ground"), item.Ground),
            (words.Either("Betrokkenen", "Data subjects"), string.Join(", ", item.People)),
            (words.Either("Gegevens", "Data"), item.Data.Count == 0 ? words.Either("geen persoonsgegevens", "no personal data") : string.Join("; ", item.Data.Select(each => each.What))),
            (words.Either("Bijzondere categorieën van persoonsgegevens", "Special categories of personal data"), item.IsSpecial ? words.Either("ja", "yes") : words.Either("nee", "no")),
        }.Select(each => $"<b>{HtmlEncode(each.Item1)}</b>: {HtmlEncode(each.Item2)}"))}
        <h3>{HtmlEncode(words.Either("Waar gegevens heen gaan", "Where data goes"))}</h3>
        {VisitorPage.List(item.Flows.Select(flow => HtmlEncode($"{flow.From} → {flow.To}"))!)}
        <h3>{HtmlEncode(words.Either("Hoe lang, en waarom", "How long, and why"))}</h3>
        {VisitorPage.List(item.Terms.Select(term => HtmlEncode(term.Rule is { } rule ? words.Promise(RetentionSchedule.Find(rule)!) : term.Reason))!)}
        <h3>{HtmlEncode(words.Either("In te vullen", "To fill in"))}</h3>
        {Blanks.List(item.Judgements)}
        """;

    internal static string Recipients(IEnumerable<UsedRecipient> recipients, PlainWords words) => VisitorPage.List(recipients.Select(each =>
        $"<b>{HtmlEncode(each.Name)}</b> {HtmlEncode(each.Purpose)}; {HtmlEncode(words.Either("regio", "region"))}: {HtmlEncode(each.Region ?? "……………")}"));

    private static IReadOnlyList<string> Columns(PlainWords words) =>
    [
        words.Either("activiteit", "activity"), words.Either("soort", "kind"), words.Either("doel", "purpose"), words.Either("grondslag", "ground"), words.Either("betrokkenen", "data subjects"),
        words.Either("gegevens", "data"), words.Either("bijzonder", "special"), words.Either("regel", "rule"), words.Either("termijn", "term"), words.Either("reden", "reason"),
        words.Either("in te vullen", "to fill in"),
    ];

    private static IReadOnlyList<string> Row(AssessedActivity item, AssessedTerm term) =>
    [
        item.Activity, term.Kind, string.Join(' ', item.Purposes), item.Ground, string.Join(", ", item.People), string.Join("; ", item.Data.Select(each => each.What)),
        item.IsSpecial ? "1" : "0", term.Rule ?? "", $"{term.Term}", term.Reason, string.Join(", ", item.Judgements.Select(each => each.Name)),
    ];
}
