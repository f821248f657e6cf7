namespace WelWee3D.Storage;

/// <summary>Everything that the app stores, as its slices registered it.</summary>
public sealed class DataInventory(
    StorageAccounts accounts, IEnumerable<StoredTable> tables, IEnumerable<StoredContainer> containers, IEnumerable<StoredMessages> queues)
{
    public IReadOnlyList<StoredTable> Tables { get; } = [.. tables];

    public IReadOnlyList<StoredContainer> Containers { get; } = [.. containers];

    public IReadOnlyList<StoredMessages> Queues { get; } = [.. queues];

    /// <summary>Every value that is stored of people, as declared.</summary>
    public IEnumerable<DeclaredField> Fields() =>
        [.. Tables.SelectMany(DeclaredFields.Of), .. Containers.SelectMany(DeclaredFields.Of), .. Queues.SelectMany(DeclaredFields.Of)];

    /// <summary>
    /// Makes the tables, containers and queues that do not exist yet. In Azure the deployment makes them, for the app's identity
    /// may not; the local host and the tests call this.
    /// </summary>
    public Task Create(CancellationToken cancellation) => Task.WhenAll(
        [
            .. Tables.Select(table => accounts.Tables(table.Account).GetTableClient(table.Name).CreateIfNotExistsAsync(cancellation)),
            .. Containers.Select(container => accounts.Blobs(container.Account).GetBlobContainerClient(container.Name)
                .CreateIfNotExistsAsync(cancellationToken: cancellation)),
            .. Queues.Select(queue => accounts.Queues(queue.Account).GetQueueClient(queue.Name).CreateIfNotExistsAsync(cancellationToken: cancellation)),
        ]);
}
