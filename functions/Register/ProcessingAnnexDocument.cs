using WelWee3D.Http;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using static System.Net.WebUtility;

namespace WelWee3D.Register;

internal static class ProcessingAnnexDocument
{
    public static Document Of(AnnexView view)
    {
        var words = PlainWords.In(view.Language);
        return new(
            view, words.Either("Bijlage bij de verwerkersovereenkomst", "Annex to the processing agreement"), Body(view, words),
            [Columns(words), .. view.Items.Select(each => Row(each, words))]);
    }

    private static string Body(AnnexView view, PlainWords words) => $"""
        <p class="soft">{HtmlEncode(words.Either($"Gemaakt op {words.Date(view.AsOf)} uit het systeem zoals het draait.", $"Made on {words.Date(view.AsOf)} from the system as it runs."))}</p>
        {VisitorPage.Paragraph(words.Either($"Verwerkingsverantwoordelijke: {view.Controller}.", $"Controller: {view.Controller}."))}
        {Card(words.Either("Wat er wordt verwerkt", "What is processed"), view.Activities)}
        {Card(words.Either("Van wie", "Of whom"), view.People)}
        {Card(words.Either("Welke gegevens", "Which data"), [.. view.Data.Select(each => each.What), .. view.SpecialCategories])}
        {VisitorPage.Card(words.Either("Wie het verwerkt, en waar", "Who processes it, and where"), ImpactAssessmentDocument.Recipients(view.Items, words))}
        {Card(words.Either("Hoe lang", "How long"), view.Terms.Select(term => term.Rule is { } rule ? words.Promise(RetentionSchedule.Find(rule)!) : $"{PlainWords.Capital(term.What)}: {term.Reason}"))}
        {Card(words.Either("Maatregelen", "Measures"), view.Measures)}
        {Card(words.Either("Aan het einde", "At the end"), view.AtTheEnd)}
        {Card(words.Either("Bij een datalek", "At a breach"), view.Breach)}
        {VisitorPage.Card(words.Either("In te vullen", "To fill in"), Blanks.List(view.Blanks))}
        """;

    private static string Card(string title, IEnumerable<string> told) => VisitorPage.Card(title, VisitorPage.List(told.Select(HtmlEncode)!));

    private static IReadOnlyList<string> Columns(PlainWords words) =>
    [
        words.Either("ontvanger", "recipient"), words.Either("wat die doet", "what it does"), words.Either("regio", "region"),
        words.Either("ingeschakeld door", "engaged by"), words.Either("gegevens", "data"),
    ];

    private static IReadOnlyList<string> Row(UsedRecipient each, PlainWords words) =>
    [
        each.Name, each.Purpose, each.Region ?? "", each.ByTheApp ? words.Either("de app", "the app") : words.Either("de praktijk", "the practice"), string.Join("; ", each.Data),
    ];
}
