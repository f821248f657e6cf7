namespace WelWee3D.Retention;

/// <summary>How a record's own row names the due row that stands for it.</summary>
public static class DueColumns
{
    private const string On = "DueOn";
    private const string Version = "DueVersion";

    public static TableEntity WithDue(this TableEntity row, DueRow due)
    {
        row[On] = due.On.Iso();
        row[Version] = due.Version;
        return row;
    }

    public static DueRow Due(this TableEntity row, Item item) => new(Amsterdam.Date(row.Text(On)), item, row.GetInt32(Version) ?? 0);

    /// <summary>The date in a column, as dates are stored.</summary>
    public static DateOnly? Day(this TableEntity row, string column) =>
        row.GetString(column) is { } iso ? Amsterdam.Date(iso) : null;
}
