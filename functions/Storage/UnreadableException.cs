namespace WelWee3D.Storage;

/// <summary>Something stored that this version cannot read: it is of a later one, or damaged. It is left as it is, and told.</summary>
/// <param name="what">By kinds and keys: what a row holds may be personal, and so may be the message of whatever failed at it.</param>
public sealed class UnreadableException(IReadOnlyList<string> what) : Exception($"This version cannot read {string.Join(", ", what)}.")
{
    public IReadOnlyList<string> What => what;
}

internal static class ReadableRows
{
    /// <summary>Reads the row of a record, or of what is called as a record is.</summary>
    /// <exception cref="UnreadableException">A column or a key is missing, of another type or of another form.</exception>
    public static T Read<T>(this TableEntity row, string kind, Func<TableEntity, T> read)
    {
        try
        {
            return read(row);
        }
        catch (Exception fault) when (fault is FormatException or JsonException or InvalidOperationException or ArgumentException)
        {
            throw new UnreadableException([$"{kind}|{IdOf(row)}"]);
        }
    }

    /// <summary>Reads one after another. What cannot be read keeps nothing else from being read: it is told after the last.</summary>
    /// <exception cref="UnreadableException">With all that could not be read.</exception>
    public static async IAsyncEnumerable<T> Readable<TStored, T>(this IAsyncEnumerable<TStored> stored, Func<TStored, ValueTask<T>> read)
    {
        var unreadable = new List<string>();
        await using var each = stored.GetAsyncEnumerator();
        while (true)
        {
            T one;
            try
            {
                if (!await each.MoveNextAsync())
                    break;
                one = await read(each.Current);
            }
            catch (UnreadableException why)
            {
                unreadable.AddRange(why.What);
                continue;
            }
            yield return one;
        }
        if (unreadable.Count > 0)
            throw new UnreadableException(unreadable);
    }

    /// <inheritdoc cref="Readable{TStored, T}(IAsyncEnumerable{TStored}, Func{TStored, ValueTask{T}})"/>
    public static IAsyncEnumerable<T> Readable<TStored, T>(this IAsyncEnumerable<TStored> stored, Func<TStored, T> read) =>
        stored.Readable(each => ValueTask.FromResult(read(each)));

    /// <summary>Text that no row of its kind is without.</summary>
    public static string Text(this TableEntity row, string column) =>
        row.GetString(column) ?? throw new FormatException($"{column} is missing.");

    // Every record has its id in one of its keys.
    private static string IdOf(TableEntity row) =>
        Id.TryParse(row.RowKey, out var id) || Id.TryParse(row.PartitionKey, out id) ? $"{id}" : $"{row.PartitionKey}|{row.RowKey}";
}
