using Azure;

namespace WelWee3D.Retention;

/// <summary>That storage can recover files which a certificate names, and until when.</summary>
/// <param name="Certificate">Its number.</param>
/// <param name="ClosesOn">The first day on which nobody can recover them any more.</param>
public sealed record RecoveryWindow([Operational] int Certificate, [Operational] DateOnly ClosesOn);

/// <summary>The windows that have yet to close, in the ledger's account: a partition for each day.</summary>
public sealed class RecoveryWindows(StorageAccounts accounts)
{
    public const string TableName = "RecoveryWindows";

    private readonly TableClient table = accounts.Tables(Accounts.Ledger).GetTableClient(TableName);

    /// <summary>Can be repeated.</summary>
    public Task Put(RecoveryWindow window, CancellationToken cancellation) =>
        table.UpsertEntityAsync(new TableEntity(Partition(window), Row(window)).With(window), TableUpdateMode.Replace, cancellation);

    /// <summary>Those that close on a day or before it.</summary>
    /// <exception cref="UnreadableException">After the last, with those that cannot be read.</exception>
    public IAsyncEnumerable<RecoveryWindow> Until(DateOnly day, CancellationToken cancellation) =>
        table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey le {day.Iso()}"), cancellationToken: cancellation)
            .Readable(row => row.Read(TableName, each => each.Read<RecoveryWindow>(default)));

    public Task Remove(RecoveryWindow window, CancellationToken cancellation) =>
        table.DeleteEntityAsync(Partition(window), Row(window), ETag.All, cancellation);

    private static string Partition(RecoveryWindow window) => window.ClosesOn.Iso();

    private static string Row(RecoveryWindow window) => window.Certificate.ToString("D10", CultureInfo.InvariantCulture);
}
