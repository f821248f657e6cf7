namespace WelWee3D.People;

/// <summary>
/// Finds records by what staff know of them: a word of a name, a reference, a state. The rows of a kind are one partition, so
/// that all of a record go in one entity group transaction; those of a term are one range in it, the newest record first. A
/// row may lead to a record that no longer has its term: whoever finds it looks.
/// </summary>
public sealed class SearchIndex(StorageAccounts accounts)
{
    public const string TableName = "Search";

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    public async Task Put(Item item, IReadOnlyCollection<string> terms, CancellationToken cancellation)
    {
        if (terms.Count > 0)
            await table.SubmitTransactionAsync(
                terms.Select(term => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(term, item))), cancellation);
    }

    public Task Remove(Item item, IEnumerable<string> terms, CancellationToken cancellation) =>
        Remove(terms.Select(term => (term, item)), cancellation);

    /// <summary>A row that is gone already is no matter.</summary>
    public Task Remove(IEnumerable<(string Term, Item Item)> rows, CancellationToken cancellation) =>
        table.DeleteAll(rows.Select(row => Row(row.Term, row.Item)), cancellation);

    /// <summary>The records of a kind under a term, newest first.</summary>
    /// <param name="after">Where the page before ended; null for the first.</param>
    public async IAsyncEnumerable<Id> Find(
        string kind, string term, Id? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // '}' follows '|' in the order of keys: the range holds exactly the rows of this term.
        var from = after is { } last ? Row(term, new(kind, last)).RowKey : term + "|";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {kind} and RowKey gt {from} and RowKey lt {term + "}"}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            if (TryParse(row, out var found))
                yield return found.Item.Id;
    }

    /// <summary>The records of a kind under a range of terms, in the order of these.</summary>
    /// <param name="after">Where the page before ended; null for the first.</param>
    public async IAsyncEnumerable<(string Term, Id Id)> Find(
        string kind, string first, string last, (string Term, Id Id)? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var from = after is { } place ? Row(place.Term, new(kind, place.Id)).RowKey : first + "|";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {kind} and RowKey gt {from} and RowKey lt {last + "}"}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            if (TryParse(row, out var found))
                yield return (found.Term, found.Item.Id);
    }

    public async Task<bool> Has(string term, Item item, CancellationToken cancellation) =>
        await table.Find(item.Kind, Row(term, item).RowKey, cancellation) is not null;

    /// <summary>Every row there is.</summary>
    /// <exception cref="UnreadableException">After the last, with those that cannot be read.</exception>
    public IAsyncEnumerable<(string Term, Item Item)> All(CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(cancellationToken: cancellation).Readable(row => TryParse(row, out var found)
            ? found
            : throw new UnreadableException([$"{TableName}|{row.PartitionKey}|{row.RowKey}"]));

    private static TableEntity Row(string term, Item item) => new(item.Kind, $"{term}|{NewestFirst.Key(item.Id)}");

    private static bool TryParse(TableEntity row, out (string Term, Item Item) found)
    {
        found = default;
        if (row.RowKey.Split('|') is not [{ Length: > 0 } term, var key] || !NewestFirst.TryParse(key, out var id))
            return false;
        found = (term, new(row.PartitionKey, id));
        return true;
    }
}
