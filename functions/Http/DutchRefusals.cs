using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace WelWee3D.Http;

/// <summary>What the app says when it refuses, in Dutch, for who asks for that. The rules tell it in English, with what they found in it.</summary>
public static partial class DutchRefusals
{
    private static IEnumerable<KeyValuePair<string, string>> Rows => [.. OfFields, .. OfFiles, .. OfRecords, .. OfRequests];

    /// <summary>Every sentence that has its Dutch, with a number for each value that stands in it.</summary>
    public static IEnumerable<string> Known => Rows.Select(row => row.Key);

    /// <summary>The sentence in a language; as it was told where it has no Dutch.</summary>
    public static string In(string language, string told)
    {
        if (language != "nl")
            return told;
        if (Table.Whole.TryGetValue(told, out var dutch))
            return dutch;
        foreach (var (english, words) in Table.WithHoles)
            if (english.Match(told) is { Success: true } found)
                return Number().Replace(words, hole => Inside(found.Groups[hole.Groups[1].Value[0] - '0' + 1].Value));
        return told;
    }

    /// <summary>The language of what is refused: Dutch where the caller's settings put it before English, else English.</summary>
    public static string LanguageOf(HttpRequest request) => request.PrefersDutch() ? "nl" : "en";

    private static string Inside(string value) => Amsterdam.TryDate(value, out var day)
        ? day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("nl-NL"))
        : Nouns.GetValueOrDefault(value, value);

    [GeneratedRegex(@"\\\{\d}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\{(\d)}")]
    private static partial Regex Number();

    // Apart, since it is made of the rows of all files.
    private static class Table
    {
        public static readonly FrozenDictionary<string, string> Whole =
            Rows.Where(row => !row.Key.Contains('{', StringComparison.Ordinal)).ToFrozenDictionary(StringComparer.Ordinal);

        // The one that says most first: another may fit anything.
        public static readonly IReadOnlyList<(Regex English, string Dutch)> WithHoles =
            [.. Rows.Where(row => row.Key.Contains('{', StringComparison.Ordinal))
                .OrderByDescending(row => row.Key.Length)
                .Select(row => (new Regex($"^{Hole().Replace(Regex.Escape(row.Key), "(.+)")}$", RegexOptions.CultureInvariant | RegexOptions.Singleline), row.Value))];
    }
}
