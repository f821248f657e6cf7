using System.Collections.Concurrent;

namespace WelWee3D.Retention;

/// <summary>
/// After a restore from a backup: destroys again what the ledger says was destroyed, and asks again for the erasures that were
/// waiting. Holds, restrictions and consent that came back with what was destroyed are those of then, and keep nothing. Can be repeated, and may die anywhere.
/// </summary>
public sealed class Replay(
    RecordKinds kinds, Ledger ledger, AskedErasures askedErasures, Certificates certificates, DestructionTasks tasks, DueIndex due, DestructionEngine engine,
    ProofFirst proofs, RunLog runs, TimeProvider clock)
{
    private const int LinesAtOnce = 100;

    /// <param name="askedBy">The object id of an account.</param>
    /// <param name="id">Where somebody waits for this run.</param>
    public async Task<Run> Run(string askedBy, CancellationToken cancellation, Id? id = null)
    {
        var tally = new RunTally(RunKind.Replay, Decider.ReplayFor(askedBy), clock, id);
        // Copies of what was, and made in a moment: whoever still needs one gets another.
        await kinds.DeleteCopies(records: null, cancellation);
        await foreach (var lines in ledger.All(cancellation).Telling(tally).Chunk(LinesAtOnce).WithCancellation(cancellation))
            await DestroyAgain(lines, tally, cancellation);
        await EraseAgain(tally, cancellation);

        return await runs.Add(tally.ToRun(), cancellation);
    }

    private async Task DestroyAgain(StoredLine[] lines, RunTally tally, CancellationToken cancellation)
    {
        var rows = new ConcurrentQueue<DueRow>();
        var begun = new ConcurrentQueue<OpenDestruction>();
        await Workers.Each(lines, line => line.Line.Id, tally, async stored =>
        {
            var line = stored.Line;
            if (kinds.Find(line.Kind) is not { } kind)
                tally.Leave(line.Id, Unfinished.UnknownKind);
            else if (await WasCarriedOut(stored, cancellation))
                await DestroyAgain(kind, line, rows, begun, tally, cancellation);
        }, cancellation);
        await engine.Destroy([.. rows.Distinct()], tally, cancellation);
        await engine.Finish([.. begun], tally, cancellation);
    }

    private async Task EraseAgain(RunTally tally, CancellationToken cancellation)
    {
        var asked = new ConcurrentQueue<KeptRecord>();
        await Workers.Each(askedErasures.All(cancellation), item => $"{item}", tally, async item =>
        {
            if (kinds.Find(item.Kind) is not { } kind)
                tally.Leave($"{item}", Unfinished.UnknownKind);
            else if (!await kind.Decide(item.Id, Decision.Erase, cancellation))
                tally.Leave($"{item}", Unfinished.Busy);
            else if (await kind.Find(item.Id, cancellation) is { } record)
                asked.Enqueue(record);
        }, cancellation);
        var present = await proofs.Write([.. asked], cancellation);
        await engine.Destroy([.. present.Select(record => record.Due)], tally, cancellation);
    }

    /// <summary>Begun is not enough: what was never carried out is for the sweep to look at again.</summary>
    private async Task<bool> WasCarriedOut(StoredLine line, CancellationToken cancellation) =>
        await certificates.Of(line, cancellation) is not null || await tasks.Find(line.Line.Id, cancellation) is not null;

    /// <summary>Takes away whatever could keep the records of a line, and has them destroyed.</summary>
    private async Task DestroyAgain(
        IRecordKind kind, LedgerLine line, ConcurrentQueue<DueRow> rows, ConcurrentQueue<OpenDestruction> begun, RunTally tally,
        CancellationToken cancellation)
    {
        var ids = line.Items.Select(item => item.Id).ToList();
        var absent = await AreAbsent(kind, line, cancellation);
        var found = absent ? new([], []) : await kind.FindReadable(ids, cancellation);
        foreach (var id in found.Unreadable)
            tally.Leave($"{new Item(kind.Name, id)}", Unfinished.Unreadable);
        // Of many records those that are back; of one also what could make it once more.
        var condemned = ids.Count > 1 ? found.Readable.Select(record => record.Item.Id) : ids.Except(found.Unreadable);
        foreach (var id in condemned)
        {
            if (!await kind.Decide(id, Decision.Condemn, cancellation))
            {
                tally.Leave(line.Id, Unfinished.Busy);
                return;
            }
        }
        if (absent)
            return;
        var back = await kind.FindReadable(ids, cancellation);
        foreach (var record in back.Readable)
            rows.Enqueue(record.Due);
        // Its files can be back without it.
        if (back is { Readable: [], Unreadable: [] })
            begun.Enqueue(await Begin(line, tally, cancellation));
    }

    private static async Task<bool> AreAbsent(IRecordKind kind, LedgerLine line, CancellationToken cancellation)
    {
        try
        {
            return await kind.AreAbsent([line], cancellation);
        }
        catch (UnreadableException)
        {
            // Not known to be: each of its records is looked at by itself.
            return false;
        }
    }

    private async Task<OpenDestruction> Begin(LedgerLine line, RunTally tally, CancellationToken cancellation)
    {
        var open = new OpenDestruction(tally.Today, line.Id, [], tally.DecidedBy);
        await due.Open(open, cancellation);
        return open;
    }
}
