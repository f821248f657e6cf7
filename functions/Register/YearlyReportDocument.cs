using WelWee3D.Http;
using WelWee3D.Retention.Shown;
using static System.Net.WebUtility;

namespace WelWee3D.Register;

internal static class YearlyReportDocument
{
    public static Document Of(YearlyReportView view)
    {
        var words = PlainWords.In(view.Language);
        var lines = Lines(view, words).ToList();
        return new(
            view, words.Either($"Jaarverslag privacy {view.Year}", $"Privacy report of {view.Year}"),
            Body(view, lines, words), [.. lines.Select(line => (IReadOnlyList<string>)[line.Part, line.What, line.Told])]);
    }

    private static string Body(YearlyReportView view, IReadOnlyList<Line> lines, PlainWords words) => $"""
        <p class="soft">{HtmlEncode(view.IsOver
            ? words.Either("Het jaar is voorbij.", "The year is over.")
            : words.Either("Het jaar is nog niet voorbij: dit is hoe het er nu voor staat.", "The year is not over yet: this is how it stands now."))}</p>
        {string.Concat(lines.GroupBy(line => line.Part).Select(part => VisitorPage.Card(part.Key, VisitorPage.List(part.Select(line => $"{HtmlEncode(line.What)}: <b>{HtmlEncode(line.Told)}</b>")))))}
        """;

    private static IEnumerable<Line> Lines(YearlyReportView view, PlainWords words)
    {
        var part = words.Either("Ontvangen", "Received");
        foreach (var each in view.Received)
            yield return new(part, each.What, words.Number(each.Count));
        part = words.Either("Vernietigd", "Destroyed");
        foreach (var each in view.Destroyed.ByRule)
            yield return new(part, each.What, words.Number(each.Count));
        yield return new(part, words.Either("op tijd", "in time"), words.Number(view.Destroyed.OnTime));
        yield return new(part, words.Either("te laat", "late"), words.Number(view.Destroyed.Late));
        if (view.Destroyed is { EarliestMargin: { } earliest, LatestMargin: { } latest })
            yield return new(part, words.Either("dagen voor de uiterste datum, het meest en het minst", "days before the last one, the most and the fewest"), $"{earliest}; {latest}");
        yield return new(part, words.Either("ongedaan gemaakt", "undone"), words.Number(view.Destroyed.Undone));
        part = words.Either("Privacyverzoeken", "Privacy requests");
        yield return new(part, words.Either("ontvangen", "received"), words.Number(view.Requests.Received));
        yield return new(part, words.Either("beantwoord, en op tijd", "answered, and in time"), $"{view.Requests.Answered}; {view.Requests.InTime}");
        yield return new(part, words.Either("nog open", "open yet"), words.Number(view.Requests.Open));
        if (view.Requests.Days is { } days)
            yield return new(part, words.Either("dagen tot het antwoord: minst, midden, meest", "days to the answer: fewest, middle, most"), $"{days.Fewest}; {days.Median}; {days.Most}");
        part = words.Either("Kopieën en bewijs", "Copies and proof");
        yield return new(part, words.Either("kopieën die nog te vernietigen zijn, en te laat", "copies to be destroyed yet, and overdue"), $"{view.OpenCopies}; {view.OverdueCopies}");
        yield return new(part, words.Either("nieuwste ijkpunt", "newest checkpoint"), view.NewestCheckpoint is { } newest
            ? $"{newest.Number}, {words.Date(newest.Day)}, {newest.Hash}"
            : words.Either("nog geen", "none yet"));
    }

    private sealed record Line(string Part, string What, string Told);
}
