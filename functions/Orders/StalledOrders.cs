using Azure;
using WelWee3D.Retention;

namespace WelWee3D.Orders;

/// <summary>A day on which to ask what becomes of an order.</summary>
/// <param name="AskedOn">When that was last asked; null when never.</param>
public sealed record StalledRow([Operational] DateOnly On, [Pseudonymous] Id Order, [Operational] DateOnly? AskedOn);

/// <summary>
/// Finds the orders whose figurine is never sent: a partition for each day on which to ask, so that nobody has to walk
/// all orders. Its row is written before the order gets the scan; one whose order has moved on is removed when read.
/// </summary>
public sealed class StalledOrders(StorageAccounts accounts)
{
    public const string TableName = "Reminders";

    private static readonly Term AskAgain = Term.OfMonths(1);

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    public Task Add(Id order, DateOnly scannedOn, CancellationToken cancellation) =>
        Put(new(OrderRules.Stalled.After(scannedOn), order, AskedOn: null), cancellation);

    /// <summary>Of a scan that is gone. A question that was put off goes when its day comes.</summary>
    public Task Remove(Id order, DateOnly scannedOn, CancellationToken cancellation) =>
        Remove(new StalledRow(OrderRules.Stalled.After(scannedOn), order, AskedOn: null), cancellation);

    /// <summary>The orders to ask about up to and including a day.</summary>
    public IAsyncEnumerable<StalledRow> Until(DateOnly day, CancellationToken cancellation) =>
        Rows(TableClient.CreateQueryFilter($"PartitionKey le {day.Iso()}"), cancellation);

    /// <summary>The orders that were asked about on a day.</summary>
    public IAsyncEnumerable<StalledRow> AskedOn(DateOnly day, CancellationToken cancellation) =>
        Rows(TableClient.CreateQueryFilter($"PartitionKey eq {AskAgain.After(day).Iso()} and AskedOn eq {day.Iso()}"), cancellation);

    /// <summary>The orders that people were asked about and that still wait for an answer, with those whose day has come.</summary>
    public IAsyncEnumerable<StalledRow> Asked(DateOnly today, CancellationToken cancellation) =>
        Until(AskAgain.After(today), cancellation).Where(row => row.On <= today || row.AskedOn is not null);

    public IAsyncEnumerable<StalledRow> All(CancellationToken cancellation) => Rows(null, cancellation);

    /// <summary>Puts a question off for a month.</summary>
    public async Task Postpone(StalledRow row, DateOnly askedOn, CancellationToken cancellation)
    {
        await Put(new(AskAgain.After(askedOn), row.Order, askedOn), cancellation);
        await Remove(row, cancellation);
    }

    public Task Remove(StalledRow row, CancellationToken cancellation) =>
        table.DeleteEntityAsync(row.On.Iso(), $"{row.Order}", ETag.All, cancellation);

    private Task Put(StalledRow row, CancellationToken cancellation) => table.UpsertEntityAsync(
        new TableEntity(row.On.Iso(), $"{row.Order}") { ["AskedOn"] = row.AskedOn?.Iso() }, TableUpdateMode.Replace, cancellation);

    /// <exception cref="UnreadableException">After the last, with those that cannot be read.</exception>
    private IAsyncEnumerable<StalledRow> Rows(string? filter, CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).Readable(row => row.Read(
            TableName, _ => new StalledRow(Amsterdam.Date(row.PartitionKey), Id.Parse(row.RowKey), row.Day("AskedOn"))));
}
