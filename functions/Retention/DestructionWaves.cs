using System.Collections.Concurrent;
using WelWee3D.People;
using WelWee3D.Telemetry;

namespace WelWee3D.Retention;

/// <summary>Carries out what was decided, many at a time: begun, deleted, looked for, certified, closed.</summary>
public sealed class DestructionWaves(
    RecordKinds kinds, DueIndex due, SubjectIndex subjects, Ledger ledger, Certificates certificates, DestructionTasks tasks,
    MailboxTasks mailboxes, LineSubjectsKind hashes, Measures measures, TimeProvider clock)
{
    /// <inheritdoc cref="CarryOut"/>
    public async Task<IReadOnlyList<Id>> Begin(IReadOnlyList<Destruction> wave, RunTally tally, CancellationToken cancellation)
    {
        var (begun, changed) = (new ConcurrentQueue<Destruction>(), new ConcurrentQueue<Id>());
        await Workers.Each(wave, each => each.Line.Id, tally, async each =>
        {
            if (each.Open.Claimed.Count == 0)
                await due.Open(each.Open, cancellation);
            else if (!await due.Claim(each.Open, cancellation))
            {
                foreach (var row in each.Open.Claimed)
                    changed.Enqueue(row.Item.Id);
                return;
            }
            var stored = await ledger.Write(each.Line, cancellation);
            begun.Enqueue(each with { Line = stored.Line, Stored = stored });
        }, cancellation);
        return [.. changed, .. await CarryOut([.. begun], tally, cancellation)];
    }

    /// <returns>The records of batches that somebody changed, or took, in between: they may be due as they now stand.</returns>
    public async Task<IReadOnlyList<Id>> CarryOut(IReadOnlyList<Destruction> begun, RunTally tally, CancellationToken cancellation)
    {
        var (deleted, changed) = (new ConcurrentQueue<Destruction>(), new ConcurrentQueue<Id>());
        await Workers.Each(begun, each => each.Line.Id, tally, async each =>
        {
            var outcome = await KindOf(each).Destroy(each, cancellation);
            foreach (var row in each.Open.Claimed.ExceptBy(outcome.CarriedOut?.Items.Select(item => item.Id) ?? [], row => row.Item.Id))
                changed.Enqueue(row.Item.Id);
            if (outcome.CarriedOut is { } line)
                deleted.Enqueue(each with { Line = line, Task = outcome.Task });
            else if (outcome.IsBusy)
                tally.Leave(each.Line.Id, Unfinished.Busy);
            else
                await Spare(each, tally, cancellation);
        }, cancellation);
        await Workers.Together(deleted, each => each.Line.Id, tally, all => Settle(all, tally, cancellation), cancellation);
        return [.. changed];
    }

    /// <summary>What is left to do once the records are gone: their copies and index rows, the look afterwards, the proof.</summary>
    private async Task Settle(IReadOnlyCollection<Destruction> deleted, RunTally tally, CancellationToken cancellation)
    {
        var gone = deleted.SelectMany(each => each.Line.Items).Select(item => item.Id).ToHashSet();
        await kinds.DeleteCopies(gone, cancellation);
        await subjects.Remove(deleted.Where(each => KindOf(each).OwnerKind is null).SelectMany(each => SubjectRows(each.Line)), cancellation);
        var settled = new ConcurrentQueue<OpenDestruction>();
        await Workers.Each(await Absent(deleted, tally, cancellation), each => each.Line.Id, tally, async each =>
        {
            await Certify(each, tally, cancellation);
            settled.Enqueue(each.Open);
        }, cancellation);
        await due.Close(settled, cancellation);
    }

    private static IEnumerable<(string Subject, Item Item)> SubjectRows(LedgerLine line) =>
        from item in line.Items
        from subject in item.Subjects
        select (subject, new Item(line.Kind, item.Id));

    /// <summary>Looks up what was deleted.</summary>
    private async Task<IReadOnlyCollection<Destruction>> Absent(
        IEnumerable<Destruction> deleted, RunTally tally, CancellationToken cancellation)
    {
        var absent = new ConcurrentQueue<Destruction>();
        var together = deleted.GroupBy(KindOf).SelectMany(alike => alike.InBatches(each => each.Open.On, alike.Key.FoundAtOnce));
        await Workers.Each(together, some => some[0].Line.Id, tally, async some =>
        {
            if (!await KindOf(some[0]).AreAbsent([.. some.Select(each => each.Line)], cancellation))
                throw new InvalidOperationException(
                    $"Of {string.Join(", ", some.Select(each => each.Line.Id))} something was deleted, and is still there.");
            foreach (var each in some)
                absent.Enqueue(each);
        }, cancellation);
        return absent;
    }

    private async Task Spare(Destruction begun, RunTally tally, CancellationToken cancellation)
    {
        // Who has taken the line up finds it due again, closes what is open, and counts it.
        var isWithdrawn = !await WasCarriedOut(begun, cancellation);
        if (isWithdrawn && !await ledger.Withdraw(begun.Stored!, cancellation))
            return;
        await due.Close([begun.Open], cancellation);
        if (isWithdrawn)
            tally.CountSpared();
    }

    // Its records can be back after a restore, with the open destruction of then: the line still says what was done.
    private async Task<bool> WasCarriedOut(Destruction begun, CancellationToken cancellation) =>
        begun.Stored!.Certificate is not null || await tasks.Find(begun.Line.Id, cancellation) is not null;

    /// <summary>
    /// Certifies what is gone, unless the certificate has to wait for copies on disk. Of two runs at once one counts it: the
    /// one that issued the certificate, or noted that it waits. A replay destroys what has one.
    /// </summary>
    private async Task Certify(Destruction destroyed, RunTally tally, CancellationToken cancellation)
    {
        var (line, stored, task) = (destroyed.Line, destroyed.Stored!, destroyed.Task);
        // First: nothing is gone without a day on which its hashes leave the line, also where the proof waits.
        await hashes.Note(stored.Line, cancellation);
        if (task is { Done: false })
        {
            if ((task.GoneAt is null || tally.IsReplay)
                && await tasks.NoteGone(task.Line, clock.GetUtcNow(), again: tally.IsReplay, cancellation))
                Count(line, tally);
            return;
        }
        // Before the certificate that tells them open.
        await mailboxes.Open(line, cancellation);
        // Another run may be finishing it too: then this one takes it up as that one left it.
        while (stored.Line != line && stored.Certificate is null)
            stored = await ledger.Replace(stored, line, cancellation) ?? await ledger.Write(line, cancellation);
        var issued = await certificates.Issue(stored, task, KindOf(destroyed).IsRecoverable, cancellation);
        if (issued)
            tally.CountCertificate();
        if (tally.IsReplay || (issued && task?.GoneAt is null))
            Count(line, tally);
        if (task is not null)
            await tasks.Remove(task.Line, cancellation);
    }

    private void Count(LedgerLine line, RunTally tally)
    {
        tally.CountDestroyed(line);
        measures.Destroyed(line.Why.Rule, line.Items.Count);
    }

    private IRecordKind KindOf(Destruction destruction) => kinds.Find(destruction.Line.Kind)!;
}
