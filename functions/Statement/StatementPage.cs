using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;
using static System.Net.WebUtility;

namespace WelWee3D.Statement;

/// <summary>The statement as a page, to read and to print.</summary>
internal sealed class StatementPage(StatementVersion version, StatementView view, string practice)
{
    private readonly PlainWords words = PlainWords.In(view.Language);

    public string Render()
    {
        var title = Either("Privacyverklaring", "Privacy statement");
        return VisitorPage.Of(title, view.Language, $"""
            <h1>{title}</h1>
            <p class="soft">{HtmlEncode(InForce())}</p>
            {string.Concat(version.Sections.Select(section => Section(words.Of(section.Title), section.Paragraphs.Select(words.Of))))}
            {List(words.Of(StatementVersion.HowLong), version.Promises.Select(promise => StatementVersion.Told(promise, view.Language)))}
            {List(Either("Wie gegevens van ons krijgt", "Who gets data from us"), view.Recipients.Select(each => $"{each.Name}: {each.Purpose}."))}
            {Section(Either("Vragen, verzoeken en klachten", "Questions, requests and complaints"), [Either($"Schrijf naar {practice}.", $"Write to {practice}."), Authority.Beside(view.Language)])}
            {Changes()}
            """);
    }

    private string InForce() => view.InForceUntil is { } until
        ? Either($"Versie {view.Version}, van {words.Date(view.InForceFrom)} tot en met {words.Date(until)}.", $"Version {view.Version}, from {words.Date(view.InForceFrom)} up to and including {words.Date(until)}.")
        : Either($"Versie {view.Version}, van kracht sinds {words.Date(view.InForceFrom)}.", $"Version {view.Version}, in force since {words.Date(view.InForceFrom)}.");

    private string Changes() => view.Changes is not { } changes ? "" : $"""
        <details>
        <summary>{HtmlEncode(Either($"Wat er is veranderd sinds versie {changes.Since}", $"What changed since version {changes.Since}"))}</summary>
        {List(Either("Dit kwam erbij", "This was added"), changes.Added)}
        {List(Either("Dit staat er niet meer", "This is no longer there"), changes.Removed)}
        </details>
        """;

    private static string Section(string title, IEnumerable<string> paragraphs) => $"""
        <section class="card">
        <h2>{HtmlEncode(title)}</h2>
        {string.Concat(paragraphs.Select(each => $"<p>{HtmlEncode(each)}</p>\n"))}
        </section>
        """;

    private static string List(string title, IEnumerable<string> items) => $"""
        <section class="card">
        <h2>{HtmlEncode(title)}</h2>
        <ul>{string.Concat(items.Select(each => $"<li>{HtmlEncode(each)}</li>\n"))}</ul>
        </section>
        """;

    private string Either(string nl, string en) => words.Of(new Words(nl, en));
}
