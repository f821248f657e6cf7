namespace WelWee3D.Storage;

/// <summary>Everything that the app stores, as its slices registered it.</summary>
public sealed class DataInventory(
    StorageAccounts accounts, IEnumerable<StoredTable> tables, IEnumerable<StoredContainer> containers)
{
    public IReadOnlyList<StoredTable> Tables { get; } = [.. tables];

    public IReadOnlyList<StoredContainer> Containers { get; } = [.. containers];

    /// <summary>
    /// Makes the tables and containers that do not exist yet. In Azure the deployment makes them, for the app's identity
    /// may not; the local host and the tests call this.
    /// </summary>
    public Task Create(CancellationToken cancellation) => Task.WhenAll(
        [
            .. Tables.Select(table => accounts.Tables(table.Account).GetTableClient(table.Name).CreateIfNotExistsAsync(cancellation)),
            .. Containers.Select(container => accounts.Blobs(container.Account).GetBlobContainerClient(container.Name)
                .CreateIfNotExistsAsync(cancellationToken: cancellation)),
        ]);
}
