using System.Globalization;

namespace WelWee3D.Benchmarks;

/// <summary>A table, written line by line as figures come in.</summary>
internal sealed class Report
{
    private readonly int[] widths;

    public Report(params string[] headings)
    {
        widths = [.. headings.Select(heading => Math.Max(heading.Length, 8))];
        Add(headings);
        Add([.. widths.Select(width => new string('-', width))]);
    }

    public void Add(params object[] cells) => Console.WriteLine(
        "| " + string.Join(" | ", cells.Select((cell, column) => Text(cell).PadLeft(widths[column]))) + " |");

    private static string Text(object cell) => cell switch
    {
        double number => number.ToString(number < 100 ? "0.0" : "0", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
    };
}
