using Azure;
using WelWee3D.Retention;

namespace WelWee3D.Audit;

/// <summary>
/// The events, a partition for each day, in the order in which they happened. One about a scan stands in a partition of
/// that scan too. They are added and, when their day is over for five years, deleted; none is ever changed.
/// </summary>
public sealed class AuditEvents(StorageAccounts accounts)
{
    public const string TableName = "Audit";

    private const int AtOnce = 100;
    private const string OfAScan = "scan|";

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    /// <summary>The first day of which there can be an event: one more than the term, for the night in which it goes.</summary>
    public static DateOnly FirstDay(DateOnly today) => today.AddYears(-RetentionSchedule.AuditDay.Term.Years).AddDays(-1);

    /// <summary>The row of the day first: it alone leads to the other, when both go.</summary>
    public async Task Add(AuditEvent happened, CancellationToken cancellation)
    {
        await table.Add(Row(Day(happened.Id), happened), cancellation);
        if (IsOfAScan(happened.About))
            await table.Add(Row(happened.About, happened), cancellation);
    }

    /// <summary>Those from one on, of these days, oldest first.</summary>
    public IAsyncEnumerable<AuditEvent> From(Id? first, DateOnly from, DateOnly until, int perPage, CancellationToken cancellation)
    {
        var place = first is { } id && Amsterdam.DateOf(id.MadeAt) >= from ? new RowPlace(Day(id), $"{id}") : new RowPlace(from.Iso(), "");
        return table.Rows(place, until.Iso(), perPage, cancellation).Select(Read);
    }

    /// <summary>The same, of one scan.</summary>
    public IAsyncEnumerable<AuditEvent> OfScan(Id scan, Id? first, DateOnly from, DateOnly until, int perPage, CancellationToken cancellation)
    {
        var (low, high) = (Start(from), Start(until.AddDays(1)));
        if (first is { } id && string.CompareOrdinal($"{id}", low) > 0)
            low = $"{id}";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {OfAScan + scan} and RowKey ge {low} and RowKey lt {high}");
        return table.QueryAsync<TableEntity>(filter, perPage, cancellationToken: cancellation).Select(Read);
    }

    /// <summary>Every day of which there is an event.</summary>
    public IAsyncEnumerable<DateOnly> Days(CancellationToken cancellation) =>
        // Days come before scans.
        table.Partitions(cancellation, before: OfAScan).Select(Amsterdam.Date);

    /// <summary>Can be repeated, and by two at once.</summary>
    public async Task Delete(DateOnly day, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {day.Iso()}");
        while (await table.QueryAsync<TableEntity>(filter, AtOnce, cancellationToken: cancellation).Take(AtOnce).ToListAsync(cancellation) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
                if (row.GetString(nameof(AuditEvent.About)) is { } about && IsOfAScan(about))
                    await table.DeleteEntityAsync(about, row.RowKey, ETag.All, cancellation);
            await table.TryTransact([.. rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All))], cancellation);
        }
    }

    private static string Day(Id id) => Amsterdam.DateOf(id.MadeAt).Iso();

    private static bool IsOfAScan(string about) => about.StartsWith(OfAScan, StringComparison.Ordinal);

    /// <summary>Where the ids begin that were made on a day: they begin with their millisecond.</summary>
    private static string Start(DateOnly day) =>
        Amsterdam.StartOf(day).ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture);

    private static TableEntity Row(string partition, AuditEvent happened) => new TableEntity(partition, $"{happened.Id}").With(happened);

    private static AuditEvent Read(TableEntity row) => row.Read(TableName, each => each.Read<AuditEvent>(Id.Parse(each.RowKey)));
}
