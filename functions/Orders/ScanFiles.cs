using Azure;
using WelWee3D.Retention;

namespace WelWee3D.Orders;

/// <summary>A file that is kept as a scan of this order.</summary>
public readonly record struct KeptFile([Pseudonymous] Id Scan, [Pseudonymous] Id Order);

/// <summary>A scan whose very file is another order's scan too: filed under the wrong client, perhaps.</summary>
/// <param name="ToldOn">The day of the letter that told it; null as long as none did.</param>
public sealed record SharedFile([Pseudonymous] Id Scan, [Pseudonymous] Id Order, [Operational] DateOnly? ToldOn = null);

/// <summary>
/// Which scans have the same file: a partition for each SHA-256. Its row is written before the order says what the file
/// holds, and removed after the scan is gone. Those that two orders share stand in a partition of their own until they are told.
/// </summary>
public sealed class ScanFiles(StorageAccounts accounts)
{
    public const string TableName = "ScanFiles";

    private const string Shared = "shared";

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    public Task Add(string sha256, Id scan, Id order, CancellationToken cancellation) => Put(sha256, scan, order, toldOn: null, cancellation);

    public IAsyncEnumerable<KeptFile> Find(string sha256, CancellationToken cancellation) =>
        In(sha256, cancellation).Select(row => new KeptFile(row.Scan, row.Order));

    public Task Remove(string sha256, Id scan, CancellationToken cancellation) =>
        table.DeleteEntityAsync(sha256, $"{scan}", ETag.All, cancellation);

    public Task AddShared(Id scan, Id order, CancellationToken cancellation) => Put(Shared, scan, order, toldOn: null, cancellation);

    public IAsyncEnumerable<SharedFile> AllShared(CancellationToken cancellation) => In(Shared, cancellation);

    public Task Told(SharedFile file, DateOnly on, CancellationToken cancellation) => Put(Shared, file.Scan, file.Order, on, cancellation);

    public Task RemoveShared(Id scan, CancellationToken cancellation) =>
        table.DeleteEntityAsync(Shared, $"{scan}", ETag.All, cancellation);

    /// <summary>Every row of a file there is.</summary>
    /// <exception cref="UnreadableException">After the last, with those that cannot be read.</exception>
    public IAsyncEnumerable<(string Sha256, KeptFile File)> All(CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey lt {Shared}"), cancellationToken: cancellation)
            .Readable(row => (row.PartitionKey, new KeptFile(Read(row).Scan, Read(row).Order)));

    private IAsyncEnumerable<SharedFile> In(string partition, CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancellation).Readable(Read);

    private Task Put(string partition, Id scan, Id order, DateOnly? toldOn, CancellationToken cancellation) => table.UpsertEntityAsync(
        new TableEntity(partition, $"{scan}") { [nameof(SharedFile.Order)] = $"{order}", [nameof(SharedFile.ToldOn)] = toldOn?.Iso() },
        TableUpdateMode.Replace, cancellation);

    private static SharedFile Read(TableEntity row) => row.Read(
        TableName, _ => new SharedFile(Id.Parse(row.RowKey), Id.Parse(row.Text(nameof(SharedFile.Order))), row.Day(nameof(SharedFile.ToldOn))));
}
