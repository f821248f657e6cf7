using Azure;

namespace WelWee3D.Retention;

/// <summary>How the rows of a ledger line go.</summary>
public abstract partial class RowKind<T>
{
    /// <summary>
    /// A record is a line's to delete as long as the due row that was claimed stands for it, for each change gives it
    /// another; and where none was claimed, as long as it is due.
    /// </summary>
    public virtual async Task<Outcome> Destroy(Destruction destruction, CancellationToken cancellation)
    {
        var line = destruction.Line;
        var spared = new HashSet<Id>();
        var seen = BatchOf(line.Items[0].Id) is null ? [] : destruction.Seen;
        // Before they are deleted: they alone tell what they are looked for by.
        await keeping.Search.Remove(seen.SelectMany(each => each.SearchTerms.Select(term => (term, each.Item))), cancellation);
        var rows = seen.Count > 0 ? seen.ToDictionary(each => each.Item.Id, each => (each.Due, each.Version)) : await Due(destruction, spared, cancellation);
        while (rows.Count > 0)
        {
            // Before the rest goes: whoever goes on with the line after a death may find gone, too, what was spared, by a line of its own.
            if (spared.Count > 0 && destruction.Stored is { } stored)
                await keeping.Ledger.TakeOut(stored, spared, cancellation);
            if (await Delete(rows, cancellation))
                break;
            rows = await Due(destruction, spared, cancellation);
        }
        foreach (var row in rows.Values.Where(row => !destruction.Open.Claimed.Contains(row.Due)))
            await keeping.Due.Remove(row.Due, cancellation);

        if (spared.Count == line.Items.Count)
            return Outcome.Spared;
        return new(spared.Count == 0 ? line : line with { Items = [.. line.Items.Where(item => !spared.Contains(item.Id))] });
    }

    public async Task<bool> AreAbsent(IReadOnlyList<LedgerLine> lines, CancellationToken cancellation) =>
        (await Load([.. lines.SelectMany(line => line.Items).Select(item => item.Id)], cancellation)).Count == 0;

    public virtual Task<DateTimeOffset?> LastRecoverable(LedgerLine line, CancellationToken cancellation) => Task.FromResult<DateTimeOffset?>(null);

    /// <summary>The files that belong to a record, told before they are deleted.</summary>
    protected virtual Task<IReadOnlyList<DestroyedFile>> Files(T record, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<DestroyedFile>>([]);

    /// <summary>Deletes the files of a record, and looks whether they are gone: its row alone knows what they were called.</summary>
    protected virtual Task DeleteFiles(T record, CancellationToken cancellation) => Task.CompletedTask;

    private async Task<Dictionary<Id, (DueRow Due, ETag Version)>> Due(
        Destruction destruction, HashSet<Id> spared, CancellationToken cancellation)
    {
        var (today, claimed) = (keeping.Clock.Today(), destruction.Open.Claimed);
        var due = new Dictionary<Id, (DueRow, ETag)>();
        foreach (var (record, version) in await Load([.. destruction.Line.Items.Select(item => item.Id)], cancellation))
        {
            if (claimed.Count > 0 ? !claimed.Contains(record.Due) : !record.Retention(keeping.Rules, today).IsDue(today))
            {
                spared.Add(record.Id);
                await keeping.Search.Put(record.Due.Item, SearchTermsOf(record), cancellation);
                continue;
            }
            await DeleteFiles(record, cancellation);
            await keeping.Search.Remove(record.Due.Item, SearchTermsOf(record), cancellation);
            due.Add(record.Id, (record.Due, version));
        }
        return due;
    }

    /// <summary>Deletes rows of one partition, all or none.</summary>
    /// <returns>False when any of them is gone, or no longer in this version.</returns>
    private Task<bool> Delete(IReadOnlyDictionary<Id, (DueRow Due, ETag Version)> rows, CancellationToken cancellation) => table.TryTransact(
        [
            .. rows.Select(each => new TableTransactionAction(
                TableTransactionActionType.Delete, new TableEntity(KeyOf(each.Key).Partition, KeyOf(each.Key).Row), each.Value.Version)),
        ],
        cancellation);
}
