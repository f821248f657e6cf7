using WelWee3D.Orders;
using WelWee3D.People;
using WelWee3D.Storage;

namespace WelWee3D.Retention.Reconciling;

/// <summary>
/// All that the indexes hold, read before the records: what is written meanwhile looks as if it were missing, and is
/// looked at once more before anything is repaired.
/// </summary>
internal sealed class IndexKeys
{
    private IndexKeys()
    {
    }

    public Keys<DueRow> Due { get; } = new();

    /// <summary>Rows that a destruction has taken: it sees to their records.</summary>
    public Keys<DueRow> Claimed { get; } = new();

    public Keys<(string Subject, Item Item)> Subjects { get; } = new();

    public Keys<(Id Scan, Id Order)> Scans { get; } = new();

    public Keys<Id> OrderList { get; } = new();

    /// <summary>Orders that staff will be asked about.</summary>
    public Keys<Id> Stalled { get; } = new();

    public static async Task<IndexKeys> Read(
        DueIndex due, SubjectIndex subjects, ScanIndex scans, OrderList list, StalledOrders stalled, CancellationToken cancellation)
    {
        var keys = new IndexKeys();
        await Task.WhenAll(
            keys.ReadDue(due, cancellation),
            Read(subjects.All(cancellation), keys.Subjects),
            Read(scans.All(cancellation).Select(row => (row.Scan, row.Order)), keys.Scans),
            Read(list.All(cancellation), keys.OrderList),
            Read(stalled.All(cancellation).Select(row => row.Order), keys.Stalled));
        return keys;
    }

    private async Task ReadDue(DueIndex due, CancellationToken cancellation)
    {
        await foreach (var page in due.Until(DateOnly.MaxValue, cancellation))
        {
            foreach (var row in page.Rows)
                Due.Add(row);
            foreach (var row in page.Open.SelectMany(open => open.Claimed))
                Claimed.Add(row);
        }
    }

    private static async Task Read<T>(IAsyncEnumerable<T> rows, Keys<T> keys)
        where T : notnull
    {
        await foreach (var row in rows)
            keys.Add(row);
    }
}
