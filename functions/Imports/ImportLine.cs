using WelWee3D.Http;

namespace WelWee3D.Imports;

/// <summary>A line of a file, and what is wrong with it.</summary>
/// <param name="number">Counts from 1, the head included, as editors and spreadsheets do.</param>
/// <param name="values">Trimmed, by their columns.</param>
public sealed class ImportLine(int number, IReadOnlyDictionary<string, string> values)
{
    // The second as spreadsheets write dates in Dutch.
    private static readonly string[] Dates = ["yyyy-MM-dd", "d-M-yyyy"];

    public int Number => number;

    /// <summary>By column.</summary>
    public Problems Problems { get; } = new();

    /// <summary>Null where it is empty.</summary>
    public string? Text(string column) => values.GetValueOrDefault(column) is { Length: > 0 } value ? value : null;

    /// <inheritdoc cref="Text"/>
    public DateOnly? Day(string column)
    {
        if (Text(column) is not { } written)
            return null;
        if (DateOnly.TryParseExact(written, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Problems.Add(column, "Must be a date, such as 2026-11-22 or 22-11-2026.");
        return null;
    }

    /// <inheritdoc cref="Text"/>
    public int? Whole(string column)
    {
        if (Text(column) is not { } written)
            return null;
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        Problems.Add(column, "Must be a whole number.");
        return null;
    }

    /// <inheritdoc cref="Text"/>
    /// <param name="among">Those of the values that it may be.</param>
    public T? One<T>(string column, params T[] among)
        where T : struct, Enum
    {
        if (Text(column) is not { } written)
            return null;
        foreach (var value in among)
            if ($"{value}".Equals(written, StringComparison.OrdinalIgnoreCase))
                return value;
        Problems.Add(column, $"Must be one of: {string.Join(", ", among.Select(value => $"{value}".ToLowerInvariant()))}.");
        return null;
    }

    /// <summary>Tells the problems of what was made of it, but those of what could not be read in the first place.</summary>
    /// <param name="columnOf">The column that a field comes from.</param>
    public void Check(Problems problems, Func<string, string>? columnOf = null)
    {
        var told = Problems.Select(problem => problem.Field).ToHashSet();
        foreach (var (field, message) in problems)
            if ((columnOf?.Invoke(field) ?? field) is var column && !told.Contains(column))
                Problems.Add(column, message);
    }
}
