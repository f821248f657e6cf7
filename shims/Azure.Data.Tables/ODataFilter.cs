using System.Globalization;

namespace Azure.Data.Tables;

internal static class ODataFilter
{
    public static string Create(FormattableString filter) =>
        string.Format(CultureInfo.InvariantCulture, filter.Format, [.. filter.GetArguments().Select(Literal)]);

    public static string Escape(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static string Literal(object value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        int or double => string.Create(CultureInfo.InvariantCulture, $"{value}"),
        long number => string.Create(CultureInfo.InvariantCulture, $"{number}L"),
        Guid guid => $"guid'{guid}'",
        DateTimeOffset time => $"datetime'{EntityJson.Format(time)}'",
        string text => $"'{Escape(text)}'",
        _ => throw new ArgumentException($"A {value.GetType()} has no OData literal."),
    };
}
