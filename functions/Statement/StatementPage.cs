using WelWee3D.Exports;
using WelWee3D.Http;
using WelWee3D.Retention.Shown;
using static System.Net.WebUtility;
using static WelWee3D.Http.VisitorPage;

namespace WelWee3D.Statement;

/// <summary>The statement as a page, to read and to print.</summary>
internal sealed class StatementPage(StatementVersion version, StatementView view, StatementSources sources)
{
    private readonly PlainWords words = PlainWords.In(view.Language);

    public string Render()
    {
        var title = words.Either("Privacyverklaring", "Privacy statement");
        return VisitorPage.Of(title, view.Language, $"""
            {Top(view.Language)}
            <h1>{title}</h1>
            <p class="soft">{HtmlEncode(InForce())}</p>
            {Changed()}
            {string.Concat(version.Sections.Select(section => Told(words.Of(section.Title), section.Paragraphs.Select(words.Of))))}
            {Listed(words.Of(StatementVersion.HowLong), version.Promises.Select(words.Promise))}
            {Listed(words.Either("Wie gegevens van ons krijgt", "Who gets data from us"), view.Recipients.Select(each => $"{each.Name}: {RecipientWords.Told(each, view.Language)}"))}
            {string.Concat(version.Told(sources.Settings).Select(section => Told(words.Of(section.Title), section.Paragraphs.Select(words.Of))))}
            {Told(WhereToAsk.Title(words), WhereToAsk.Lines(sources.Practice, words))}
            {Versions()}
            """);
    }

    private string InForce() => view.InForceUntil is { } until
        ? words.Either($"Versie {view.Version}, van {words.Date(view.InForceFrom)} tot en met {words.Date(until)}.", $"Version {view.Version}, from {words.Date(view.InForceFrom)} up to and including {words.Date(until)}.")
        : words.Either($"Versie {view.Version}, van kracht sinds {words.Date(view.InForceFrom)}.", $"Version {view.Version}, in force since {words.Date(view.InForceFrom)}.");

    /// <summary>What this version tells otherwise, under the heading where it stands; of a promise what it was and what it is.</summary>
    private string Changed()
    {
        if (view.Changes is not { } changes || StatementVersions.Before(version) is not { } before)
            return "";
        var parts = StatementDifference.Between(before, version, view.Language, sources.Settings).Select(part =>
            $"<h3>{HtmlEncode(part.Title)}</h3>\n<ul class=\"changes\">{string.Concat(part.Went.Select(line => Line(line, came: false)).Concat(part.Came.Select(line => Line(line, came: true))))}</ul>");
        return Card(
            words.Either($"Wat er is veranderd sinds versie {changes.Since}", $"What changed since version {changes.Since}"),
            Folded(words.Either("Lees wat erbij kwam en wat er niet meer staat", "Read what was added and what is no longer there"), string.Join('\n', parts)));
    }

    private string Line(string text, bool came) => came
        ? $"""<li class="came"><span class="mark well">{words.Either("nieuw", "new")}</span><span>{HtmlEncode(text)}</span></li>"""
        : $"""<li class="went"><span class="mark">{words.Either("weg", "gone")}</span><del>{HtmlEncode(text)}</del></li>""";

    /// <summary>Whoever wants to know what was told then finds it.</summary>
    private string Versions() => Card(words.Either("Alle versies", "All versions"), List(StatementVersions.All.Select(each =>
        each == version
            ? HtmlEncode(words.Either($"Versie {each.Version}, van {words.Date(each.InForceFrom)}: die lees je nu", $"Version {each.Version}, of {words.Date(each.InForceFrom)}: you are reading it"))
            : $"""<a href="{ApiPaths.Of($"statement/{each.Version}?{Preferences.LanguageParameter}={view.Language}")}">{HtmlEncode(words.Either($"Versie {each.Version}, van {words.Date(each.InForceFrom)}", $"Version {each.Version}, of {words.Date(each.InForceFrom)}"))}</a>""")!));

    private static string Told(string title, IEnumerable<string> paragraphs) => Card(title, string.Join('\n', paragraphs.Select(Paragraph)));

    private static string Listed(string title, IEnumerable<string> items) => Card(title, List(items.Select(HtmlEncode)!));
}
