using System.Collections.Concurrent;
using WelWee3D.Retention;
using WelWee3D.Retention.Running;

namespace WelWee3D.PrivacyRequests;

/// <summary>What an erasure did.</summary>
/// <param name="Destroyed">Gone now; certified, but for scans with copies on disk that staff have yet to destroy.</param>
/// <param name="Suspended">Must stay for as long as a hold lasts, and goes when it ends.</param>
/// <param name="NotUnderstood">What this version does not know or cannot read, and is left as it is.</param>
public sealed record ErasureReport(
    IReadOnlyList<KeptRecord> Destroyed, IReadOnlyList<KeptRecord> Suspended, IReadOnlyList<Unfinished> NotUnderstood);

/// <summary>
/// Erasure at the data subject's request (GDPR article 17): overrides every deadline and restriction, but not a hold.
/// </summary>
public sealed class Erasure(
    SubjectRecords records, RecordKinds kinds, DestructionEngine engine, DueIndex due, ProofFirst proofs, SubjectNotices notices,
    AskedErasures askedErasures, Ledger ledger, RunLog runs, TimeProvider clock) : IRunWork
{
    string IRunWork.Kind => RunKind.Erasure;

    Task IRunWork.CarryOut(OpenRun run, CancellationToken cancellation) => Erase(run, cancellation);

    /// <summary>Erases what a run names.</summary>
    public Task<ErasureReport> Erase(OpenRun run, CancellationToken cancellation)
    {
        var named = run.Items.ToHashSet();
        return Erase(run.Subjects, record => named.Contains($"{record.Item}"), run.AskedBy, cancellation, run.Id);
    }

    /// <summary>Can be repeated: what was asked for before is finished.</summary>
    /// <exception cref="AggregateException">Something could not be finished; the run that tells what is recorded.</exception>
    public Task<ErasureReport> Erase(IReadOnlyList<string> subjects, string decidedBy, CancellationToken cancellation) =>
        Erase(subjects, _ => true, decidedBy, cancellation);

    /// <inheritdoc cref="Erase(IReadOnlyList{string}, string, CancellationToken)"/>
    /// <param name="isNamed">Which of their records: the others are left as they are.</param>
    /// <param name="run">Where somebody waits for it.</param>
    public async Task<ErasureReport> Erase(
        IReadOnlyList<string> subjects, Func<KeptRecord, bool> isNamed, string decidedBy, CancellationToken cancellation, Id? run = null)
    {
        var tally = new RunTally(RunKind.Erasure, decidedBy, clock, run);
        var found = (await Find()).Records;
        // Before an order goes: nobody knows after that who was given something of it.
        await notices.OfErasure(found, cancellation);
        foreach (var record in found)
            await kinds.Of(record).Decide(record.Item.Id, Decision.Erase, cancellation);

        var asked = await Find();
        // Something may have been given while it was decided: from then on nothing is.
        await notices.OfErasure(asked.Records, cancellation);
        foreach (var (what, why) in asked.NotUnderstood)
            tally.Leave(what, why);
        // Copies are under no hold, whatever they are copies of.
        await kinds.DeleteCopies(asked.WithParts.Select(each => each.Item.Id).ToHashSet(), cancellation);
        await FinishBegun(subjects, tally, cancellation);
        // What was finished has given other records new due rows.
        var present = await proofs.Write((await Find()).Records, cancellation);
        await engine.Destroy([.. present.Select(record => record.Due)], tally, cancellation);
        var waiting = (await Find()).Records;
        await Workers.Each(waiting.Where(AskedErasures.IsAsked), record => $"{record.Item}", tally, record => askedErasures.Put(record.Item, record.Retention.Start, cancellation), cancellation);
        await runs.Add(tally.ToRun(), cancellation);
        tally.ThrowIfAnyFailed("The erasure could not finish; the run tells what is left.");

        var left = waiting.SelectMany(record => record.WithParts).ToDictionary(each => each.Item);
        return new([.. asked.WithParts.Where(each => !left.ContainsKey(each.Item))], [.. left.Values], asked.NotUnderstood);

        async Task<Finding> Find() => (await records.Find(subjects, cancellation)).Where(isNamed);
    }

    /// <summary>A run that died may have left something of this person without its proof. What is others' is the sweep's.</summary>
    private async Task FinishBegun(IReadOnlyList<string> subjects, RunTally tally, CancellationToken cancellation)
    {
        await foreach (var page in due.Until(tally.Today, cancellation))
        {
            var theirs = new ConcurrentQueue<OpenDestruction>();
            await Workers.Each(page.Open, open => open.Line, tally, async open =>
            {
                if (await IsAbout(open, subjects, cancellation))
                    theirs.Enqueue(open);
            }, cancellation);
            await engine.Destroy(await engine.Finish([.. theirs], tally, cancellation), tally, cancellation);
        }
    }

    private async Task<bool> IsAbout(OpenDestruction open, IReadOnlyList<string> subjects, CancellationToken cancellation)
    {
        if (await ledger.Find(open.Line, cancellation) is { } stored)
            return stored.Line.Items.SelectMany(item => item.Subjects).Intersect(subjects).Any();
        // Claimed, and its line not written yet: its records are still there.
        if (kinds.Find(open.Kind) is not { } kind)
            return false;
        var claimed = await kind.FindReadable([.. open.Claimed.Select(row => row.Item.Id)], cancellation);
        return claimed.Readable.SelectMany(record => record.Subjects).Intersect(subjects).Any();
    }
}
