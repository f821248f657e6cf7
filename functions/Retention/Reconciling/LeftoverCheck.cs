using WelWee3D.Contact;
using WelWee3D.Exports;
using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Scans;
using WelWee3D.Storage;
using WelWee3D.Uploads;

namespace WelWee3D.Retention.Reconciling;

/// <summary>
/// Looks at the index rows that no record accounted for. Index rows come before their record, so one that is newer than
/// a day is left alone. Kinds that are not among its own are none of its business.
/// </summary>
internal sealed class LeftoverCheck(
    ContactMessages messages, OrderStore orders, UploadStore uploads, UnclaimedBlobs unclaimed, ExportPackages exports,
    RetentionRules rules, DueIndex due, SubjectIndex subjects, ScanIndex scans, OrderList list, IndexKeys keys,
    SweepTally tally, DateTimeOffset now)
{
    private static readonly TimeSpan New = TimeSpan.FromDays(1);
    private static readonly string[] Own = [Kinds.Message, Kinds.Order, Kinds.Upload, Kinds.Blob, Kinds.Export];

    public async Task Walk(CancellationToken cancellation)
    {
        await Workers.Each(
            keys.Due.Left.Where(row => Own.Contains(row.Item.Kind)), row => $"{row.Item}", tally,
            row => Check(row, cancellation), cancellation);
        await Workers.Each(
            keys.Subjects.Left.Where(row => Own.Contains(row.Item.Kind)), row => $"{row.Item}", tally,
            row => Check(row.Subject, row.Item, cancellation), cancellation);
        await Workers.Each(
            keys.Scans.Left, row => $"{Kinds.Scan}|{row.Scan}", tally, row => Check(row.Scan, row.Order, cancellation), cancellation);
        await Workers.Each(
            keys.OrderList.Left, order => $"{Kinds.Order}|{order}", tally, order => Check(order, cancellation), cancellation);
    }

    private async Task Check(DueRow row, CancellationToken cancellation)
    {
        var current = await DueOf(row.Item, cancellation);
        if (current is null && IsNew(row.Item.Id) || current == row)
            return;

        // A later version is of a change that is under way, or died. When the record takes that version itself, the
        // former tries again and the latter is left behind.
        if (current is { } before && row.Version > before.Version)
            current = await Touch(row.Item, cancellation);
        if ((current is not { } after || row.Version <= after.Version && row != after) && await due.Remove(row, cancellation))
            tally.CountRepaired(Repairs.LeftoverRow);
    }

    private async Task Check(string subject, Item item, CancellationToken cancellation)
    {
        if (IsNew(item.Id) || await IsSubject(subject, item, cancellation))
            return;
        await subjects.Remove(await subjects.Rows([subject], item, cancellation), cancellation);
        if (await IsSubject(subject, item, cancellation))
            await subjects.Add([subject], item, cancellation);
        else
            tally.CountRepaired(Repairs.LeftoverRow);
    }

    // A scan has the id of its upload, which may have taken days.
    private async Task Check(Id scan, Id order, CancellationToken cancellation)
    {
        if (IsNew(scan)
            || await uploads.Find(scan, cancellation) is not null
            || (await orders.Find(order, cancellation))?.Scans.Any(each => each.Id == scan) is true)
            return;
        await scans.Remove(scan, cancellation);
        tally.CountRepaired(Repairs.LeftoverRow);
    }

    private async Task Check(Id order, CancellationToken cancellation)
    {
        if (IsNew(order) || await orders.Find(order, cancellation) is not null)
            return;
        await list.Remove(order, cancellation);
        tally.CountRepaired(Repairs.LeftoverRow);
    }

    private async Task<DueRow?> DueOf(Item item, CancellationToken cancellation) => item.Kind switch
    {
        Kinds.Message => (await messages.Find(item.Id, cancellation))?.Due,
        Kinds.Order => (await orders.Find(item.Id, cancellation))?.Due,
        Kinds.Upload => (await uploads.Find(item.Id, cancellation))?.Due,
        Kinds.Export => (await exports.Find(item.Id, cancellation))?.Due(rules),
        _ => (await unclaimed.Find(item.Id, cancellation))?.Due,
    };

    /// <summary>Has a record written again, with a due row of the next version.</summary>
    private async Task<DueRow?> Touch(Item item, CancellationToken cancellation)
    {
        if (item.Kind == Kinds.Message)
            return (await messages.Change(item.Id, message => message with { }, cancellation))?.Due;
        if (item.Kind == Kinds.Order)
            return (await orders.Change(item.Id, order => order with { }, cancellation))?.Due;
        if (item.Kind == Kinds.Blob && await unclaimed.Find(item.Id, cancellation) is { } blob)
            await unclaimed.Reschedule(blob, cancellation);
        return await DueOf(item, cancellation);
    }

    private async Task<bool> IsSubject(string subject, Item item, CancellationToken cancellation) => item.Kind switch
    {
        Kinds.Message => await messages.Find(item.Id, cancellation) is { } message && messages.SubjectsOf(message).Contains(subject),
        Kinds.Order => await orders.Find(item.Id, cancellation) is { } order && orders.SubjectsOf(order).Contains(subject),
        Kinds.Upload => (await uploads.Find(item.Id, cancellation))?.Subjects.Contains(subject) is true,
        _ => true,
    };

    private bool IsNew(Id id) => id.MadeAt > now - New;
}
