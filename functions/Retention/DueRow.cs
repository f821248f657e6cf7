using System.Globalization;
using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>The kinds of record that have a deadline, as named in due rows, ledger, certificates and answers.</summary>
public static class Kinds
{
    public const string Message = "message";
    public const string Order = "order";
    public const string Scan = "scan";
    public const string Upload = "upload";
    public const string Blob = "blob";
    public const string Export = "export";
}

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

    public static DueRow Parse(string partitionKey, string rowKey)
    {
        var parts = rowKey.Split('|');
        return new(Amsterdam.Date(partitionKey), new Item(parts[0], Id.Parse(parts[1])), int.Parse(parts[2], CultureInfo.InvariantCulture));
    }
}
