using Azure;

namespace WelWee3D.Retention;

/// <summary>A file that was, or will be, destroyed.</summary>
/// <param name="Sha256">Null of bytes that had arrived and never became a file: nothing reads them, and nothing recovers them.</param>
public sealed record DestroyedFile([Pseudonymous] string Name, [Operational] long Bytes, [Pseudonymous] string? Sha256);

/// <summary>One record of a ledger line.</summary>
/// <param name="Within">The order that a scan belonged to.</param>
/// <param name="Subjects">Keyed hashes of the people it was about, for two years: <see cref="LineSubjects"/>.</param>
/// <param name="Disks">Those with a copy, by their lasting names.</param>
public sealed record LedgerItem(
    [Pseudonymous] Id Id,
    [Pseudonymous]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Id? Within,
    [Pseudonymous] IReadOnlyList<string> Subjects,
    IReadOnlyList<DestroyedFile> Files,
    [Pseudonymous] IReadOnlyList<string> Disks)
{
    /// <summary>Its copy in a mailbox of the practice, as that stood; null where it had none.</summary>
    public MailCopy? MailCopy { get; init; }

    /// <summary>What it was called before, where it was: should it come back, who looked at it then is still known.</summary>
    [Pseudonymous]
    public IReadOnlyList<Id> FormerIds { get; init; } = [];
}

/// <summary>
/// What will be destroyed, why and for whom: written before anything is deleted. Items of one line share their kind
/// and derivation. Holds no personal data but keyed hashes.
/// </summary>
/// <param name="Id">Of the item it destroys, where that is one: an item is destroyed once. Else made for the batch.</param>
public sealed record LedgerLine(
    [Pseudonymous] string Id,
    [Operational] string Kind,
    Derivation Why,
    [Pseudonymous] string DecidedBy,
    [Operational] DateTimeOffset DecidedAt,
    IReadOnlyList<LedgerItem> Items)
{
    private const string Undoing = "undo-";

    /// <summary>Whether it says for whom; no longer than two years after.</summary>
    [JsonIgnore]
    public bool TellsForWhom => Items.Any(item => item.Subjects.Count > 0);

    /// <summary>Whether it says for whom, or whose account had a part in it; no longer than two years after.</summary>
    [JsonIgnore]
    public bool TellsOfPeople =>
        TellsForWhom || (DecidedBy.Length > 0 && Decider.InProof(DecidedBy) != DecidedBy) || Items.Any(item => item.MailCopy?.ConfirmedBy is not null);

    /// <summary>What was destroyed, when and why stays.</summary>
    public LedgerLine WithoutPeople() => this with
    {
        DecidedBy = DecidedBy.Length > 0 ? Decider.InProof(DecidedBy) : DecidedBy,
        Items = [.. Items.Select(item => item with { Subjects = [], MailCopy = item.MailCopy is { } copy ? copy with { ConfirmedBy = null } : null })],
    };

    /// <summary>The destruction that it tells to be undone; then it destroys nothing.</summary>
    public Undone? Undone { get; init; }

    /// <summary>The number of the certificate whose recovery window it tells to be closed; then it destroys nothing.</summary>
    [Operational]
    public int? Closes { get; init; }

    /// <summary>By which line what it tells is finished: an undoing by that of the destruction.</summary>
    [JsonIgnore]
    public string FinishedBy => Undone is null ? Id : Id[Undoing.Length..];

    /// <summary>The line that tells that the destruction of an item was undone.</summary>
    public static string IdOfUndo(Item item) => $"{Undoing}{IdOf(item)}";

    /// <summary>The line that tells that nothing which another destroyed can be recovered from a day on.</summary>
    public static string IdOfClosing(string line, DateOnly on) => $"closing-{line}-{on.Iso()}";

    /// <summary>The line of an item that is destroyed alone.</summary>
    public static string IdOf(Item item) => $"{item.Kind}-{item.Id}";

    /// <summary>The line of items of one batch: found by what they have in common.</summary>
    public static string IdOf(string kind, string batch, Id id) => $"{Batch(kind, batch)}{id}";

    internal static string Batch(string kind, string batch) => $"{kind}s-{batch}-";
}

/// <summary>A ledger line as stored, with the number of the certificate that was reserved for it.</summary>
public sealed record StoredLine(LedgerLine Line, [Operational] int? Certificate, ETag Version);

/// <summary>The ledger: in an account of its own, outside every restore.</summary>
public sealed class Ledger(StorageAccounts accounts)
{
    public const string TableName = "Ledger";
    private const string RowKey = "line";

    private readonly TableClient table = accounts.Tables(Accounts.Ledger).GetTableClient(TableName);

    /// <summary>Writes a line, or takes up the one that was written before.</summary>
    public async Task<StoredLine> Write(LedgerLine line, CancellationToken cancellation)
    {
        while (true)
        {
            if (await table.TryAdd(Entity(line, null), cancellation) is { } version)
                return new(line, null, version);
            if (await TakeUp(line.Id, cancellation) is { } taken)
                return taken;
        }
    }

    /// <summary>Makes a line that was begun by another one's own: from then on the other cannot withdraw it.</summary>
    /// <returns>Null when there is none.</returns>
    public async Task<StoredLine?> TakeUp(string id, CancellationToken cancellation)
    {
        while (await Find(id, cancellation) is { } stored)
            if (await Replace(stored, stored.Line, cancellation) is { } taken)
                return taken;
        return null;
    }

    public async Task<StoredLine?> Find(string id, CancellationToken cancellation) =>
        await table.Find(id, RowKey, cancellation) is { } row ? Read(row) : null;

    /// <summary>Whether any of these was destroyed, each alone: it does not come back under its id when its request does.</summary>
    public async Task<bool> HasAny(string kind, IEnumerable<Id> ids, CancellationToken cancellation)
    {
        var lines = await Task.WhenAll(ids.Select(id => Find(LedgerLine.IdOf(new Item(kind, id)), cancellation)));
        return lines.Any(line => line is not null);
    }

    /// <summary>The lines under which records of a batch went, a few.</summary>
    public IAsyncEnumerable<StoredLine> OfBatch(string kind, string batch, CancellationToken cancellation)
    {
        // '.' follows '-' in the order of keys.
        var prefix = LedgerLine.Batch(kind, batch);
        return table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey ge {prefix} and PartitionKey lt {prefix[..^1] + "."}"), cancellationToken: cancellation)
            .Select(Read);
    }

    /// <summary>Replaces what a line says.</summary>
    /// <returns>Null when somebody else changed it first.</returns>
    public Task<StoredLine?> Replace(StoredLine former, LedgerLine line, CancellationToken cancellation) =>
        Update(former with { Line = line }, Entity(line, former.Certificate), TableUpdateMode.Replace, cancellation);

    /// <summary>Changes a line as it stands at that moment, until there is nothing left to change. What was certified stays.</summary>
    /// <param name="change">Its argument where that changes nothing.</param>
    public async Task Change(StoredLine stored, Func<LedgerLine, LedgerLine> change, CancellationToken cancellation)
    {
        for (StoredLine? found = stored; found is { Certificate: null, Line: var line } && change(line) is var changed && !ReferenceEquals(changed, line);)
            found = await Replace(found, changed, cancellation) ?? await Find(line.Id, cancellation);
    }

    /// <summary>Takes items out of a line that are spared.</summary>
    public Task TakeOut(StoredLine stored, IReadOnlySet<Id> spared, CancellationToken cancellation) => Change(
        stored,
        line => line.Items.Any(item => spared.Contains(item.Id)) ? line with { Items = [.. line.Items.Where(item => !spared.Contains(item.Id))] } : line,
        cancellation);

    /// <summary>Takes out of a line for whom it was, and whose accounts had a part in it.</summary>
    public async Task ForgetPeople(string id, CancellationToken cancellation)
    {
        while (await Find(id, cancellation) is { Line.TellsOfPeople: true } stored)
            await Replace(stored, stored.Line.WithoutPeople(), cancellation);
    }

    /// <summary>Reserves the number of a line's certificate.</summary>
    /// <returns>Null when somebody else changed the line first.</returns>
    public Task<StoredLine?> Reserve(StoredLine former, int certificate, CancellationToken cancellation) =>
        Update(
            former with { Certificate = certificate },
            new(former.Line.Id, RowKey) { ["Certificate"] = certificate }, TableUpdateMode.Merge, cancellation);

    /// <summary>Takes a line back whose items turned out not to be due.</summary>
    /// <returns>False when somebody else has taken it up since.</returns>
    public Task<bool> Withdraw(StoredLine stored, CancellationToken cancellation) =>
        table.TryDelete(stored.Line.Id, RowKey, stored.Version, cancellation);

    /// <summary>Every line ever written: for the replay after a restore.</summary>
    /// <exception cref="UnreadableException">After the last, with those that cannot be read.</exception>
    public IAsyncEnumerable<StoredLine> All(CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(cancellationToken: cancellation).Readable(Read);

    private async Task<StoredLine?> Update(
        StoredLine changed, TableEntity entity, TableUpdateMode mode, CancellationToken cancellation) =>
        await table.TryUpdate(entity, changed.Version, cancellation, mode) is { } version ? changed with { Version = version } : null;

    private static TableEntity Entity(LedgerLine line, int? certificate) => new(line.Id, RowKey)
    {
        ["Line"] = StoredJson.Write(line),
        ["Certificate"] = certificate,
    };

    private static StoredLine Read(TableEntity row) => row.Read(TableName, _ => new StoredLine(
        StoredJson.ReadRequired<LedgerLine>(row.GetString("Line")) with { Id = row.PartitionKey }, row.GetInt32("Certificate"), row.ETag));
}
