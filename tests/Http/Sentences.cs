namespace WelWee3D.Tests.Http;

/// <summary>The sentences that the source of the app has between quotes, each with <c>{0}</c>, <c>{1}</c> for what is put into it.</summary>
internal static partial class Sentences
{
    /// <summary>With what stands before it in its statement.</summary>
    public static IEnumerable<(string Before, string Sentence)> Of(string source)
    {
        // A sentence may be written over several lines.
        source = Joined().Replace(source, "");
        for (var at = 0; at < source.Length; at++)
            if (Beside(source, at) is { } skipped)
                at = skipped;
            else if (source[at] == '"')
            {
                var (begin, text, end) = Read(source, at);
                var statement = source[Math.Max(0, Math.Max(source.LastIndexOf(';', begin), source.LastIndexOf("\n\n", begin, StringComparison.Ordinal)))..begin];
                if (Told().IsMatch(text))
                    yield return (statement, text);
                at = end;
            }
    }

    /// <returns>Where what is no string ends; null where one may begin.</returns>
    private static int? Beside(string source, int at) => source.AsSpan(at) switch
    {
        ['/', '/', ..] => source.IndexOf('\n', at),
        ['/', '*', ..] => source.IndexOf("*/", at, StringComparison.Ordinal),
        ['"', '"', '"', ..] => source.IndexOf("\"\"\"", at + 3, StringComparison.Ordinal) + 2,
        ['\'', '\\', _, '\'', ..] => at + 3,
        ['\'', _, '\'', ..] => at + 2,
        _ => null,
    };

    private static (int Begin, string Text, int End) Read(string source, int at)
    {
        var isFilled = at > 0 && source[at - 1] == '$';
        var (text, holes, begin) = (new StringBuilder(), 0, at);
        for (at++; source[at] != '"'; at++)
            if (source[at] == '\\')
                text.Append(source[++at]);
            else if (isFilled && source[at] == '{')
            {
                text.Append('{').Append(holes++).Append('}');
                at = EndOfHole(source, at);
            }
            else
                text.Append(source[at]);
        return (begin, $"{text}", at);
    }

    // What is put in may be written with strings and braces of its own.
    private static int EndOfHole(string source, int at)
    {
        var depth = 0;
        for (; ; at++)
            if (source[at] == '"')
                at = source.IndexOf('"', at + 1);
            else if (source[at] == '{')
                depth++;
            else if (source[at] == '}' && --depth == 0)
                return at;
    }

    [GeneratedRegex(@"""\s*\n\s*\+ \$?""")]
    private static partial Regex Joined();

    [GeneratedRegex(@"^(\{\d}|[A-Z]).* .*\.$|^Is empty\.$|^Is required\.$")]
    private static partial Regex Told();
}
