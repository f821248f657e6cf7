using WelWee3D.Http;

namespace WelWee3D.Retention.Shown;

/// <summary>What the sweeps up to a day would destroy. Looks at the records themselves, as a sweep does; changes nothing.</summary>
public sealed class DryRun(RecordKinds kinds, DueIndex due)
{
    private const int AtOnce = 100;

    /// <param name="from">The first of the days that are asked for; null for all before the last.</param>
    /// <returns>A page, in the order of the days on which its items are due.</returns>
    public async Task<Page<KeptRecord>> Until(DateOnly? from, DateOnly until, DuePlace? begin, int limit, CancellationToken cancellation)
    {
        var found = new List<(DuePlace Place, KeptRecord Record)>();
        await foreach (var entries in due.Look(until, begin?.Entry, limit, cancellation).Chunk(limit))
        {
            found.AddRange((await Records(entries, until, begin, cancellation)).Where(each => !(each.Record.Retention.DueOn < from)));
            if (found.Count > limit)
                break;
        }
        return new(
            [.. found.Take(limit).Select(each => each.Record).OrderBy(record => record.Retention.DueOn)],
            found.Count > limit ? found[limit].Place.ToString() : null);
    }

    /// <summary>All of it, about in that order.</summary>
    public async IAsyncEnumerable<KeptRecord> All(DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entries in due.Look(until, from: null, AtOnce, cancellation).Chunk(AtOnce).WithCancellation(cancellation))
            foreach (var (_, record) in await Records(entries, until, begin: null, cancellation))
                yield return record;
    }

    /// <summary>On which day each record goes: of most the key of its due row tells that, of kinds with parts the record itself.</summary>
    public async IAsyncEnumerable<(string Kind, DateOnly On)> Days(
        DateOnly until, Func<string, bool> hasParts, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entries in due.Look(until, from: null, perPage: 1000, cancellation).Chunk(AtOnce).WithCancellation(cancellation))
        {
            var whole = entries.ToLookup(entry => entry.Rows.Any(row => hasParts(row.Item.Kind)));
            foreach (var row in whole[false].SelectMany(entry => entry.Rows))
                yield return (row.Item.Kind, row.On);
            foreach (var (_, record) in await Records([.. whole[true]], until, begin: null, cancellation))
                yield return (record.Item.Kind, record.Retention.DueOn!.Value);
        }
    }

    private async Task<IEnumerable<(DuePlace Place, KeptRecord Record)>> Records(
        DueEntry[] entries, DateOnly until, DuePlace? begin, CancellationToken cancellation)
    {
        // Only the row that a record names stands for it: one that a change left behind lists nothing.
        var kept = (await Describe(entries, cancellation)).ToLookup(each => each.Due);
        return
            from entry in entries
            let items = entry.Rows.SelectMany(row => kept[row]).Where(each => each.Retention.IsDue(until))
                .OrderBy(each => each.Retention.DueOn).ThenBy(each => each.Item.Kind, StringComparer.Ordinal).ThenBy(each => each.Item.Id)
            from item in items.Select((each, at) => (Place: new DuePlace(entry.Place, at), Record: each))
            where item.Place.Entry != begin?.Entry || item.Place.Given >= begin.Value.Given
            select item;
    }

    private async Task<List<KeptRecord>> Describe(DueEntry[] entries, CancellationToken cancellation)
    {
        var kept = new List<KeptRecord>();
        foreach (var rows in entries.SelectMany(entry => entry.Rows).GroupBy(row => row.Item.Kind, row => row.Item.Id))
            if (kinds.Find(rows.Key) is { } kind)
                kept.AddRange((await kind.FindReadable([.. rows.Distinct()], cancellation)).Readable.SelectMany(record => record.WithParts));
        return kept;
    }
}
