using WelWee3D.Contact;
using WelWee3D.Exports;
using WelWee3D.Mail;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Scans;
using WelWee3D.Storage;
using WelWee3D.Uploads;

namespace WelWee3D.Retention.Reconciling;

/// <summary>
/// Walks everything that is kept, and repairs or reports what disagrees, so that no lost index row lets data outlive its
/// deadline. Can be repeated, and may die anywhere: the next one finds what is left.
/// </summary>
public sealed class Reconciliation(
    ContactMessages messages, OrderStore orders, UploadStore uploads, UnclaimedBlobs unclaimed, ExportPackages exports,
    ScanBlobs blobs, ScanRecorder recorder, DueIndex due, SubjectIndex subjects, ScanIndex scans, OrderList list, StalledOrders stalled,
    DestructionTasks tasks, RunLog runs, Letters letters, RetentionRules rules, TimeProvider clock)
{
    public const string RunKind = "reconcile";

    /// <exception cref="AggregateException">Something could not be looked at or repaired; the run that tells what is recorded.</exception>
    public async Task<Run> Run(CancellationToken cancellation)
    {
        var startedAt = clock.GetUtcNow();
        var tally = new SweepTally();
        await Check(startedAt, tally, cancellation);

        var run = tally.ToRun(Id.New(startedAt), RunKind, startedAt, clock.GetUtcNow(), Amsterdam.DateOf(startedAt));
        if (run.Repaired.Count > 0 || !run.Complete)
            await letters.Add(new(LetterKinds.Reconciled, $"{run.Id}"), cancellation);
        await runs.Add(run, cancellation);
        if (tally.Failures.Count > 0)
            throw new AggregateException("The reconciliation could not finish; the run tells what is left.", tally.Failures);
        return run;
    }

    private async Task Check(DateTimeOffset now, SweepTally tally, CancellationToken cancellation)
    {
        var today = Amsterdam.DateOf(now);
        var keys = await IndexKeys.Read(due, subjects, scans, list, stalled, cancellation);
        var records = new RecordCheck(
            messages, orders, uploads, unclaimed, exports, due, subjects, scans, list, stalled, rules, keys, tally, today);
        await records.Walk(cancellation);
        await new LeftoverCheck(
            messages, orders, uploads, unclaimed, exports, rules, due, subjects, scans, list, keys, tally, now).Walk(cancellation);
        await new BlobCheck(blobs, recorder, orders, uploads, records.Scans, tally, now).Walk(cancellation);

        // Its last copy was confirmed, and then something died: the next sweep certifies it.
        foreach (var task in (await tasks.All(cancellation)).Where(task => task.Done))
        {
            await due.Open(new(today, task.Line, []), cancellation);
            tally.CountRepaired(Repairs.Task);
        }
    }
}
