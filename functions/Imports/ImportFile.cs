using CsvHelper;
using CsvHelper.Configuration;
using WelWee3D.Http;

namespace WelWee3D.Imports;

/// <summary>A file of comma-separated values (RFC 4180) as it was read. Semicolons and tabs part values too, as spreadsheets write them.</summary>
/// <param name="Problems">What keeps it from being read as lines under a head. Nothing of the file is quoted: it may be about anybody.</param>
public sealed record ImportFile(IReadOnlyList<ImportLine> Lines, Problems Problems)
{
    public const string MediaType = "text/csv";
    public const long MaxBytes = 4 * 1024 * 1024;

    /// <summary>As many as one request takes in with ease. The next file goes on.</summary>
    public const int MostLines = 2000;

    private const string Head = "columns";
    private const string Whole = "body";

    /// <param name="columns">Every column that it may have.</param>
    /// <param name="required">Those that it must have.</param>
    public static ImportFile Read(string text, IReadOnlyList<string> columns, IReadOnlyList<string> required)
    {
        var problems = new Problems();
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(text),
            TrimOptions = TrimOptions.Trim,
            BadDataFound = null,
        });
        if (!parser.Read())
            return new([], new() { { Whole, "Is empty." } });
        var head = HeadOf(parser.Record!, columns, required, problems);
        var lines = new List<ImportLine>();
        while (!problems.Any && parser.Read())
        {
            if (lines.Count == MostLines)
                problems.Add(Whole, $"Must not have more than {MostLines} lines under its head: send the others in a file of their own.");
            lines.Add(LineOf(parser, head));
        }
        if (!problems.Any && lines.Count == 0)
            problems.Add(Whole, "Has no lines under its head.");
        return new(lines, problems);
    }

    private static string[] HeadOf(string[] written, IReadOnlyList<string> columns, IReadOnlyList<string> required, Problems problems)
    {
        var head = new string[written.Length];
        foreach (var (at, name) in written.Index())
        {
            head[at] = columns.FirstOrDefault(column => column.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? "";
            if (head[at].Length == 0)
                problems.Add(Head, $"Column {at + 1} of the head must be one of: {string.Join(", ", columns)}.");
            else if (Array.IndexOf(head, head[at]) < at)
                problems.Add(Head, $"The head has {head[at]} more than once.");
        }
        foreach (var missing in required.Except(head))
            problems.Add(Head, $"The head must have {missing}.");
        return head;
    }

    private static ImportLine LineOf(CsvParser parser, string[] head)
    {
        var record = parser.Record!;
        // A value in quotes may run over several lines: the first of them is told.
        var number = parser.RawRow - parser.RawRecord.TrimEnd('\r', '\n').Count(sign => sign == '\n');
        var line = new ImportLine(number, head.Zip(record).ToDictionary(pair => pair.First, pair => pair.Second));
        if (record.Length != head.Length)
            line.Problems.Add("line", $"Must have {head.Length} values, as the head has, and has {record.Length}.");
        return line;
    }

    /// <summary>No name of a column has any of them in it, so the head tells.</summary>
    private static string DelimiterOf(string text)
    {
        var head = text.AsSpan().TrimStart();
        head = head[..(head.IndexOfAny('\r', '\n') is >= 0 and var end ? end : head.Length)];
        var (commas, semicolons, tabs) = (head.Count(','), head.Count(';'), head.Count('\t'));
        return tabs > commas && tabs > semicolons ? "\t" : semicolons > commas ? ";" : ",";
    }
}
