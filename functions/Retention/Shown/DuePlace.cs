namespace WelWee3D.Retention.Shown;

/// <summary>Where a page of the dry run begins: at an entry of the due index, after so many of what it stands for.</summary>
public readonly record struct DuePlace(RowPlace Entry, int Given)
{
    // Keys hold no dots; and dots, unlike bars, may stand in an address as they are.
    private const char Separator = '.';

    public static bool TryParse(string? text, out DuePlace place)
    {
        place = default;
        if (text?.Split(Separator) is not [var day, .. { Length: > 0 } row, var given]
            || !Amsterdam.TryDate(day, out _)
            || !row.All(part => part.Length > 0 && part.All(IsOfKey))
            || !int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return false;

        place = new(new(day, string.Join('|', row)), count);
        return true;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Entry.Partition}.{Entry.Row.Replace('|', Separator)}.{Given}");

    private static bool IsOfKey(char each) => char.IsAsciiLetterLower(each) || char.IsAsciiDigit(each) || each == '-';
}
