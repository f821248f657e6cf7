using System.Collections.Concurrent;
using WelWee3D.People;

namespace WelWee3D.Retention.Reconciling;

/// <summary>Walks the records, and gives each the index rows that it lacks.</summary>
internal sealed class RecordCheck(
    DueIndex due, SubjectIndex subjects, SearchIndex search, IndexKeys keys, RunTally tally)
{
    private readonly ConcurrentQueue<KeptRecord> asked = new();

    /// <summary>Of what was walked, that whose erasure was asked for.</summary>
    public IReadOnlyCollection<KeptRecord> Asked => asked;

    public Task Walk(IRecordKind kind, CancellationToken cancellation) => Workers.Each(
        kind.All(cancellation), record => $"{record.Item}", tally,
        async found =>
        {
            if (await Current(kind, found, cancellation) is not { } record)
                return;
            if (AskedErasures.IsAsked(record))
                asked.Enqueue(record);
            await CheckDueRow(kind, record, cancellation);
            await CheckSubjects(kind, record, cancellation);
            await CheckSearch(kind, record, cancellation);
        },
        cancellation);

    /// <summary>A record as it is written today; null when it is gone. The rows of a former spelling go with that.</summary>
    private async Task<KeptRecord?> Current(IRecordKind kind, KeptRecord record, CancellationToken cancellation)
    {
        if (!record.IsOutdated)
            return record;
        await kind.Decide(record.Item.Id, Decision.Touch, cancellation);
        keys.Due.Take(record.Due);
        foreach (var subject in record.Subjects)
            keys.Subjects.Take((subject, record.Item));
        tally.CountRepaired(Repairs.Spelling);
        return await kind.Find(record.Item.Id, cancellation);
    }

    private async Task CheckDueRow(IRecordKind kind, KeptRecord record, CancellationToken cancellation)
    {
        var known = keys.Due.Take(record.Due) || keys.Claimed.Take(record.Due) || await due.Covers(record.Due, cancellation);
        if (known && (record.IsFixed || record.Due.On == (record.DueOn ?? DateOnly.MaxValue)))
            return;
        // Changed or gone meanwhile: then whoever did that has seen to its row.
        var standing = await kind.Find(record.Item.Id, cancellation);
        if (standing is not null && standing.Due != record.Due)
            return;
        await kind.Decide(record.Item.Id, Decision.Touch, cancellation);
        if (standing is not null)
            tally.CountRepaired(Repairs.DueRow);
    }

    private async Task CheckSubjects(IRecordKind kind, KeptRecord record, CancellationToken cancellation)
    {
        foreach (var subject in record.Subjects)
        {
            if (keys.Subjects.Take((subject, record.Item))
                || (await subjects.Rows([subject], record.Item, cancellation)).Count > 0
                || await kind.Find(record.Item.Id, cancellation) is null)
                continue;
            await subjects.Add([subject], record.Item, cancellation);
            tally.CountRepaired(Repairs.SubjectRow);
        }
    }

    private async Task CheckSearch(IRecordKind kind, KeptRecord record, CancellationToken cancellation)
    {
        var missing = new List<string>();
        foreach (var term in record.SearchTerms)
            if (!keys.Search.Take((term, record.Item)) && !await search.Has(term, record.Item, cancellation))
                missing.Add(term);
        if (missing.Count == 0 || await kind.Find(record.Item.Id, cancellation) is not { } standing)
            return;
        await search.Put(record.Item, [.. missing.Intersect(standing.SearchTerms)], cancellation);
        tally.CountRepaired(Repairs.IndexRow);
    }
}
