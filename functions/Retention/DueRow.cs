namespace WelWee3D.Retention;

/// <summary>
/// A line of the due index: on this day, look at this item. Every record names the one row that stands for it, and
/// each change of the record makes a row with the next version: <see cref="DueIndex.Move"/>.
/// </summary>
/// <param name="On">The day on which the item is due; the last day of the calendar when nothing makes it due.</param>
public readonly record struct DueRow([Operational] DateOnly On, Item Item, [Operational] int Version)
{
    public static DueRow First(DateOnly? on, Item item) => new(on ?? DateOnly.MaxValue, item, 0);

    public DueRow Next(DateOnly? on) => new(on ?? DateOnly.MaxValue, Item, Version + 1);

    public string PartitionKey => On.Iso();

    public string RowKey => string.Create(CultureInfo.InvariantCulture, $"{Item}|{Version}");

    /// <returns>False for keys that this version does not write.</returns>
    public static bool TryParse(string partitionKey, string rowKey, out DueRow row)
    {
        row = default;
        if (rowKey.Split('|') is not [{ Length: > 0 } kind, var id, var version]
            || !Amsterdam.TryDate(partitionKey, out var on)
            || !Id.TryParse(id, out var known)
            || !int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return false;
        row = new(on, new Item(kind, known), count);
        return true;
    }
}
