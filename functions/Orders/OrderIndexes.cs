using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Orders;

/// <summary>
/// All that leads to an order beside its due row. What is new is written before the order says so, and what is left is taken
/// away after that; only what it is looked for by goes before the order does, for the order alone tells what that is.
/// </summary>
public sealed class OrderIndexes(
    SubjectIndex subjects, SubjectKeys keys, SearchIndex search, SearchTerms terms, OrderList list, ScanIndex scans, ScanFiles files,
    StalledOrders stalled, IEnumerable<IOrderFollower> followers)
{
    public IReadOnlyList<string> SubjectsOf(Order order) => keys.Of(order.Client.Email, order.Client.Phone);

    public IReadOnlyList<string> TermsOf(Order order) => terms.Of(order);

    public Task Add(Order order, CancellationToken cancellation) => Task.WhenAll(
        subjects.Add(SubjectsOf(order), order.Due.Item, cancellation),
        File(order, cancellation),
        list.Add(order.Id, cancellation));

    /// <summary>Adds what the order will have besides.</summary>
    /// <returns>The rows of the subjects that it will no longer have.</returns>
    public async Task<IReadOnlyList<TableEntity>> Add(Order before, Order after, CancellationToken cancellation)
    {
        foreach (var scan in Ids(after).Except(Ids(before)))
            await scans.Add(scan, after.Id, cancellation);
        foreach (var (scan, sha256) in Files(after).Except(Files(before)))
            await files.Add(sha256, scan, after.Id, cancellation);
        foreach (var day in Days(after).Except(Days(before)))
            await stalled.Add(after.Id, day, cancellation);
        await search.Put(after.Due.Item, [.. terms.Of(after).Except(terms.Of(before))], cancellation);
        var (former, present) = (SubjectsOf(before), SubjectsOf(after));
        // All of them: of a former spelling the index may have no others.
        if (!former.SequenceEqual(present))
        {
            await subjects.Add(present, after.Due.Item, cancellation);
            foreach (var follower in followers)
                await follower.Follow(after, former, present, cancellation);
        }
        return await subjects.Rows(former.Except(present), after.Due.Item, cancellation);
    }

    /// <summary>Takes away what the order no longer has.</summary>
    public async Task Remove(Order before, Order after, IReadOnlyList<TableEntity> formerSubjects, CancellationToken cancellation)
    {
        foreach (var scan in Ids(before).Except(Ids(after)))
            await scans.Remove(scan, cancellation);
        foreach (var (scan, sha256) in Files(before).Except(Files(after)))
            await files.Remove(sha256, scan, cancellation);
        foreach (var day in Days(before).Except(Days(after)))
            await stalled.Remove(after.Id, day, cancellation);
        await subjects.Remove(formerSubjects, cancellation);
        await search.Remove(after.Due.Item, terms.Of(before).Except(terms.Of(after)), cancellation);
    }

    /// <summary>Takes away what leads to an order as it never came to be, for somebody else was faster.</summary>
    /// <param name="lost">As it was to be; null when that was written.</param>
    /// <param name="present">As it is; null when it is gone, and then nothing leads to it.</param>
    public async Task Retract(Order? lost, Order? present, CancellationToken cancellation)
    {
        if (lost is null)
            return;
        foreach (var scan in Ids(lost).Except(present is null ? [] : Ids(present)))
            await scans.Remove(scan, cancellation);
        foreach (var (scan, sha256) in Files(lost).Except(present is null ? [] : Files(present)))
            await files.Remove(sha256, scan, cancellation);
        // As long as there is an order, somebody else may be about to write that it has these.
        if (present is not null)
            return;
        foreach (var day in Days(lost))
            await stalled.Remove(lost.Id, day, cancellation);
        await subjects.Remove(SubjectsOf(lost), lost.Due.Item, cancellation);
        await search.Remove(lost.Due.Item, terms.Of(lost), cancellation);
    }

    /// <summary>Has the order found by what it is looked for by.</summary>
    public Task File(Order order, CancellationToken cancellation) => search.Put(order.Due.Item, terms.Of(order), cancellation);

    /// <summary>Before the order is deleted.</summary>
    public Task Unfile(Order order, CancellationToken cancellation) => search.Remove(order.Due.Item, terms.Of(order), cancellation);

    /// <summary>After it was deleted.</summary>
    public Task Remove(Order gone, CancellationToken cancellation) => list.Remove(gone.Id, cancellation);

    private static IEnumerable<Id> Ids(Order order) => order.Scans.Select(scan => scan.Id);

    private static IEnumerable<DateOnly> Days(Order order) => order.Scans.Select(scan => scan.ScannedOn);

    private static IEnumerable<(Id Scan, string Sha256)> Files(Order order) =>
        order.Scans.Where(scan => scan.Facts is not null).Select(scan => (scan.Id, scan.Facts!.Sha256));
}
