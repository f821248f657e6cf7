using Azure;

namespace WelWee3D.Retention;

/// <summary>Work that has begun and must be finished by whoever sees it next.</summary>
/// <param name="On">The partition of the due index in which it is kept.</param>
/// <param name="Line">The ledger line that says what is destroyed, and why.</param>
/// <param name="Claimed">The due rows that it replaced: put back if the ledger line was never written.</param>
/// <param name="DecidedBy">Who began it, for the line that may not be written yet.</param>
public sealed record OpenDestruction(
    [Operational] DateOnly On, [Pseudonymous] string Line, [Pseudonymous] IReadOnlyList<DueRow> Claimed,
    [Pseudonymous] string DecidedBy = Decider.Sweep)
{
    /// <summary>A line of one item is named after it; one of many has claimed its due rows.</summary>
    public string Kind => Claimed is [var first, ..] ? first.Item.Kind : Line[..Math.Max(0, Line.LastIndexOf('-'))];
}

/// <summary>What the due index holds up to a day: rows to look at, and destructions to finish.</summary>
/// <param name="Unreadable">The keys of rows that this version does not understand: left as they are, and told.</param>
public sealed record DuePage(
    IReadOnlyList<DueRow> Rows, IReadOnlyList<OpenDestruction> Open, IReadOnlyList<RowPlace> Unreadable);

/// <summary>An entry of the due index, and the due rows it stands for.</summary>
public sealed record DueEntry(RowPlace Place, IReadOnlyList<DueRow> Rows);

/// <summary>
/// Which items are due on which day: a partition for each day, so that what is due is one key range. Beside the due
/// rows stand the open destructions.
/// </summary>
public sealed class DueIndex(StorageAccounts accounts)
{
    public const string TableName = "Due";

    /// <summary>An entity group transaction holds a hundred rows: the open destruction and the due rows it replaces.</summary>
    public const int ClaimedAtOnce = 99;

    private const string OpenPrefix = "open|";
    private const string AfterOpen = "open}";

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    public Task Put(DueRow row, CancellationToken cancellation) =>
        table.UpsertEntityAsync(Entity(row), TableUpdateMode.Replace, cancellation);

    /// <returns>False when it was gone already.</returns>
    public Task<bool> Remove(DueRow row, CancellationToken cancellation) =>
        table.TryDelete(row.PartitionKey, row.RowKey, ETag.All, cancellation);

    /// <summary>
    /// Changes a record that is to be due on another day or in another version: the next row first, then the record,
    /// then the former row is removed. No record is ever without its row, and two writers cannot remove each other's.
    /// </summary>
    /// <param name="write">Writes the record; false when somebody else changed or removed it first.</param>
    /// <param name="current">The row that the record names now; null when it is gone.</param>
    /// <returns>False when the record was not written.</returns>
    public async Task<bool> Move(
        DueRow before, DueRow after, Func<Task<bool>> write, Func<Task<DueRow?>> current, CancellationToken cancellation)
    {
        await Put(after, cancellation);
        if (await write())
        {
            await Remove(before, cancellation);
            return true;
        }
        // Whoever was first has this version: only if its row is another is ours left behind.
        if (await current() != after)
            await Remove(after, cancellation);
        return false;
    }

    /// <summary>Whether a row is there, or taken by a destruction that has begun and will see to its record.</summary>
    public async Task<bool> Covers(DueRow row, CancellationToken cancellation)
    {
        if (await table.Find(row.PartitionKey, row.RowKey, cancellation) is not null)
            return true;
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {row.PartitionKey} and RowKey ge {OpenPrefix} and RowKey lt {AfterOpen}");
        await foreach (var open in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            if (ReadOpen(open)?.Claimed.Contains(row) is true)
                return true;
        return false;
    }

    /// <summary>Those of some rows that nobody has taken.</summary>
    public async Task<IReadOnlyList<DueRow>> There(IReadOnlyCollection<DueRow> rows, CancellationToken cancellation)
    {
        var there = new List<DueRow>();
        foreach (var day in rows.GroupBy(row => row.PartitionKey))
        {
            var keys = day.ToDictionary(row => row.RowKey);
            var (first, last) = (keys.Keys.Min(StringComparer.Ordinal)!, keys.Keys.Max(StringComparer.Ordinal)!);
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {day.Key} and RowKey ge {first} and RowKey le {last}");
            await foreach (var found in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
                if (keys.TryGetValue(found.RowKey, out var row))
                    there.Add(row);
        }
        return there;
    }

    /// <summary>Everything due up to and including a day, a page of at most a thousand rows at a time.</summary>
    public async IAsyncEnumerable<DuePage> Until(DateOnly day, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey le {day.Iso()}");
        await foreach (var page in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).AsPages())
        {
            var (rows, open, unreadable) = (new List<DueRow>(), new List<OpenDestruction>(), new List<RowPlace>());
            foreach (var row in page.Values)
            {
                if (IsOpen(row) && ReadOpen(row) is { } destruction)
                    open.Add(destruction);
                else if (!IsOpen(row) && DueRow.TryParse(row.PartitionKey, row.RowKey, out var due))
                    rows.Add(due);
                else
                    unreadable.Add(new(row.PartitionKey, row.RowKey));
            }
            yield return new(rows, open, unreadable);
        }
    }

    /// <summary>
    /// What is due up to and including a day, in the order of the keys, for those who only look. A destruction that has
    /// begun stands for the due rows it claimed.
    /// </summary>
    /// <param name="from">The entry to begin at, or where it was; null for the first.</param>
    public async IAsyncEnumerable<DueEntry> Look(
        DateOnly until, RowPlace? from, int perPage, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in table.Rows(from, until.Iso(), perPage, cancellation))
            if (RowsOf(row) is { } rows)
                yield return new(new(row.PartitionKey, row.RowKey), rows);
    }

    /// <summary>Begins a destruction that leaves the due row of its record in place.</summary>
    public Task Open(OpenDestruction open, CancellationToken cancellation) =>
        table.UpsertEntityAsync(Entity(open), TableUpdateMode.Replace, cancellation);

    /// <summary>
    /// Begins a destruction and takes its due rows out of the index, all or nothing.
    /// </summary>
    /// <returns>False when somebody else took any of them first.</returns>
    public Task<bool> Claim(OpenDestruction open, CancellationToken cancellation) => table.TryTransact(
        [
            new(TableTransactionActionType.Add, Entity(open)),
            .. open.Claimed.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, Entity(row), ETag.All)),
        ],
        cancellation);

    /// <summary>Undoes a claim for which no ledger line was written.</summary>
    /// <returns>False when somebody else has given it back, or finished it.</returns>
    public Task<bool> GiveBack(OpenDestruction open, CancellationToken cancellation) => table.TryTransact(
        [
            .. open.Claimed.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Entity(row))),
            new(TableTransactionActionType.Delete, Entity(open), ETag.All),
        ],
        cancellation);

    public Task Close(IEnumerable<OpenDestruction> open, CancellationToken cancellation) =>
        table.DeleteAll(open.Select(each => new TableEntity(each.On.Iso(), OpenPrefix + each.Line)), cancellation);

    private static bool IsOpen(TableEntity row) => row.RowKey.StartsWith(OpenPrefix, StringComparison.Ordinal);

    private static TableEntity Entity(DueRow row) => new(row.PartitionKey, row.RowKey);

    private static TableEntity Entity(OpenDestruction open) => new(open.On.Iso(), OpenPrefix + open.Line)
    {
        ["Claimed"] = string.Join('\n', open.Claimed.Select(row => row.RowKey)),
        ["DecidedBy"] = open.DecidedBy,
    };

    private static IReadOnlyList<DueRow>? RowsOf(TableEntity row)
    {
        if (IsOpen(row))
            return ReadOpen(row)?.Claimed;
        return DueRow.TryParse(row.PartitionKey, row.RowKey, out var due) ? [due] : null;
    }

    /// <returns>Null when any of the rows it claimed cannot be read.</returns>
    private static OpenDestruction? ReadOpen(TableEntity row)
    {
        var claimed = new List<DueRow>();
        foreach (var key in (row.GetString("Claimed") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!DueRow.TryParse(row.PartitionKey, key, out var due))
                return null;
            claimed.Add(due);
        }
        // Rows of before this column were claimed by the sweep, or by an erasure as the sweep.
        return Amsterdam.TryDate(row.PartitionKey, out var on)
            ? new(on, row.RowKey[OpenPrefix.Length..], claimed, row.GetString("DecidedBy") ?? Decider.Sweep)
            : null;
    }
}
