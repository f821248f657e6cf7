namespace WelWee3D.Retention.Running;

/// <summary>
/// The names of a run's records, cut to what a row holds: 1 MiB, of which a column has 32 Ki characters. They are in columns
/// Items, Items1 and so on.
/// </summary>
internal static class ItemPieces
{
    private const int PerColumn = 30_000;
    private const int ColumnsPerRow = 14;

    /// <summary>What each row has.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> items)
    {
        var (pieces, piece) = (new List<string>(), new StringBuilder());
        foreach (var item in items)
        {
            if (piece.Length + item.Length + 1 > PerColumn * ColumnsPerRow)
            {
                pieces.Add($"{piece}");
                piece.Clear();
            }
            piece.Append(piece.Length == 0 ? "" : "\n").Append(item);
        }
        return piece.Length == 0 ? pieces : [.. pieces, $"{piece}"];
    }

    public static void Put(string piece, TableEntity row)
    {
        for (var (at, column) = (0, 0); at < piece.Length; at += PerColumn, column++)
            row[Column(column)] = piece.Substring(at, Math.Min(PerColumn, piece.Length - at));
    }

    public static string[] Read(TableEntity row) => string.Concat(Columns(row)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Columns(TableEntity row)
    {
        for (var column = 0; row.GetString(Column(column)) is { } piece; column++)
            yield return piece;
    }

    private static string Column(int number) =>
        number == 0 ? nameof(OpenRun.Items) : nameof(OpenRun.Items) + number.ToString(CultureInfo.InvariantCulture);
}
