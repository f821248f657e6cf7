using WelWee3D.Orders;
using WelWee3D.Retention;

namespace WelWee3D.Scans;

/// <summary>Scans that are gone, while copies of them may still be on disks: staff confirm those one by one.</summary>
public sealed class DestroyedScans(
    DestructionTasks tasks, Ledger ledger, Certificates certificates, DueIndex due, DestructionEngine engine, TimeProvider clock)
{
    /// <summary>Confirms that a copy is destroyed; with the last one the certificate is issued. Can be repeated.</summary>
    /// <param name="on">Null is today, or the day on which it was destroyed already.</param>
    /// <returns>The copy as it now stands, or why not.</returns>
    public async Task<(DiskCopy? Copy, Refusal? Refusal)> Confirm(
        Id scan, Id copy, DateOnly? on, string confirmedBy, CancellationToken cancellation)
    {
        var (line, today) = (LedgerLine.IdOf(new(Scan.Kind, scan)), clock.Today());
        if (await CopiesOf(line, cancellation) is not { } copies)
            return (null, new Refusal.Missing("scan"));
        if (copies.FirstOrDefault(each => each.Id == copy) is not { } known)
            return (null, new Refusal.Missing("copy"));
        if (ScanRules.NotDestroyed(known, on, today) is { } refusal)
            return (null, refusal);

        // Before it is confirmed, so that whatever dies after that, the next sweep certifies.
        var open = new OpenDestruction(today, line, [], confirmedBy);
        if (copies.All(each => each.Id == copy || each.DestroyedOn is not null))
            await due.Open(open, cancellation);
        var task = await tasks.Confirm(line, copy, on ?? today, confirmedBy, clock.GetUtcNow(), cancellation);
        if (task is null or { Done: true })
            await Finish(open, confirmedBy, cancellation);
        return (task?.Copies.Single(each => each.Id == copy) ?? known, null);
    }

    /// <summary>The copies of a scan that is gone: of its task, or of its certificate.</summary>
    private async Task<IReadOnlyList<DiskCopy>?> CopiesOf(string line, CancellationToken cancellation)
    {
        if (await tasks.Find(line, cancellation) is { } task)
            return task.Copies;
        if (await ledger.Find(line, cancellation) is not { } stored || await certificates.Of(stored, cancellation) is not { } sealedOne)
            return null;
        return [.. sealedOne.Read().Copies.Select(copy => new DiskCopy(
            copy.Id, copy.Disk, copy.MadeOn, copy.DestroyedOn, ConfirmedBy: copy.ConfirmedBy, ConfirmedAt: copy.ConfirmedAt))];
    }

    private async Task Finish(OpenDestruction open, string confirmedBy, CancellationToken cancellation)
    {
        var tally = new RunTally(RunKind.Sweep, confirmedBy, clock);
        await engine.Finish([open], tally, cancellation);
        tally.ThrowIfAnyFailed("The copy is confirmed, and its certificate is not issued yet.");
    }
}
