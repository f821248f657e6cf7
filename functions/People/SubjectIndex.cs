using Azure;

namespace WelWee3D.People;

/// <summary>What the index leads to from a person.</summary>
/// <param name="Unreadable">The rows that this version does not understand: left as they are, and told.</param>
public sealed record IndexedItems(IReadOnlyList<Item> Items, IReadOnlyList<string> Unreadable);

/// <summary>
/// Everything about a person is found without a walk: one row for each of a record's subjects. Partitions are the
/// first byte of the hash, so that the rows of many records go in a few entity group transactions.
/// </summary>
public sealed class SubjectIndex(StorageAccounts accounts)
{
    public const string TableName = "Subjects";

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    public Task Add(IEnumerable<string> subjects, Item item, CancellationToken cancellation) =>
        Task.WhenAll(subjects.Select(subject => table.UpsertEntityAsync(Row(subject, item), TableUpdateMode.Replace, cancellation)));

    public async Task<IndexedItems> Find(string subject, CancellationToken cancellation)
    {
        // '}' follows '|' in the order of keys: the range holds exactly the rows of this subject.
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {Bucket(subject)} and RowKey ge {subject + "|"} and RowKey lt {subject + "}"}");
        var (items, unreadable) = (new List<Item>(), new List<string>());
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            if (TryParse(row, out var found))
                items.Add(found.Item);
            else
                unreadable.Add(Told(row));
        return new(items, unreadable);
    }

    /// <summary>Every row there is.</summary>
    /// <exception cref="UnreadableException">After the last, with those that cannot be read.</exception>
    public IAsyncEnumerable<(string Subject, Item Item)> All(CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(cancellationToken: cancellation)
            .Readable(row => TryParse(row, out var found) ? found : throw new UnreadableException([Told(row)]));

    /// <summary>The rows as they stand, to be removed once the record no longer has these subjects.</summary>
    public async Task<IReadOnlyList<TableEntity>> Rows(
        IEnumerable<string> subjects, Item item, CancellationToken cancellation)
    {
        var rows = await Task.WhenAll(subjects.Select(subject => Row(subject, item))
            .Select(row => table.Find(row.PartitionKey, row.RowKey, cancellation)));
        return [.. rows.OfType<TableEntity>()];
    }

    /// <summary>Removes rows, but none that was written again since: its record has that subject once more.</summary>
    public Task Remove(IEnumerable<TableEntity> rows, CancellationToken cancellation) =>
        Task.WhenAll(rows.Select(row => table.TryDelete(row.PartitionKey, row.RowKey, row.ETag, cancellation)));

    public Task Remove(IEnumerable<string> subjects, Item item, CancellationToken cancellation) =>
        table.DeleteAll(subjects.Select(subject => Row(subject, item)), cancellation);

    /// <summary>Removes the rows of records that are gone. A row that is gone already is no matter.</summary>
    public Task Remove(IEnumerable<(string Subject, Item Item)> rows, CancellationToken cancellation) =>
        table.DeleteAll(rows.Distinct().Select(row => Row(row.Subject, row.Item)), cancellation);

    private static string Bucket(string subject) => subject[..2];

    private static TableEntity Row(string subject, Item item) => new(Bucket(subject), $"{subject}|{item}");

    private static bool TryParse(TableEntity row, out (string Subject, Item Item) found)
    {
        found = default;
        if (row.RowKey.Split('|') is not [var subject, { Length: > 0 } kind, var id] || !Id.TryParse(id, out var known))
            return false;
        found = (subject, new(kind, known));
        return true;
    }

    private static string Told(TableEntity row) => $"{TableName}|{row.RowKey}";
}
