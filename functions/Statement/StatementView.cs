using WelWee3D.Exports;
using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Statement;

/// <summary>A promise as the statement tells it.</summary>
/// <param name="Term">An ISO 8601 duration.</param>
public sealed record StatementPromise(string Kind, string What, Term Term, string Starts, string Reason);

/// <summary>What another version tells otherwise: the lines that came, and those that went.</summary>
public sealed record StatementChanges(string Since, IReadOnlyList<string> Added, IReadOnlyList<string> Removed);

/// <summary>A version of the statement in one language.</summary>
/// <param name="InForceUntil">The last day; null for one that no other has followed yet.</param>
/// <param name="Changes">Null for the first.</param>
public sealed record StatementView(
    string Version, DateOnly InForceFrom, DateOnly? InForceUntil, string Language, IReadOnlyList<StatementPromise> Promises,
    IReadOnlyList<NamedRecipient> Recipients, string Text, string Sha256, StatementChanges? Changes)
{
    public static StatementView Of(StatementVersion version, StatementSources sources, string language)
    {
        var words = PlainWords.In(language);
        var text = string.Join('\n', Lines(version, sources, words));
        var next = StatementVersions.All.SkipWhile(each => each != version).Skip(1).FirstOrDefault();
        return new(
            version.Version, version.InForceFrom, next?.InForceFrom.AddDays(-1), language,
            [.. version.Promises.Select(rule => new StatementPromise(rule.Name, words.Of(rule.Words), rule.Term, words.Of(rule.Starts), words.Of(rule.Reason)))],
            sources.Recipients(language), text, StatementVersion.Sha256Of(text), ChangesOf(version, sources, words));
    }

    private static IReadOnlyList<string> Lines(StatementVersion version, StatementSources sources, PlainWords words) =>
    [
        .. version.Lines(words.Language),
        .. version.Told(sources.Settings).SelectMany(section => section.Lines).Select(words.Of),
        .. version.TellsWhereToAsk ? [WhereToAsk.Title(words), .. WhereToAsk.Lines(sources.Practice, words)] : Enumerable.Empty<string>(),
    ];

    private static StatementChanges? ChangesOf(StatementVersion version, StatementSources sources, PlainWords words)
    {
        if (StatementVersions.Before(version) is not { } before)
            return null;
        var (former, present) = (Lines(before, sources, words), Lines(version, sources, words));
        return new(before.Version, [.. present.Except(former)], [.. former.Except(present)]);
    }
}
