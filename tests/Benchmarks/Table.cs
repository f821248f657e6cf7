using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace WelWee3D.Benchmarks;

/// <summary>All rows of a run: as a table to read, each line as it comes, or as JSON.</summary>
internal sealed class Table(bool isJson)
{
    private readonly List<Row> rows = [];

    public void Begin()
    {
        if (isJson)
            return;
        Console.WriteLine($"On {Processor()}, {Environment.ProcessorCount} cores, .NET {Environment.Version}. Median of {Contest.Rounds}, least and most behind it.\n");
        Console.WriteLine("| what | ours | against | | ratio | target |");
        Console.WriteLine("| --- | ---: | --- | ---: | ---: | ---: |");
    }

    public void Add(Row row)
    {
        rows.Add(row);
        if (!isJson)
            Console.WriteLine($"| {row.What} | {Text(row.Ours)} {row.Unit} | {row.Against} | {Text(row.Other)} | {Text(row.Ratio)} | {row.Target}{Mark(row)} |");
    }

    public void End()
    {
        if (isJson)
            Console.WriteLine(JsonSerializer.Serialize(new { Processor = Processor(), Cores = Environment.ProcessorCount, Runtime = $"{Environment.Version}", Rows = rows }, JsonSerializerOptions.Web));
    }

    private static string Mark(Row row) => row.IsMet switch { true => " ✓", false => " missed", null => "" };

    private static string Text(Figures? figures) => figures is null ? ""
        : figures.Min == figures.Max ? Number(figures.Median)
        : $"{Number(figures.Median)} ({Number(figures.Min)} to {Number(figures.Max)})";

    private static string Number(double number) => number.ToString(number < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);

    private static string Processor()
    {
        const string cpuInfo = "/proc/cpuinfo";
        return (File.Exists(cpuInfo) ? File.ReadLines(cpuInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null)
            ?.Split(':', 2)[1].Trim() ?? $"{RuntimeInformation.ProcessArchitecture}";
    }
}
