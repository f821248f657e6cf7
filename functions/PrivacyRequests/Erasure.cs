using WelWee3D.Contact;
using WelWee3D.Exports;
using WelWee3D.Orders;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.PrivacyRequests;

/// <summary>What an erasure did, or in a preview would do.</summary>
/// <param name="Destroyed">Gone now; certified, but for scans with copies on disk that staff have yet to destroy.</param>
/// <param name="Suspended">Must stay for as long as a hold lasts, and goes when it ends.</param>
public sealed record ErasureReport(IReadOnlyList<Kept> Destroyed, IReadOnlyList<Kept> Suspended);

/// <summary>
/// Erasure at the data subject's request (GDPR article 17): overrides every deadline and restriction, but not a hold.
/// </summary>
public sealed class Erasure(
    SubjectRecords records, ContactMessages messages, OrderStore orders, DestructionEngine engine, ExportPackages exports,
    DueIndex due, RunLog runs, TimeProvider clock)
{
    /// <summary>What would be erased, and what would have to stay. Changes nothing.</summary>
    public async Task<ErasureReport> Preview(IReadOnlyList<string> subjects, CancellationToken cancellation)
    {
        var kept = await records.Describe(await records.Find(subjects, cancellation), cancellation);
        return Report(kept, each => each.Retention.SuspendedBy.All(suspension => suspension.Kind != "hold"));
    }

    /// <summary>Can be repeated: what was asked for before is finished.</summary>
    /// <exception cref="AggregateException">Something could not be finished; the run that tells what is recorded.</exception>
    public async Task<ErasureReport> Erase(IReadOnlyList<string> subjects, string decidedBy, CancellationToken cancellation)
    {
        var (startedAt, today) = (clock.GetUtcNow(), clock.Today());
        var items = await records.Find(subjects, cancellation);
        foreach (var item in items)
            await Request(item, today, cancellation);

        // Copies are under no hold, whatever they are copies of.
        await exports.DeleteWith([.. items.Select(item => item.Id)], cancellation);
        var kept = await records.Describe(items, cancellation);
        var tally = new SweepTally();
        // A run that died may hold the due rows of what it had begun to destroy, or have left it without its proof.
        await foreach (var page in due.Until(today, cancellation))
            await engine.Finish(page.Open, tally, cancellation);
        // An upload is due as soon as its order is gone: the engine looks again when it has come to that.
        var rows = kept.Where(each => each.Due.On <= today || each.Kind == Kinds.Upload).Select(each => each.Due).Distinct();
        await engine.Destroy([.. rows], decidedBy, tally, cancellation);
        await runs.Add(tally.ToRun(Id.New(startedAt), "erasure", startedAt, clock.GetUtcNow(), today), cancellation);
        if (tally.Failures.Count > 0)
            throw new AggregateException("The erasure could not finish; the run tells what is left.", tally.Failures);
        return Report(kept, each => each.Retention.IsDue(today));
    }

    // What belongs to an order goes with its order.
    private Task Request(Item item, DateOnly today, CancellationToken cancellation) => item.Kind switch
    {
        Kinds.Message => messages.Change(
            item.Id, message => message.ErasureRequestedOn is null ? message with { ErasureRequestedOn = today } : message, cancellation),
        Kinds.Order => orders.Change(
            item.Id, order => order.ErasureRequestedOn is null ? order with { ErasureRequestedOn = today } : order, cancellation),
        _ => Task.CompletedTask,
    };

    private static ErasureReport Report(IReadOnlyList<Kept> kept, Func<Kept, bool> goes)
    {
        var orders = kept.Where(each => each.Kind == Kinds.Order && goes(each)).Select(each => each.Id).ToHashSet();
        var parts = kept.ToLookup(each => each.Kind == Kinds.Upload ? orders.Contains(each.Within!.Value) : goes(each));
        return new([.. parts[true]], [.. parts[false]]);
    }
}
