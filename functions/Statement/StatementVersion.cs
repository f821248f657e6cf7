using WelWee3D.Retention;
using WelWee3D.Retention.Shown;

namespace WelWee3D.Statement;

/// <summary>A part of the statement under a heading of its own.</summary>
public sealed record StatementSection(Words Title, IReadOnlyList<Words> Paragraphs)
{
    /// <summary>Its heading and what stands under it.</summary>
    public IEnumerable<Words> Lines => Paragraphs.Prepend(Title);
}

/// <summary>What a version tells as the settings have it: who is responsible, and for how many days storage can bring a deleted scan back.</summary>
public sealed record StatementSettings(string Controller, int RecoveryDays);

/// <summary>
/// What the practice told people from a day on. Once it was in force it never changes: other words, another term or another kind of
/// record are another version.
/// </summary>
/// <param name="Promises">The rows of the retention schedule that it tells, as they were then.</param>
/// <param name="TellsWhereToAsk">Whether its text says where to ask and to complain; of those before only the page does.</param>
/// <param name="AsSet">What it tells as the settings have it; null where it tells nothing of that.</param>
public sealed record StatementVersion(
    string Version, DateOnly InForceFrom, IReadOnlyList<RetentionRule> Promises, IReadOnlyList<StatementSection> Sections, bool TellsWhereToAsk = false,
    Func<StatementSettings, IReadOnlyList<StatementSection>>? AsSet = null)
{
    public static readonly Words HowLong = new("Hoe lang we iets bewaren", "How long we keep something");

    /// <summary>What it tells as the settings have it now.</summary>
    public IReadOnlyList<StatementSection> Told(StatementSettings settings) => AsSet?.Invoke(settings) ?? [];

    /// <summary>Every line of it in a language, but for what the settings tell: who is responsible, who gets data, and where to ask.</summary>
    public IReadOnlyList<string> Lines(string language)
    {
        var words = PlainWords.In(language);
        return
        [
            .. Sections.SelectMany(section => section.Lines).Select(words.Of),
            words.Of(HowLong),
            .. Promises.Select(words.Promise),
        ];
    }

    /// <summary>Of its lines in UTF-8, in hex.</summary>
    public string Sha256(string language) => Sha256Of(string.Join('\n', Lines(language)));

    public static string Sha256Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
