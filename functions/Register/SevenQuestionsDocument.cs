using WelWee3D.Http;
using WelWee3D.Retention.Shown;
using static System.Net.WebUtility;

namespace WelWee3D.Register;

internal static class SevenQuestionsDocument
{
    public static Document Of(SevenQuestionsView view)
    {
        var words = PlainWords.In(view.Language);
        return new(view, words.Either("De zeven vragen over wissen", "The seven questions about erasure"), Body(view, words), [Columns(words), .. view.Items.Select(Row)]);
    }

    private static string Body(SevenQuestionsView view, PlainWords words) => $"""
        {VisitorPage.Paragraph(words.Either(
            "In 2025 keken de Europese privacytoezichthouders samen hoe organisaties omgaan met het recht om gewist te worden. Op zeven punten ging het vaak mis. Zo gaat het hier.",
            "In 2025 the data protection authorities of Europe looked together at how organisations handle the right to be erased. It often went wrong on seven points. This is how it goes here."))}
        <p class="soft">{HtmlEncode(words.Either(
            $"De antwoorden zijn gemaakt op {words.Date(view.AsOf)} uit het systeem zoals het draait.", $"The answers were made on {words.Date(view.AsOf)} from the system as it runs."))}</p>
        {string.Concat(view.Items.Select((item, at) => VisitorPage.Card($"{at + 1}. {item.Question}", Told(item, words))))}
        """;

    private static string Told(AnsweredQuestion item, PlainWords words) => $"""
        {VisitorPage.List(item.Answer.Select(HtmlEncode)!)}
        <p>{HtmlEncode(words.Either("Kijk zelf na", "See for yourself"))}: {string.Join(", ", item.Proofs.Select(proof => $"""<a href="{proof.Page}">{HtmlEncode(proof.What)}</a>"""))}</p>
        """;

    private static IReadOnlyList<string> Columns(PlainWords words) =>
        [words.Either("punt", "point"), words.Either("vraag", "question"), words.Either("antwoord", "answer"), words.Either("na te kijken in", "to be checked at")];

    private static IReadOnlyList<string> Row(AnsweredQuestion item) =>
        [item.Name, item.Question, string.Join(' ', item.Answer), string.Join(", ", item.Proofs.Select(proof => ApiPaths.Of(proof.Route)))];
}
