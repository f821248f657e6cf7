using WelWee3D.Exports;
using WelWee3D.Http;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using static System.Net.WebUtility;

namespace WelWee3D.Register;

internal static class RegisterDocument
{
    public static Document Of(RegisterView view)
    {
        var words = PlainWords.In(view.Language);
        return new(view, words.Either("Register van verwerkingsactiviteiten", "Register of processing activities"), Body(view, words), [Columns(words), .. view.Items.Select(Row)]);
    }

    private static string Body(RegisterView view, PlainWords words) => $"""
        <p class="soft">{HtmlEncode(words.Either($"Gemaakt op {words.Date(view.AsOf)} uit het systeem zoals het draait.", $"Made on {words.Date(view.AsOf)} from the system as it runs."))}</p>
        {VisitorPage.Paragraph(words.Either($"Verwerkingsverantwoordelijke: {view.Controller}.", $"Controller: {view.Controller}."))}
        {VisitorPage.Paragraph(words.Either($"Bijzondere categorieën van persoonsgegevens: {string.Join("; ", view.SpecialCategories)}.", $"Special categories of personal data: {string.Join("; ", view.SpecialCategories)}."))}
        {string.Concat(view.Items.GroupBy(item => item.Activity).Select(activity => VisitorPage.Card(PlainWords.Capital(Title(activity.Key, words)), Told([.. activity], words))))}
        {VisitorPage.Card(words.Either("Wie gegevens krijgt, en waar", "Who gets data, and where"), VisitorPage.List(view.Recipients.Select(each => HtmlEncode($"{each.Name}: {RecipientWords.Told(each, view.Language)}"))!) + VisitorPage.Paragraph(view.Transfers))}
        {VisitorPage.Card(words.Either("Hoe dit alles is beveiligd", "How all of this is protected"), VisitorPage.List(Measures.Of(words).Select(HtmlEncode)!))}
        """;

    private static string Told(IReadOnlyList<RegisterItem> items, PlainWords words) => $"""
        {VisitorPage.List(new[]
        {
            (words.Either("Doel", "Purpose"), string.Join(' ', items[0].Purposes)),
            (words.Either("Grondslag", "Ground"), items[0].Ground),
            (words.Either("Betrokkenen", "Data subjects"), string.Join(", ", items[0].People)),
            (words.Either("Gegevens", "Data"), items[0].Data.Count == 0 ? words.Either("geen persoonsgegevens", "no personal data") : string.Join("; ", items[0].Data.Select(each => each.What))),
            (words.Either("Ontvangers", "Recipients"), string.Join(", ", items[0].Recipients)),
        }.Select(each => $"<b>{HtmlEncode(each.Item1)}</b>: {HtmlEncode(each.Item2)}"))}
        <h3>{HtmlEncode(words.Either("Hoe lang, en waarom", "How long, and why"))}</h3>
        {VisitorPage.List(items.Select(item => HtmlEncode(HowLong(item, words))))}
        """;

    private static string HowLong(RegisterItem item, PlainWords words) =>
        item.Rule is { } rule ? words.Promise(RetentionSchedule.Find(rule)!) : item.Reason;

    private static IReadOnlyList<string> Columns(PlainWords words) =>
    [
        words.Either("activiteit", "activity"), words.Either("soort", "kind"), words.Either("doel", "purpose"), words.Either("grondslag", "ground"), words.Either("betrokkenen", "data subjects"),
        words.Either("gegevens", "data"), words.Either("ontvangers", "recipients"), words.Either("regel", "rule"), words.Either("termijn", "term"), words.Either("vanaf", "from"), words.Either("reden", "reason"),
        words.Either("maatregelen", "measures"),
    ];

    private static IReadOnlyList<string> Row(RegisterItem item) =>
    [
        item.Activity, item.Kind, string.Join(' ', item.Purposes), item.Ground, string.Join(", ", item.People), string.Join("; ", item.Data.Select(each => each.What)),
        string.Join(", ", item.Recipients), item.Rule ?? "", $"{item.Term}", item.Starts, item.Reason, string.Join(' ', item.Measures),
    ];

    private static string Title(string activity, PlainWords words) => words.Of(Activities.All.Single(each => each.Name == activity).Words);
}
