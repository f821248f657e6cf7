using System.Collections.Concurrent;
using WelWee3D.Contact;
using WelWee3D.Exports;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Scans;
using WelWee3D.Storage;
using WelWee3D.Uploads;

namespace WelWee3D.Retention.Reconciling;

/// <summary>A scan as its order knows it.</summary>
/// <param name="RecordedBytes">The size of the file that was read; null when none was.</param>
internal sealed record KnownScan(Id Order, Id Scan, long? RecordedBytes, bool Destroying);

/// <summary>Walks the records, and gives each the index rows that it lacks.</summary>
internal sealed class RecordCheck(
    ContactMessages messages, OrderStore orders, UploadStore uploads, UnclaimedBlobs unclaimed, ExportPackages exports,
    DueIndex due, SubjectIndex subjects, ScanIndex scans, OrderList list, StalledOrders stalled, RetentionRules rules,
    IndexKeys keys, SweepTally tally, DateOnly today)
{
    /// <summary>The scans of the orders that were walked, by the name of their file.</summary>
    public ConcurrentDictionary<string, KnownScan> Scans { get; } = new();

    public async Task Walk(CancellationToken cancellation)
    {
        await Workers.Each(
            messages.All(cancellation), message => $"{message.Item}", tally, message => Check(message, cancellation), cancellation);
        await Workers.Each(
            orders.All(cancellation), order => $"{order.Due.Item}", tally, order => Check(order, cancellation), cancellation);
        await Workers.Each(
            uploads.All(cancellation), upload => $"{upload.Due.Item}", tally, upload => Check(upload, cancellation), cancellation);
        await Workers.Each(
            unclaimed.All(cancellation), blob => $"{blob.Due.Item}", tally, blob => Check(blob, cancellation), cancellation);
        await Workers.Each(
            exports.All(cancellation), package => $"{package.Due(rules).Item}", tally,
            package => Check(package, cancellation), cancellation);
    }

    private async Task Check(ContactMessage message, CancellationToken cancellation)
    {
        var (seen, id) = (message.Due, message.Id);
        if (await IsWrong(seen, message.Retention(rules, today).DueOn, cancellation)
            && (await messages.Find(id, cancellation))?.Due == seen)
        {
            await messages.Change(id, found => found.Due == seen ? found with { } : found, cancellation);
            tally.CountRepaired(Repairs.DueRow);
        }
        foreach (var subject in await Missing(messages.SubjectsOf(message), message.Item, cancellation))
            if (await messages.Find(id, cancellation) is not null)
                await Add(subject, message.Item, cancellation);
    }

    private async Task Check(Order order, CancellationToken cancellation)
    {
        foreach (var scan in order.Scans)
            Scans[$"{order.Id}/{scan.BlobName}"] = new(order.Id, scan.Id, scan.Facts?.Bytes, scan.Destroying);
        await CheckDueRow(order, cancellation);
        foreach (var subject in await Missing(orders.SubjectsOf(order), order.Due.Item, cancellation))
            if (await orders.Find(order.Id, cancellation) is not null)
                await Add(subject, order.Due.Item, cancellation);
        await CheckLists(order, cancellation);
    }

    private async Task CheckDueRow(Order order, CancellationToken cancellation)
    {
        var seen = order.Due;
        if (!await IsWrong(seen, order.NextDue(rules, today), cancellation)
            || (await orders.Find(order.Id, cancellation))?.Due != seen)
            return;
        await orders.Change(order.Id, found => found.Due == seen ? found with { } : found, cancellation);
        tally.CountRepaired(Repairs.DueRow);
    }

    private async Task CheckLists(Order order, CancellationToken cancellation)
    {
        if (!keys.OrderList.Take(order.Id) && !await list.Has(order.Id, cancellation))
        {
            await list.Add(order.Id, cancellation);
            tally.CountRepaired(Repairs.ListRow);
        }
        foreach (var scan in order.Scans)
            if (!keys.Scans.Take((scan.Id, order.Id)) && await scans.Find(scan.Id, cancellation) != order.Id)
            {
                await scans.Add(scan.Id, order.Id, cancellation);
                tally.CountRepaired(Repairs.ScanRow);
            }
        if (!keys.Stalled.Take(order.Id) && OrderRules.MayStall(order) && !IsNew(order.Scans[^1].Id))
        {
            await stalled.Add(order.Id, order.Scans.Min(scan => scan.ScannedOn), cancellation);
            tally.CountRepaired(Repairs.StalledRow);
        }
    }

    private async Task Check(Upload upload, CancellationToken cancellation)
    {
        if (await IsWrong(upload.Due, upload.Due.On, cancellation) && await uploads.Find(upload.Id, cancellation) is not null)
        {
            await due.Put(upload.Due, cancellation);
            tally.CountRepaired(Repairs.DueRow);
        }
        foreach (var subject in await Missing(upload.Subjects, upload.Due.Item, cancellation))
            if (await uploads.Find(upload.Id, cancellation) is not null)
                await Add(subject, upload.Due.Item, cancellation);
    }

    private async Task Check(UnclaimedBlob blob, CancellationToken cancellation)
    {
        if (!await IsWrong(blob.Due, rules.UnclaimedBlob(blob.ArrivedOn, today).DueOn, cancellation)
            || (await unclaimed.Find(blob.Id, cancellation))?.Due != blob.Due)
            return;
        await unclaimed.Reschedule(blob, cancellation);
        tally.CountRepaired(Repairs.DueRow);
    }

    private async Task Check(ExportPackage package, CancellationToken cancellation)
    {
        var row = package.Due(rules);
        if (!await IsWrong(row, row.On, cancellation) || await exports.Find(package.Id, cancellation) is null)
            return;
        await due.Put(row, cancellation);
        tally.CountRepaired(Repairs.DueRow);
    }

    /// <summary>Whether a record is not in the due index on the day that the rules say.</summary>
    private async Task<bool> IsWrong(DueRow row, DateOnly? right, CancellationToken cancellation)
    {
        var known = keys.Due.Take(row) || keys.Claimed.Take(row) || await due.Covers(row, cancellation);
        return !known || row.On != (right ?? DateOnly.MaxValue);
    }

    private async Task<IReadOnlyList<string>> Missing(IReadOnlyList<string> subjectsOf, Item item, CancellationToken cancellation)
    {
        var missing = new List<string>();
        foreach (var subject in subjectsOf)
            if (!keys.Subjects.Take((subject, item)) && (await subjects.Rows([subject], item, cancellation)).Count == 0)
                missing.Add(subject);
        return missing;
    }

    private async Task Add(string subject, Item item, CancellationToken cancellation)
    {
        await subjects.Add([subject], item, cancellation);
        tally.CountRepaired(Repairs.SubjectRow);
    }

    private bool IsNew(Id id) => Amsterdam.DateOf(id.MadeAt) >= today.AddDays(-1);
}
