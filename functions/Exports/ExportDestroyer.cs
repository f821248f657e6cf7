using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Exports;

/// <summary>Destroys export packages whose week is over, fetched or not.</summary>
public sealed class ExportDestroyer(ExportPackages packages, DueIndex due, RetentionRules rules, TimeProvider clock) : IDestroyer
{
    public string DueKind => Kinds.Export;

    public int AtOnce => 1;

    public IReadOnlyList<string> LineKinds => [Kinds.Export];

    public async Task<IReadOnlyList<Kept>> Describe(IReadOnlyList<Id> ids, CancellationToken cancellation)
    {
        var kept = new List<Kept>();
        foreach (var id in ids)
            if (await packages.Find(id, cancellation) is { } package)
                kept.Add(new(Kinds.Export, id, null, package.Due(rules), package.Retention(rules, clock.Today())));
        return kept;
    }

    public async Task<Verdict> LookAgain(IReadOnlyList<DueRow> rows, string decidedBy, CancellationToken cancellation)
    {
        var (row, today) = (rows[0], clock.Today());
        if (await packages.Find(row.Item.Id, cancellation) is not { } package)
        {
            await due.Remove(row, cancellation);
            return new([], [], 1);
        }
        var why = package.Retention(rules, today);
        if (!why.IsDue(today))
            return Verdict.Nothing;
        var line = new LedgerLine(
            $"{Kinds.Export}-{package.Id}", Kinds.Export, why, decidedBy, clock.GetUtcNow(),
            [new(package.Id, null, package.Subjects, await File(package, cancellation), [])]);
        return new([new(new(row.On, line.Id, []), line)], [], 0);
    }

    public async Task<LedgerLine?> Delete(Destruction destruction, CancellationToken cancellation)
    {
        await packages.Delete(destruction.Line.Items[0].Id, cancellation);
        return destruction.Line;
    }

    public Task DeleteIndexRows(IReadOnlyList<LedgerLine> lines, CancellationToken cancellation) => Task.CompletedTask;

    public async Task<bool> AreAbsent(IReadOnlyList<LedgerLine> lines, CancellationToken cancellation) =>
        !await packages.Exists(lines[0].Items[0].Id, cancellation);

    private async Task<IReadOnlyList<DestroyedFile>> File(ExportPackage package, CancellationToken cancellation) =>
        await packages.Blob(package.Id).Hash(cancellation) is { } file ? [new(package.Id.ToString(), file.Bytes, file.Sha256)] : [];
}
