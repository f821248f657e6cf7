using System.Collections.Concurrent;
using WelWee3D.Exports;

namespace WelWee3D.Retention;

/// <summary>
/// The one engine that destroys: the night's sweep, an erasure and a member of staff all come here. For each item that
/// is due: look again, write the ledger line, delete, look whether it is absent, certify. The process may die between
/// any two storage calls; the open destruction in the due index leads the next run back to where it stopped.
/// </summary>
public sealed class DestructionEngine(
    IEnumerable<IDestroyer> destroyers, DueIndex due, Ledger ledger, Certificates certificates, DestructionTasks tasks,
    ExportPackages exports)
{
    // A wave shares its look afterwards and its clean-up: larger waves make fuller entity group transactions.
    private const int Wave = 200;

    private readonly IDestroyer[] destroyers = [.. destroyers];

    /// <summary>Destroys what is due among these rows. What fails is left, and told; the others go on.</summary>
    public async Task Destroy(IReadOnlyList<DueRow> rows, string decidedBy, SweepTally tally, CancellationToken cancellation)
    {
        foreach (var destroyer in destroyers)
        {
            // The last first: storage that keeps rows in the order they came lets go of the last at the least cost.
            var own = rows.Where(row => row.Item.Kind == destroyer.DueKind).Reverse().ToList();
            while (own.Count > 0)
            {
                var decision = await LookAgain(destroyer, own, decidedBy, tally, cancellation);
                // What failed would fail again: the next run tries it once more.
                var hopeful = decision.Destructions.Where(each => !tally.HasFailed(each.Line.Id)).ToList();
                foreach (var wave in hopeful.Chunk(Wave))
                    await Begin(destroyer, wave, tally, cancellation);
                own = hopeful.Count > 0 ? [.. decision.Again] : [];
            }
        }
    }

    /// <summary>Finishes what an earlier run began.</summary>
    /// <returns>
    /// Due rows that were taken for nothing, and are back: to be looked at in this run, for they lie before what the
    /// index brings next.
    /// </returns>
    public async Task<IReadOnlyList<DueRow>> Finish(
        IReadOnlyList<OpenDestruction> open, SweepTally tally, CancellationToken cancellation)
    {
        var (begun, back) = (new ConcurrentQueue<Begun>(), new ConcurrentQueue<OpenDestruction>());
        await Workers.Each(open, each => each.Line, tally, async each =>
        {
            if ((await ledger.TakeUp(each.Line, cancellation) ?? await WriteFor(each, cancellation)) is { } stored)
                begun.Enqueue(new(new(each, stored.Line), stored));
            else if (each.Claimed.Count > 0)
            {
                await due.GiveBack(each, cancellation);
                back.Enqueue(each);
            }
            else
            {
                await due.Close([each], cancellation);
            }
        }, cancellation);
        foreach (var byKind in begun.GroupBy(each => each.Stored.Line.Kind))
            foreach (var wave in byKind.Chunk(Wave))
                await CarryOut(destroyers.Single(each => each.LineKinds.Contains(byKind.Key)), wave, tally, cancellation);
        return [.. back.SelectMany(each => each.Claimed)];
    }

    /// <summary>
    /// Writes the line of due rows that were claimed without one: whoever claimed them has died, or is about to write
    /// that very line and will find it written.
    /// </summary>
    /// <returns>Null when nothing of it is due.</returns>
    private async Task<StoredLine?> WriteFor(OpenDestruction open, CancellationToken cancellation)
    {
        if (open.Claimed.Count == 0)
            return null;
        var destroyer = destroyers.Single(each => each.DueKind == open.Claimed[0].Item.Kind);
        var verdict = await destroyer.LookAgain(open.Claimed, "sweep", cancellation);
        return verdict.Destructions is [var again]
            ? await ledger.Write(again.Line with { Id = open.Line }, cancellation)
            : null;
    }

    private static async Task<Verdict> LookAgain(
        IDestroyer destroyer, IReadOnlyList<DueRow> rows, string decidedBy, SweepTally tally, CancellationToken cancellation)
    {
        var decisions = new ConcurrentQueue<Verdict>();
        await Workers.Each(
            OfADay(rows, row => row.On, destroyer.AtOnce), chunk => $"{chunk[0].Item} and {chunk.Length - 1} more", tally,
            async chunk => decisions.Enqueue(await destroyer.LookAgain(chunk, decidedBy, cancellation)), cancellation);
        tally.CountTidied(decisions.Sum(each => each.Tidied));
        // A change that died leaves two due rows for one record: it is destroyed once all the same.
        return new(
            [.. decisions.SelectMany(each => each.Destructions).DistinctBy(each => each.Line.Id)],
            [.. decisions.SelectMany(each => each.Again).DistinctBy(row => row.Item)], 0);
    }

    private async Task Begin(
        IDestroyer destroyer, IReadOnlyList<Destruction> wave, SweepTally tally, CancellationToken cancellation)
    {
        var begun = new ConcurrentQueue<Begun>();
        await Workers.Each(wave, each => each.Line.Id, tally, async each =>
        {
            if (each.Open.Claimed.Count == 0)
                await due.Open(each.Open, cancellation);
            else if (!await due.Claim(each.Open, cancellation))
                return;
            var stored = await ledger.Write(each.Line, cancellation);
            begun.Enqueue(new(each with { Line = stored.Line }, stored));
        }, cancellation);
        await CarryOut(destroyer, [.. begun], tally, cancellation);
    }

    private async Task CarryOut(
        IDestroyer destroyer, IReadOnlyList<Begun> begun, SweepTally tally, CancellationToken cancellation)
    {
        var deleted = new ConcurrentQueue<CarriedOut>();
        await Workers.Each(begun, each => each.Stored.Line.Id, tally, async each =>
        {
            if (await destroyer.Delete(each.Decided, cancellation) is { } line)
                deleted.Enqueue(new(each, line));
            else
                await Spare(each, tally, cancellation);
        }, cancellation);
        await Workers.Together(
            deleted, each => each.Line.Id, tally, all => Settle(destroyer, all, tally, cancellation));
    }

    /// <summary>What is left to do once the records are gone: their copies and index rows, the look afterwards, the proof.</summary>
    private async Task Settle(
        IDestroyer destroyer, IReadOnlyCollection<CarriedOut> deleted, SweepTally tally, CancellationToken cancellation)
    {
        var lines = deleted.Select(each => each.Line).ToList();
        await exports.DeleteCopies(lines, cancellation);
        await destroyer.DeleteIndexRows(lines, cancellation);
        var settled = new ConcurrentQueue<OpenDestruction>();
        await Workers.Each(await Absent(destroyer, deleted, tally, cancellation), each => each.Line.Id, tally, async each =>
        {
            if (await Certify(each.Begun.Stored, each.Line, cancellation))
                tally.CountDestroyed(each.Line);
            else
                tally.CountOpenTask();
            settled.Enqueue(each.Begun.Decided.Open);
        }, cancellation);
        await due.Close(settled, cancellation);
    }

    /// <summary>Looks up what was deleted.</summary>
    private static async Task<IReadOnlyCollection<CarriedOut>> Absent(
        IDestroyer destroyer, IEnumerable<CarriedOut> deleted, SweepTally tally, CancellationToken cancellation)
    {
        var absent = new ConcurrentQueue<CarriedOut>();
        var together = OfADay(deleted, each => each.Begun.Decided.Open.On, destroyer.AtOnce);
        await Workers.Each(together, some => some[0].Line.Id, tally, async some =>
        {
            if (!await destroyer.AreAbsent([.. some.Select(each => each.Line)], cancellation))
                throw new InvalidOperationException(
                    $"Of {string.Join(", ", some.Select(each => each.Line.Id))} something was deleted, and is still there.");
            foreach (var each in some)
                absent.Enqueue(each);
        }, cancellation);
        return absent;
    }

    private async Task Spare(Begun begun, SweepTally tally, CancellationToken cancellation)
    {
        // Who has taken the line up finds it due again, and closes what is open.
        if (await WasCarriedOut(begun.Stored, cancellation) || await ledger.Withdraw(begun.Stored, cancellation))
            await due.Close([begun.Decided.Open], cancellation);
        tally.CountSpared();
    }

    // Its records can be back after a restore, with the open destruction of then: the line still says what was done.
    private async Task<bool> WasCarriedOut(StoredLine stored, CancellationToken cancellation) =>
        stored.Certificate is not null || await tasks.Find(stored.Line.Id, cancellation) is not null;

    /// <returns>False when the certificate has to wait for copies on disk.</returns>
    private async Task<bool> Certify(StoredLine stored, LedgerLine carriedOut, CancellationToken cancellation)
    {
        var task = carriedOut.Kind == Kinds.Scan ? await tasks.Find(carriedOut.Id, cancellation) : null;
        if (task is { Done: false })
            return false;
        if (stored.Line != carriedOut && stored.Certificate is null)
            stored = await ledger.Replace(stored, carriedOut, cancellation)
                ?? throw new InvalidOperationException($"Ledger line {carriedOut.Id} is being finished by another run.");
        await certificates.Issue(
            stored, [.. (task?.Copies ?? []).Select(copy => new ConfirmedCopy(copy.Id, copy.Disk, copy.MadeOn, copy.DestroyedOn!.Value))], cancellation);
        if (task is not null)
            await tasks.Remove(task.Line, cancellation);
        return true;
    }

    private static IEnumerable<T[]> OfADay<T>(IEnumerable<T> all, Func<T, DateOnly> day, int atOnce) =>
        all.GroupBy(day).SelectMany(some => some.Chunk(atOnce));

    private sealed record Begun(Destruction Decided, StoredLine Stored);

    /// <param name="Line">As it was carried out.</param>
    private sealed record CarriedOut(Begun Begun, LedgerLine Line);
}
