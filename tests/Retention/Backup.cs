using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace WelWee3D.Tests.Retention;

/// <summary>A copy of the records and the files. The ledger is in an account of its own, and never restored with them.</summary>
internal sealed class Backup
{
    private readonly Dictionary<string, List<TableEntity>> tables = [];
    private readonly List<(BlobContainerClient Container, string Name, BinaryData Content, IDictionary<string, string> Metadata)> files = [];

    public static async Task<Backup> Of(World world)
    {
        var backup = new Backup();
        foreach (var table in world.Get<DataInventory>().Tables.Where(table => table.Account == Accounts.Records))
            backup.tables[table.Name] = await world.Storage.Rows(table.Name);
        foreach (var container in new[] { world.Storage.Scans, world.Storage.Exports })
            await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, default))
                backup.files.Add((
                    container, blob.Name, (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content, blob.Metadata));
        return backup;
    }

    public async Task Restore(World world)
    {
        foreach (var (table, rows) in tables)
        {
            await world.Storage.Clear(table);
            foreach (var row in rows)
                await world.Storage.Table(table).AddEntityAsync(Fresh(row));
        }
        await world.Storage.ClearScans();
        foreach (var (container, name, content, metadata) in files)
            await container.GetBlobClient(name).UploadAsync(content, new BlobUploadOptions { Metadata = metadata });
    }

    private static TableEntity Fresh(TableEntity row)
    {
        var fresh = new TableEntity(row.PartitionKey, row.RowKey);
        foreach (var (name, value) in row.Where(each => each.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")))
            fresh[name] = value;
        return fresh;
    }
}
