using WelWee3D.People;

namespace WelWee3D.Retention.Reconciling;

/// <summary>
/// Looks at the index rows that no record accounted for. Index rows come before their record, so one that is newer than
/// a day is left alone. Those of a kind that nobody knows are left, and told.
/// </summary>
internal sealed class LeftoverCheck(
    RecordKinds kinds, DueIndex due, SubjectIndex subjects, SearchIndex search, IndexKeys keys, RunTally tally)
{
    public async Task Walk(CancellationToken cancellation)
    {
        foreach (var item in keys.Due.Left.Select(row => row.Item).Concat(keys.Subjects.Left.Select(row => row.Item))
            .Concat(keys.Search.Left.Select(row => row.Item)).Where(item => kinds.Find(item.Kind) is null).Distinct())
            tally.Leave($"{item}", Unfinished.UnknownKind);
        await Workers.Each(
            keys.Due.Left.Where(row => kinds.Find(row.Item.Kind) is not null), row => $"{row.Item}", tally,
            row => Check(kinds.Find(row.Item.Kind)!, row, cancellation), cancellation);
        await Workers.Each(
            keys.Subjects.Left.Where(row => kinds.Find(row.Item.Kind) is not null), row => $"{row.Item}", tally,
            row => Check(kinds.Find(row.Item.Kind)!, row.Subject, row.Item, cancellation), cancellation);
        await Workers.Each(
            keys.Search.Left.Where(row => kinds.Find(row.Item.Kind) is not null), row => $"{row.Item}", tally,
            row => CheckTerm(kinds.Find(row.Item.Kind)!, row.Term, row.Item, cancellation), cancellation);
    }

    private async Task Check(IRecordKind kind, DueRow row, CancellationToken cancellation)
    {
        var current = await DueOf(kind, row.Item.Id, cancellation);
        if ((current is null && tally.IsNew(row.Item.Id)) || current == row)
            return;

        // A later version is of a change that is under way, or died. When the record takes that version itself, the
        // former tries again and the latter is left behind.
        if (current is { } before && row.Version > before.Version)
        {
            await kind.Decide(row.Item.Id, Decision.Touch, cancellation);
            current = await DueOf(kind, row.Item.Id, cancellation);
        }
        if ((current is not { } after || (row.Version <= after.Version && row != after)) && await due.Remove(row, cancellation))
            tally.CountRepaired(Repairs.LeftoverRow);
    }

    private async Task Check(IRecordKind kind, string subject, Item item, CancellationToken cancellation)
    {
        if (tally.IsNew(item.Id) || await IsSubject(kind, subject, item, cancellation))
            return;
        await subjects.Remove(await subjects.Rows([subject], item, cancellation), cancellation);
        if (await IsSubject(kind, subject, item, cancellation))
            await subjects.Add([subject], item, cancellation);
        else
            tally.CountRepaired(Repairs.LeftoverRow);
    }

    private async Task CheckTerm(IRecordKind kind, string term, Item item, CancellationToken cancellation)
    {
        if (tally.IsNew(item.Id) || await HasTerm(kind, term, item, cancellation))
            return;
        await search.Remove([(term, item)], cancellation);
        if (await HasTerm(kind, term, item, cancellation))
            await search.Put(item, [term], cancellation);
        else
            tally.CountRepaired(Repairs.LeftoverRow);
    }

    private static async Task<bool> HasTerm(IRecordKind kind, string term, Item item, CancellationToken cancellation) =>
        await kind.Find(item.Id, cancellation) is { } record && record.SearchTerms.Contains(term);

    private static async Task<DueRow?> DueOf(IRecordKind kind, Id id, CancellationToken cancellation) =>
        (await kind.Find(id, cancellation))?.Due;

    private static async Task<bool> IsSubject(IRecordKind kind, string subject, Item item, CancellationToken cancellation) =>
        await kind.Find(item.Id, cancellation) is { } record && record.Subjects.Contains(subject);
}
