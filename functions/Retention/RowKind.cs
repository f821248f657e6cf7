using Azure;
using WelWee3D.People;

namespace WelWee3D.Retention;

/// <summary>What every kind of record needs to keep its rows.</summary>
public sealed record Keeping(
    StorageAccounts Accounts, DueIndex Due, SubjectIndex Subjects, SearchIndex Search, Ledger Ledger, RetentionRules Rules, TimeProvider Clock);

/// <summary>
/// A kind whose records are one row each: store and kind in one. Index rows are written first and the record last; the
/// record is deleted first and its index rows last, but for those of searches: it alone tells what they are. A row has the
/// record's declared properties for columns; a slice adds whom a record is about, and what belongs to it.
/// </summary>
public abstract partial class RowKind<T>(Keeping keeping, string name, string tableName) : IRecordKind
    where T : RowRecord
{
    private readonly TableClient table = keeping.Accounts.Tables(Accounts.Records).GetTableClient(tableName);

    public string Name => name;

    public abstract KindWords Words { get; }

    public virtual IReadOnlyList<PackageTable> Tables => [];

    public virtual bool IsRecoverable => false;

    public virtual int FoundAtOnce => 1;

    public virtual string? BatchOf(Id id) => null;

    public Item ItemOf(Id id) => new(name, id);

    /// <param name="before">What else has to stand before the record does.</param>
    /// <returns>False when there is a record with this id already.</returns>
    public async Task<bool> Add(T record, CancellationToken cancellation, Task? before = null)
    {
        var item = ItemOf(record.Id);
        var due = DueRow.First(record.Retention(keeping.Rules, keeping.Clock.Today()).DueOn, item);
        await Task.WhenAll(
            before ?? Task.CompletedTask,
            keeping.Due.Put(due, cancellation),
            keeping.Subjects.Add(SubjectsOf(record), item, cancellation),
            keeping.Search.Put(item, SearchTermsOf(record), cancellation));
        var added = record with { Due = due };
        if (await Insert(table, RowOf(added), cancellation))
            return true;
        await Retract(added, await Find(record.Id, cancellation), cancellation);
        return false;
    }

    public async Task<T?> Find(Id id, CancellationToken cancellation) => (await Load(id, cancellation)).Record;

    /// <summary>
    /// Changes a record as it stands at that moment: when somebody else changed it meanwhile, the change is asked again
    /// about what they left.
    /// </summary>
    /// <param name="change">Pure; returns its argument when nothing changes.</param>
    /// <returns>The record as it now stands; null when there is none.</returns>
    public async Task<T?> Change(Id id, Func<T, T> change, CancellationToken cancellation)
    {
        for (T? lost = null; ;)
        {
            var (before, version) = await Load(id, cancellation);
            if (before is null)
            {
                if (lost is not null)
                    await Retract(lost, present: null, cancellation);
                return null;
            }
            var after = change(before);
            if (ReferenceEquals(before, after))
                return before;

            after = after with { Due = before.Due.Next(after.Retention(keeping.Rules, keeping.Clock.Today()).DueOn) };
            var (former, present) = (SubjectsOf(before), SubjectsOf(after));
            // All of them: of a former spelling the index may have no others.
            if (!former.SequenceEqual(present))
                await keeping.Subjects.Add(present, after.Due.Item, cancellation);
            var (formerTerms, terms) = (SearchTermsOf(before), SearchTermsOf(after));
            await keeping.Search.Put(after.Due.Item, [.. terms.Except(formerTerms)], cancellation);
            var left = await keeping.Subjects.Rows(former.Except(present), after.Due.Item, cancellation);
            if (!await keeping.Due.Move(
                before.Due, after.Due, async () => await table.TryUpdate(RowOf(after), version, cancellation) is not null,
                async () => (await Find(id, cancellation))?.Due, cancellation))
            {
                lost = after;
                continue;
            }
            await keeping.Subjects.Remove(left, cancellation);
            await keeping.Search.Remove(after.Due.Item, formerTerms.Except(terms), cancellation);
            return after;
        }
    }

    /// <inheritdoc cref="Foresight.Sooner"/>
    public IReadOnlyList<KeptRecord> Sooner(T? before, T after)
    {
        var today = keeping.Clock.Today();
        return Foresight.Sooner(before is null ? null : Kept(before, default, today), Kept(after, default, today), today);
    }

    /// <summary>Takes away what leads to a record as it never came to be, for somebody else was faster.</summary>
    private async Task Retract(T lost, T? present, CancellationToken cancellation)
    {
        var item = ItemOf(lost.Id);
        await keeping.Subjects.Remove(SubjectsOf(lost).Except(present is null ? [] : SubjectsOf(present)), item, cancellation);
        await keeping.Search.Remove(item, SearchTermsOf(lost).Except(present is null ? [] : SearchTermsOf(present)), cancellation);
        if (present?.Due != lost.Due)
            await keeping.Due.Remove(lost.Due, cancellation);
    }

    /// <summary>Removes a record that is none after all: nothing is destroyed by that.</summary>
    protected async Task Forget(Id id, CancellationToken cancellation)
    {
        if (await Find(id, cancellation) is not { } record)
            return;
        var (partition, row) = KeyOf(id);
        await keeping.Search.Remove(record.Due.Item, SearchTermsOf(record), cancellation);
        await table.DeleteEntityAsync(partition, row, ETag.All, cancellation);
        await keeping.Subjects.Remove(SubjectsOf(record), ItemOf(id), cancellation);
        await keeping.Due.Remove(record.Due, cancellation);
    }

    public IAsyncEnumerable<KeptRecord> All(CancellationToken cancellation)
    {
        var today = keeping.Clock.Today();
        return table.QueryAsync<TableEntity>(cancellationToken: cancellation).Where(IsRecord).Readable(row => Kept(Read(row), row.ETag, today));
    }

    public async Task<IReadOnlyList<KeptRecord>> Find(IReadOnlyList<Id> ids, CancellationToken cancellation)
    {
        var today = keeping.Clock.Today();
        return [.. (await Load(ids, cancellation)).Select(each => Kept(each.Record, each.Version, today))];
    }

    public async Task<bool> Decide(Id id, Intervention intervention, CancellationToken cancellation)
    {
        var today = keeping.Clock.Today();
        await Change(id, record => intervention.Decision == Decision.Touch ? Current(record) with { Due = record.Due } : Decided(record, intervention, today), cancellation);
        return true;
    }

    public virtual Task Rekey(Id id, IReadOnlyList<IReadOnlyList<string>> values, CancellationToken cancellation) => Task.CompletedTask;

    public virtual Task Export(KeptRecord record, Package package, CancellationToken cancellation) => Task.CompletedTask;

    public async Task<Belongings> Account(KeptRecord record, CancellationToken cancellation) =>
        BatchOf(record.Item.Id) is null && await Find(record.Item.Id, cancellation) is { } found
            ? new(await Files(found, cancellation), [])
            : Belongings.None;

    public virtual Task Reconcile(RunTally tally, CancellationToken cancellation) => Task.CompletedTask;

    public virtual IReadOnlyList<string> SubjectsOf(T record) => [];

    /// <summary>What staff look for a record by.</summary>
    protected virtual IReadOnlyList<string> SearchTermsOf(T record) => [];

    /// <inheritdoc cref="KeptRecord.UsedOn"/>
    protected virtual DateOnly? UsedOn(T record) => null;

    /// <inheritdoc cref="KeptRecord.EnteredOn"/>
    protected virtual DateOnly? EnteredOn(T record) => null;

    /// <inheritdoc cref="KeptRecord.MailCopy"/>
    protected virtual MailCopy? MailCopyOf(T record) => null;

    /// <inheritdoc cref="KeptRecord.GoesAt"/>
    protected virtual DateTimeOffset? GoesAt(T record) => null;

    /// <summary>Whether it would go at once.</summary>
    protected bool IsDue(T record) => keeping.Clock.Today() is var today && record.Retention(keeping.Rules, today).IsDue(today);

    /// <summary>A record as this version writes it; its argument where an older one wrote no otherwise.</summary>
    protected virtual T Current(T record) => record;

    /// <summary>Writes the row of a new record, with what else has to stand or fall with it.</summary>
    /// <returns>False when there is one with its id already.</returns>
    protected virtual async Task<bool> Insert(TableClient into, TableEntity row, CancellationToken cancellation) =>
        await into.TryAdd(row, cancellation) is not null;

    /// <summary>Whether a row is a record, where others stand beside them.</summary>
    protected virtual bool IsRecord(TableEntity row) => true;

    /// <summary>A partition for each record, unless many go together.</summary>
    protected virtual (string Partition, string Row) KeyOf(Id id) => BatchOf(id) is { } batch ? (batch, $"{id}") : ($"{id}", name);

    /// <summary>A record after a decision; its argument where that is not for this kind, or changes nothing.</summary>
    protected virtual T Decided(T record, Intervention intervention, DateOnly today) =>
        record.Interventions.After(intervention, today) is var after && after == record.Interventions ? record : (T)record.With(after);

    private TableEntity RowOf(T record)
    {
        var (partition, row) = KeyOf(record.Id);
        return new TableEntity(partition, row).With(record).WithDue(record.Due);
    }

    private T RecordOf(TableEntity row)
    {
        var id = Id.Parse(row.RowKey == name ? row.PartitionKey : row.RowKey);
        return row.Read<T>(id) with { Due = row.Due(ItemOf(id)) };
    }

    private KeptRecord Kept(T record, ETag version, DateOnly today) =>
        new(ItemOf(record.Id), record.Due, record.Retention(keeping.Rules, today), SubjectsOf(record))
        {
            GoesAt = GoesAt(record),
            UsedOn = UsedOn(record),
            EnteredOn = EnteredOn(record),
            MailCopy = MailCopyOf(record),
            SearchTerms = SearchTermsOf(record),
            IsOutdated = !ReferenceEquals(Current(record), record),
            Version = version,
        };

    private async Task<(T? Record, ETag Version)> Load(Id id, CancellationToken cancellation) =>
        await table.Find(KeyOf(id).Partition, KeyOf(id).Row, cancellation) is { } row ? (Read(row), row.ETag) : default;

    private async Task<IReadOnlyList<(T Record, ETag Version)>> Load(IReadOnlyList<Id> ids, CancellationToken cancellation)
    {
        var found = new List<(T, ETag)>();
        foreach (var partition in ids.Select(KeyOf).GroupBy(key => key.Partition, key => key.Row))
        {
            var wanted = partition.ToHashSet();
            var (first, last) = (wanted.Min(StringComparer.Ordinal)!, wanted.Max(StringComparer.Ordinal)!);
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition.Key} and RowKey ge {first} and RowKey le {last}");
            await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
                if (wanted.Contains(row.RowKey))
                    found.Add((Read(row), row.ETag));
        }
        return found;
    }

    private T Read(TableEntity row) => row.Read(name, RecordOf);
}
