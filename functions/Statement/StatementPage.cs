using WelWee3D.Http;
using WelWee3D.People;
using WelWee3D.Retention.Shown;
using static System.Net.WebUtility;
using static WelWee3D.Http.VisitorPage;

namespace WelWee3D.Statement;

/// <summary>The statement as a page, to read and to print.</summary>
internal sealed class StatementPage(StatementVersion version, StatementView view, string practice)
{
    private readonly PlainWords words = PlainWords.In(view.Language);

    public string Render()
    {
        var title = words.Either("Privacyverklaring", "Privacy statement");
        return VisitorPage.Of(title, view.Language, $"""
            <h1>{title}</h1>
            <p class="soft">{HtmlEncode(InForce())}</p>
            {string.Concat(version.Sections.Select(section => Told(words.Of(section.Title), section.Paragraphs.Select(words.Of))))}
            {Listed(words.Of(StatementVersion.HowLong), version.Promises.Select(words.Promise))}
            {Listed(words.Either("Wie gegevens van ons krijgt", "Who gets data from us"), view.Recipients.Select(each => $"{each.Name}: {each.Purpose}."))}
            {Told(words.Either("Vragen, verzoeken en klachten", "Questions, requests and complaints"), [words.Either($"Schrijf naar {practice}.", $"Write to {practice}."), Authority.Beside(view.Language)])}
            {Changes()}
            """);
    }

    private string InForce() => view.InForceUntil is { } until
        ? words.Either($"Versie {view.Version}, van {words.Date(view.InForceFrom)} tot en met {words.Date(until)}.", $"Version {view.Version}, from {words.Date(view.InForceFrom)} up to and including {words.Date(until)}.")
        : words.Either($"Versie {view.Version}, van kracht sinds {words.Date(view.InForceFrom)}.", $"Version {view.Version}, in force since {words.Date(view.InForceFrom)}.");

    private string Changes() => view.Changes is not { } changes ? "" : $"""
        <details>
        <summary>{HtmlEncode(words.Either($"Wat er is veranderd sinds versie {changes.Since}", $"What changed since version {changes.Since}"))}</summary>
        {Listed(words.Either("Dit kwam erbij", "This was added"), changes.Added)}
        {Listed(words.Either("Dit staat er niet meer", "This is no longer there"), changes.Removed)}
        </details>
        """;

    private static string Told(string title, IEnumerable<string> paragraphs) => Card(title, string.Join('\n', paragraphs.Select(Paragraph)));

    private static string Listed(string title, IEnumerable<string> items) => Card(title, List(items.Select(HtmlEncode)!));
}
