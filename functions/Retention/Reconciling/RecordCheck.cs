using WelWee3D.People;

namespace WelWee3D.Retention.Reconciling;

/// <summary>Walks the records, and gives each the index rows that it lacks.</summary>
internal sealed class RecordCheck(DueIndex due, SubjectIndex subjects, IndexKeys keys, RunTally tally)
{
    public Task Walk(IRecordKind kind, CancellationToken cancellation) => Workers.Each(
        kind.All(cancellation), record => $"{record.Item}", tally,
        async record =>
        {
            await CheckDueRow(kind, record, cancellation);
            await CheckSubjects(kind, record, cancellation);
        },
        cancellation);

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
}
