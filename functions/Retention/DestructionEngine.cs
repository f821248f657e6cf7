using System.Collections.Concurrent;

namespace WelWee3D.Retention;

/// <summary>
/// The one engine that destroys: the night's sweep, an erasure and a member of staff all come here. For each item that
/// is due: look again, write the ledger line, delete, look whether it is absent, certify. The process may die between
/// any two storage calls; the open destruction in the due index leads the next run back to where it stopped.
/// </summary>
public sealed class DestructionEngine(RecordKinds kinds, DueIndex due, Ledger ledger, DestructionWaves waves, ProofFirst proofs, TimeProvider clock)
{
    // A wave shares its look afterwards and its clean-up: larger waves make fuller entity group transactions.
    private const int Wave = 200;

    // Of the items of one ledger line, in a column of 32 Ki signs, which holds its derivation too.
    private const int MostSigns = 30_000;

    // So often what somebody changes meanwhile is looked at again in one run.
    private const int MostLooks = 5;

    /// <summary>Destroys what is due among these rows. What fails, or is not understood, is left and told; the others go on.</summary>
    /// <param name="only">The records, or parts of them, that are meant; null is all.</param>
    public async Task Destroy(IReadOnlyList<DueRow> rows, RunTally tally, CancellationToken cancellation, IReadOnlySet<Item>? only = null)
    {
        foreach (var row in rows.Where(row => kinds.Find(row.Item.Kind) is null))
            tally.Leave($"{row.Item}", Unfinished.UnknownKind);
        foreach (var kind in kinds.InOrder)
        {
            // The last first: storage that keeps rows in the order they came lets go of the last at the least cost.
            IReadOnlyList<DueRow> own = [.. rows.Where(row => row.Item.Kind == kind.Name).Reverse()];
            for (var looks = 1; own.Count > 0; looks++)
            {
                var decided = (await Decide(kind, own, only, tally, cancellation)).Where(each => tally.TryBegin(each.Line.Id)).ToList();
                var changed = new List<Id>();
                foreach (var wave in decided.Chunk(Wave))
                    changed.AddRange(await waves.Begin(wave, tally, cancellation));
                var owners = await Owners(kind, decided.Select(each => each.Line), tally, cancellation);
                var again = await Again(kind, changed, tally, cancellation);
                if (looks < MostLooks || again.Count == 0)
                    own = [.. owners, .. again];
                else
                {
                    tally.Leave($"{again[0].Item} and {again.Count - 1} more", Unfinished.Busy);
                    own = owners;
                }
            }
        }
    }

    /// <summary>Finishes what an earlier run began.</summary>
    /// <returns>
    /// Due rows to be looked at in this run, for they lie before what the index brings next: those that were taken for nothing,
    /// and are back, and those of what has lost its parts.
    /// </returns>
    public async Task<IReadOnlyList<DueRow>> Finish(
        IReadOnlyList<OpenDestruction> open, RunTally tally, CancellationToken cancellation)
    {
        var (begun, back) = (new ConcurrentQueue<Destruction>(), new ConcurrentQueue<OpenDestruction>());
        await Workers.Each(open, each => each.Line, tally, async each =>
        {
            if (kinds.Find(each.Kind) is not { } kind)
                tally.Leave(each.Line, Unfinished.UnknownKind);
            else if ((await ledger.TakeUp(each.Line, cancellation) ?? await WriteFor(each, kind, tally, cancellation)
                // Who began it may have written it meanwhile, and gone on.
                ?? await ledger.TakeUp(each.Line, cancellation)) is { } stored)
                begun.Enqueue(new(each, stored.Line, []) { Stored = stored });
            else if (each.Claimed.Count == 0)
                await due.Close([each], cancellation);
            else
            {
                await due.GiveBack(each, cancellation);
                back.Enqueue(each);
            }
        }, cancellation);
        var rows = back.SelectMany(each => each.Claimed).ToList();
        foreach (var kind in kinds.InOrder)
            foreach (var wave in begun.Where(each => each.Line.Kind == kind.Name && tally.TryBegin(each.Line.Id)).Chunk(Wave))
                rows.AddRange(await Again(kind, await waves.CarryOut(wave, tally, cancellation), tally, cancellation));
        foreach (var kind in kinds.InOrder)
            rows.AddRange(await Owners(kind, begun.Select(each => each.Line), tally, cancellation));
        return rows;
    }

    /// <summary>
    /// Writes the line of due rows that were claimed without one: whoever claimed them has died, or is about to write
    /// that very line and will find it written.
    /// </summary>
    /// <returns>Null when nothing of it is due, or not all for one reason.</returns>
    private async Task<StoredLine?> WriteFor(OpenDestruction open, IRecordKind kind, RunTally tally, CancellationToken cancellation) =>
        open.Claimed.Count > 0 && await Decide(kind, open.Claimed, only: null, tally, cancellation) is [var again]
            ? await ledger.Write(again.Line with { Id = open.Line, DecidedBy = open.DecidedBy }, cancellation)
            : null;

    /// <summary>Looks again at the records behind due rows: they decide, not the index.</summary>
    private async Task<IReadOnlyList<Destruction>> Decide(
        IRecordKind kind, IReadOnlyList<DueRow> rows, IReadOnlySet<Item>? only, RunTally tally, CancellationToken cancellation)
    {
        var due = new ConcurrentQueue<KeptRecord>();
        await Workers.Each(
            rows.InBatches(row => row.On, kind.FoundAtOnce), some => $"{some[0].Item} and {some.Length - 1} more", tally,
            async some =>
            {
                var found = await kind.FindReadable([.. some.Select(row => row.Item.Id).Distinct()], cancellation);
                var records = found.Readable.ToDictionary(each => each.Item.Id);
                foreach (var row in some)
                    if (found.Unreadable.Contains(row.Item.Id))
                        await Leave(row, tally, cancellation);
                    else
                        foreach (var record in await Judge(kind, row, records.GetValueOrDefault(row.Item.Id), tally, cancellation))
                            if (only?.Contains(record.Item) is not false)
                                due.Enqueue(record);
            },
            cancellation);

        var decided = new ConcurrentQueue<Destruction>();
        await Workers.Each(Together(due), some => LedgerLine.IdOf(some[0].Item), tally,
            async some => decided.Enqueue(await Decided(some, tally, cancellation)), cancellation);
        return [.. decided.OrderByDescending(each => each.Open.On)];
    }

    /// <summary>Its record cannot be read: it stays due, also when it was claimed with others.</summary>
    private Task Leave(DueRow row, RunTally tally, CancellationToken cancellation)
    {
        tally.Leave($"{row.Item}", Unfinished.Unreadable);
        return due.Put(row, cancellation);
    }

    private async Task<IReadOnlyList<KeptRecord>> Judge(
        IRecordKind kind, DueRow row, KeptRecord? behind, RunTally tally, CancellationToken cancellation)
    {
        var judgement = Judgement.Of(row, behind, tally.StartedAt);
        if (judgement.IsStray && (behind is not null || await kind.Tidy(row.Item.Id, cancellation)))
        {
            if (await due.Remove(row, cancellation))
                tally.CountTidied();
        }
        return judgement.Destroy;
    }

    /// <summary>What goes under one line: records of one batch that are due on one day, for one reason; any other alone.</summary>
    private IEnumerable<KeptRecord[]> Together(IEnumerable<KeptRecord> due) =>
        from record in due.DistinctBy(each => each.Item)
        let batch = kinds.Of(record).BatchOf(record.Item.Id)
        group record by (batch ?? $"{record.Item}", record.Due.On, record.Retention.Rule, record.Retention.Start) into alike
        from some in InLines(alike)
        select some;

    /// <summary>As many as one transaction claims, and one column of the ledger holds.</summary>
    private static IEnumerable<KeptRecord[]> InLines(IEnumerable<KeptRecord> alike)
    {
        var (line, signs) = (new List<KeptRecord>(), 0);
        foreach (var record in alike)
        {
            var more = StoredJson.Write(ItemOf(record, Belongings.None)).Length;
            if (line.Count == DueIndex.ClaimedAtOnce || (line.Count > 0 && signs + more > MostSigns))
            {
                yield return [.. line];
                (line, signs) = ([], 0);
            }
            line.Add(record);
            signs += more;
        }
        if (line.Count > 0)
            yield return [.. line];
    }

    private async Task<Destruction> Decided(KeptRecord[] together, RunTally tally, CancellationToken cancellation)
    {
        var first = together[0];
        var (kind, now) = (kinds.Of(first), clock.GetUtcNow());
        var batch = kind.BatchOf(first.Item.Id);
        var items = new List<LedgerItem>();
        foreach (var record in together)
            items.Add(ItemOf(record, await kind.Account(record, cancellation)));
        var line = new LedgerLine(
            batch is null ? LedgerLine.IdOf(first.Item) : LedgerLine.IdOf(kind.Name, batch, Id.New(now)), kind.Name,
            // The reason of a hold is free text; nothing that is due is suspended, and nothing free belongs in the ledger.
            first.Retention with { SuspendedBy = [] }, tally.DecidedBy, now, items);
        // The due row of what goes alone stays until its record is gone; those of a batch are taken by whoever comes first.
        return new(
            new(first.Due.On, line.Id, batch is null ? [] : [.. together.Select(each => each.Due)], tally.DecidedBy), line, together);
    }

    private static LedgerItem ItemOf(KeptRecord record, Belongings its) =>
        new(record.Item.Id, record.PartOf?.Id, record.Subjects, its.Files, its.Disks) { MailCopy = record.MailCopy, FormerIds = its.FormerIds };

    /// <summary>
    /// Due rows of records that somebody changed while they were decided: the night must not pass by what is still due, nor
    /// by what was to go with it. What another run has taken is that one's.
    /// </summary>
    private async Task<IReadOnlyList<DueRow>> Again(IRecordKind kind, IReadOnlyList<Id> changed, RunTally tally, CancellationToken cancellation)
    {
        var rows = new ConcurrentQueue<DueRow>();
        await Workers.Each(changed.Distinct().Chunk(kind.FoundAtOnce), some => $"{kind.Name}|{some[0]} and {some.Length - 1} more", tally, async some =>
        {
            var found = await kind.FindReadable(some, cancellation);
            foreach (var row in await due.There([.. found.Readable.Where(record => record.IsDueAt(tally.StartedAt)).Select(record => record.Due)], cancellation))
                rows.Enqueue(row);
        }, cancellation);
        return [.. rows];
    }

    /// <summary>The records whose parts have just gone may be due now themselves.</summary>
    private async Task<IReadOnlyList<DueRow>> Owners(
        IRecordKind kind, IEnumerable<LedgerLine> parts, RunTally tally, CancellationToken cancellation)
    {
        var owners = parts.Where(line => kinds.Find(line.Kind)?.OwnerKind == kind.Name)
            .SelectMany(line => line.Items).Select(item => item.Within).OfType<Id>().Distinct();
        var rows = new ConcurrentQueue<DueRow>();
        await Workers.Each(owners.Chunk(kind.FoundAtOnce), some => $"{kind.Name}|{some[0]}", tally, async some =>
        {
            foreach (var owner in await proofs.Write(await kind.Find(some, cancellation), cancellation))
                if (owner.Due.On <= tally.Today)
                    rows.Enqueue(owner.Due);
        }, cancellation);
        return [.. rows];
    }
}
