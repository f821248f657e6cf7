namespace WelWee3D.Retention.Reconciling;

/// <summary>
/// Looks for destructions, and what was undone of them, that have no certificate, and to which nothing leads any more: the next sweep
/// finishes them. Lines of many records are not among them, for the due rows that they claimed lead to them.
/// </summary>
internal sealed class ProofCheck(
    RecordKinds kinds, DueIndex due, Ledger ledger, Certificates certificates, DestructionTasks tasks, IndexKeys keys, RunTally tally)
{
    // A number is reserved moments before its certificate is written. Where that was last, some Sundays may have failed since.
    private static readonly TimeSpan Lately = TimeSpan.FromDays(31);

    public async Task Walk(CancellationToken cancellation)
    {
        // Its last copy was confirmed, and then something died.
        await Workers.Each(
            tasks.Each(cancellation).Where(task => task.Done), task => task.Line, tally, task => OpenAgain(task.Line, Decider.Sweep, cancellation), cancellation);
        await Workers.Each(
            ledger.All(cancellation).Where(MayBeForgotten), stored => stored.Line.Id, tally, stored => Check(stored.Line, cancellation), cancellation);
    }

    /// <summary>
    /// Another run may have closed what was open before its line was written, as if nothing came of it; and who wrote the line
    /// destroyed, and died.
    /// </summary>
    private bool MayBeForgotten(StoredLine stored) =>
        (IsOfOne(stored.Line) || stored.Line.Undone is not null) && !tally.IsNew(stored.Line.DecidedAt) && !keys.Open.Contains(stored.Line.FinishedBy)
        && ((stored.Certificate is null && stored.Line.Undone is null) || stored.Line.DecidedAt > tally.StartedAt - Lately);

    private static bool IsOfOne(LedgerLine line) => line.Items is [var item] && line.Id == LedgerLine.IdOf(new(line.Kind, item.Id));

    private async Task Check(LedgerLine line, CancellationToken cancellation)
    {
        if (await tasks.Find(line.Id, cancellation) is not null
            || await ledger.Find(line.Id, cancellation) is not { } stored || await certificates.Of(stored, cancellation) is not null)
            return;
        // What is there all the same is looked at again, like anything that was begun.
        if (kinds.Find(line.Kind) is null)
            tally.Leave(line.Id, Unfinished.UnknownKind);
        else
            await OpenAgain(line.FinishedBy, line.DecidedBy, cancellation);
    }

    private async Task OpenAgain(string line, string decidedBy, CancellationToken cancellation)
    {
        await due.Open(new(tally.Today, line, [], decidedBy), cancellation);
        tally.CountRepaired(Repairs.Task);
    }
}
