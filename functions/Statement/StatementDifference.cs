using WelWee3D.Retention.Shown;

namespace WelWee3D.Statement;

/// <summary>What stands otherwise under one heading of the statement.</summary>
internal sealed record StatementDifference(string Title, IReadOnlyList<string> Came, IReadOnlyList<string> Went)
{
    /// <summary>Heading by heading, as the settings have it now; the promises last. What only moved is no change.</summary>
    public static IReadOnlyList<StatementDifference> Between(StatementVersion before, StatementVersion after, string language, StatementSettings settings)
    {
        var words = PlainWords.In(language);
        Dictionary<string, IReadOnlyList<string>> Parts(StatementVersion version) => version.Sections.Concat(version.Told(settings))
            .Select(section => (words.Of(section.Title), section.Paragraphs.Select(words.Of)))
            .Append((words.Of(StatementVersion.HowLong), version.Promises.Select(words.Promise)))
            .GroupBy(part => part.Item1, part => part.Item2).ToDictionary(part => part.Key, part => (IReadOnlyList<string>)[.. part.SelectMany(lines => lines)]);

        var (former, present) = (Parts(before), Parts(after));
        return
        [
            .. present.Keys.Union(former.Keys)
                .Select(title => new StatementDifference(
                    title,
                    [.. (present.GetValueOrDefault(title) ?? []).Except(former.GetValueOrDefault(title) ?? [])],
                    [.. (former.GetValueOrDefault(title) ?? []).Except(present.GetValueOrDefault(title) ?? [])]))
                .Where(part => part.Came.Count + part.Went.Count > 0),
        ];
    }
}
