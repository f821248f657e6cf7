using WelWee3D.Mail;
using WelWee3D.People;

namespace WelWee3D.Retention.Reconciling;

/// <summary>
/// Walks everything that is kept, and repairs or reports what disagrees, so that no lost index row lets data outlive its
/// deadline. Can be repeated, and may die anywhere: the next one finds what is left.
/// </summary>
public sealed class Reconciliation(
    RecordKinds kinds, DueIndex due, SubjectIndex subjects, SearchIndex search, AskedErasures asked, Ledger ledger, Certificates certificates,
    DestructionTasks tasks, RunLog runs, Letters letters, TimeProvider clock)
{
    /// <exception cref="AggregateException">Something could not be looked at or repaired; the run that tells what is recorded.</exception>
    public async Task<Run> Run(CancellationToken cancellation)
    {
        var tally = new RunTally(RunKind.Reconcile, RunKind.Reconcile, clock);
        await Check(tally, cancellation);

        var run = tally.ToRun();
        if (run.Repaired.Count > 0 || !run.Complete)
            await letters.Add(new(ReconciledLetter.Name, $"{run.Id}"), cancellation);
        run = await runs.Add(run, cancellation);
        tally.ThrowIfAnyFailed("The reconciliation could not finish; the run tells what is left.");
        return run;
    }

    private async Task Check(RunTally tally, CancellationToken cancellation)
    {
        var keys = await IndexKeys.Read(due, subjects, search, tally, cancellation);
        var records = new RecordCheck(due, subjects, search, keys, tally);
        foreach (var kind in kinds.InOrder)
            await records.Walk(kind, cancellation);
        await CheckErasures(records.Asked, tally, cancellation);
        await new LeftoverCheck(kinds, due, subjects, search, keys, tally).Walk(cancellation);
        await Workers.Each(kinds.InOrder, kind => kind.Name, tally, kind => kind.Reconcile(tally, cancellation), cancellation);
        await new ProofCheck(kinds, due, ledger, certificates, tasks, keys, tally).Walk(cancellation);
    }

    /// <param name="waiting">The records whose erasure was asked for, and that are still there.</param>
    private async Task CheckErasures(IReadOnlyCollection<KeptRecord> waiting, RunTally tally, CancellationToken cancellation)
    {
        var known = await asked.All(cancellation).ToHashSetAsync(cancellationToken: cancellation);
        await Workers.Each(waiting.Where(record => !known.Contains(record.Item)), record => $"{record.Item}", tally, async record =>
        {
            await asked.Put(record.Item, record.Retention.Start, cancellation);
            tally.CountRepaired(Repairs.AskedErasure);
        }, cancellation);
        // What is of a kind that this version does not know may be there.
        await Workers.Each(known, item => $"{item}", tally, async item =>
        {
            if (kinds.Find(item.Kind) is { } kind && await kind.Find(item.Id, cancellation) is null)
                await asked.Remove(item, cancellation);
        }, cancellation);
    }
}
