namespace WelWee3D.Disks;

/// <summary>The disks of the practice, by their label: few, in one partition. None is ever removed, for certificates name them.</summary>
public sealed class DiskRegister(StorageAccounts accounts, TimeProvider clock)
{
    public const string TableName = "Disks";
    private const string PartitionKey = "disk";

    private readonly TableClient table = accounts.Tables(Accounts.Records).GetTableClient(TableName);

    /// <returns>The disk with that label, and whether it was registered just now.</returns>
    public async Task<(Disk Disk, bool IsNew)> Register(DiskLabel label, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var disk = new Disk(Id.New(now), label.ToString(), Amsterdam.DateOf(now));
        return await table.TryAdd(Row(disk), cancellation) is not null
            ? (disk, true)
            : ((await Find(label, cancellation))!, false);
    }

    public async Task<Disk?> Find(DiskLabel label, CancellationToken cancellation) =>
        await table.Find(PartitionKey, label.ToString(), cancellation) is { } row ? Read(row) : null;

    /// <summary>All disks, in the order of their labels.</summary>
    /// <param name="from">The label to begin at; null for the first.</param>
    public IAsyncEnumerable<Disk> From(DiskLabel? from, int perPage, CancellationToken cancellation) =>
        table.Rows(from is { } label ? new(PartitionKey, label.ToString()) : null, last: null, perPage, cancellation).Select(Read);

    private static TableEntity Row(Disk disk) => new(PartitionKey, disk.Label)
    {
        ["Id"] = disk.Id.ToString(),
        ["RegisteredOn"] = disk.RegisteredOn.Iso(),
    };

    private static Disk Read(TableEntity row) =>
        new(Id.Parse(row.GetString("Id")), row.RowKey, Amsterdam.Date(row.GetString("RegisteredOn")));
}
