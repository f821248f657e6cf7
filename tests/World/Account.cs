using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace WelWee3D.Tests;

/// <summary>The storage of a world, reached past the app: what is in it, and whatever else a test does to it.</summary>
public sealed class Account
{
    private readonly TableServiceClient tables;
    private readonly BlobServiceClient blobs;

    internal Account(string connectionString, TimeProvider? clock = null, TimeSpan? keepsDeleted = null)
    {
        ConnectionString = connectionString;
        SoftDelete = clock is null || keepsDeleted is not { } kept
            ? null
            : new(new BlobContainerClient(connectionString, ScanBlobs.ContainerName), clock, kept);
        Late = new(connectionString);
        var calls = new StorageCalls(this);
        tables = new(connectionString, new TableClientOptions { Transport = calls });
        blobs = new(connectionString, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2023_01_03) { Transport = calls });
    }

    public string ConnectionString { get; }

    /// <summary>For another process, which asks past this account: it finds all tables there.</summary>
    public async Task<string> ForOthers()
    {
        await Late.MakeAll();
        return ConnectionString;
    }

    /// <summary>What the account of the scans can still recover; null where it keeps nothing that was deleted.</summary>
    public SoftDelete? SoftDelete { get; }

    /// <summary>By the app and by the test.</summary>
    public Written Written { get; } = new();

    /// <summary>Its tables that nothing asked for yet.</summary>
    public LateTables Late { get; }

    public BlobContainerClient Scans => Container(ScanBlobs.ContainerName);

    public BlobContainerClient Exports => Container(PackageBlobs.ContainerName);

    public BlobContainerClient PartialUploads => Container(WelWee3D.Uploads.PartialUploads.ContainerName);

    public TableClient Table(string name) => tables.GetTableClient(name);

    public BlobContainerClient Container(string name) => blobs.GetBlobContainerClient(name);

    public async Task<List<TableEntity>> Rows(string table, string[]? columns = null)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in Table(table).QueryAsync<TableEntity>(select: columns))
            rows.Add(row);
        return rows;
    }

    /// <summary>The row keys in which a text occurs, and those of the partition of that name.</summary>
    public async Task<IReadOnlyList<string>> RowKeys(string table, string text) =>
    [
        .. (await Rows(table)).Where(row => row.PartitionKey == text || row.RowKey.Contains(text, StringComparison.Ordinal))
            .Select(row => row.RowKey),
    ];

    public async Task Clear(string table)
    {
        foreach (var row in await Rows(table))
            await Table(table).DeleteEntityAsync(row.PartitionKey, row.RowKey);
    }

    public async Task ClearScans()
    {
        foreach (var name in await BlobNames())
            await Scans.DeleteBlobIfExistsAsync(name);
    }

    /// <summary>The names of the blobs of scans, those that were never committed included.</summary>
    public Task<List<string>> BlobNames(string? prefix = null) => BlobNames(Scans, prefix);

    /// <summary>The same of partial uploads.</summary>
    public Task<List<string>> PartialUploadNames() => BlobNames(PartialUploads);

    /// <inheritdoc cref="BlobNames(string?)"/>
    public static async Task<List<string>> BlobNames(BlobContainerClient container, string? prefix = null)
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.Uncommitted | BlobStates.Snapshots, prefix, default))
            names.Add(blob.Name);
        return names;
    }
}
