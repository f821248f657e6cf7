using Azure;

namespace WelWee3D.Visits;

/// <summary>The counts: a partition for each month, a row for each day and page.</summary>
public sealed class VisitCounts(StorageAccounts accounts)
{
    public const string TableName = "Visits";

    private const int AtOnce = 100;

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    /// <summary>Whose answer is lost is counted twice: better than a mark of each visit in storage.</summary>
    public async Task Count(DateOnly day, string page, int seconds, CancellationToken cancellation)
    {
        var (partition, row) = (VisitMonth.Name(day), RowOf(day, page));
        while (true)
        {
            var found = await table.Find(partition, row, cancellation);
            if (found is null
                ? await IsFirst(new VisitCount(day, page).Plus(seconds), cancellation)
                : await table.TryUpdate(Entity(Read(found).Plus(seconds)), found.ETag, cancellation) is not null)
                return;
        }
    }

    /// <summary>All of the months in which these days are.</summary>
    public IAsyncEnumerable<VisitCount> OfMonths(DateOnly from, DateOnly until, CancellationToken cancellation) => table.QueryAsync<TableEntity>(
        TableClient.CreateQueryFilter($"PartitionKey ge {VisitMonth.Name(from)} and PartitionKey le {VisitMonth.Name(until)}"),
        cancellationToken: cancellation).Select(Read);

    /// <summary>A day of every month of which there is a count.</summary>
    public IAsyncEnumerable<DateOnly> Months(CancellationToken cancellation) =>
        table.Partitions(cancellation).Select(month => Amsterdam.Date($"{month}-01"));

    /// <summary>Can be repeated, and by two at once.</summary>
    public async Task Delete(string month, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {month}");
        while (await table.QueryAsync<TableEntity>(filter, AtOnce, ["PartitionKey", "RowKey"], cancellation).Take(AtOnce).ToListAsync(cancellation) is { Count: > 0 } rows)
            await table.TryTransact([.. rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All))], cancellation);
    }

    // Another first visit of about that length looks just like it, and is another.
    private async Task<bool> IsFirst(VisitCount count, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(Entity(count), cancellation);
            return true;
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            return false;
        }
    }

    private static TableEntity Entity(VisitCount count) => new TableEntity(VisitMonth.Name(count.Day), RowOf(count.Day, count.Page)).With(count);

    private static VisitCount Read(TableEntity row) => row.Read(TableName, each => each.Read<VisitCount>(default));

    // A key takes no slash.
    private static string RowOf(DateOnly day, string page) => $"{day.Iso()}|{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(page))[..8])}";
}
