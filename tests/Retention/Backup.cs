using Azure.Data.Tables;

namespace WelWee3D.Tests.Retention;

/// <summary>A copy of the records and the files. The ledger is in an account of its own, and never restored with them.</summary>
internal sealed class Backup
{
    private readonly Dictionary<string, List<TableEntity>> tables = [];
    private readonly Dictionary<string, BinaryData> files = [];

    public static async Task<Backup> Of(World world)
    {
        var backup = new Backup();
        foreach (var table in StorageSetup.RecordTables)
            backup.tables[table] = await world.Storage.Rows(table);
        foreach (var name in await world.Storage.BlobNames())
            backup.files[name] = (await world.Storage.Scans.GetBlobClient(name).DownloadContentAsync()).Value.Content;
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
        foreach (var (name, content) in files)
            await world.Storage.Scans.GetBlobClient(name).UploadAsync(content);
    }

    private static TableEntity Fresh(TableEntity row)
    {
        var fresh = new TableEntity(row.PartitionKey, row.RowKey);
        foreach (var (name, value) in row.Where(each => each.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")))
            fresh[name] = value;
        return fresh;
    }
}
