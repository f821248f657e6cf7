using Azure.Data.Tables;

namespace WelWee3D.Tests.Retention;

/// <summary>A copy of the records and the files. The ledger is in an account of its own, and never restored with them.</summary>
internal sealed class Backup
{
    private readonly Dictionary<string, List<TableEntity>> tables = [];
    private readonly Dictionary<string, BinaryData> files = [];

    public static async Task<Backup> Of(Archive archive)
    {
        var backup = new Backup();
        foreach (var table in StorageSetup.RecordTables)
            backup.tables[table] = await archive.Rows(table);
        foreach (var name in await archive.FileNames())
            backup.files[name] = (await archive.Files.GetBlobClient(name).DownloadContentAsync()).Value.Content;
        return backup;
    }

    public async Task Restore(Archive archive)
    {
        foreach (var (table, rows) in tables)
        {
            await archive.Clear(table);
            foreach (var row in rows)
                await archive.Table(table).AddEntityAsync(Fresh(row));
        }
        await archive.ClearFiles();
        foreach (var (name, content) in files)
            await archive.Files.GetBlobClient(name).UploadAsync(content);
    }

    private static TableEntity Fresh(TableEntity row)
    {
        var fresh = new TableEntity(row.PartitionKey, row.RowKey);
        foreach (var (name, value) in row.Where(each => each.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")))
            fresh[name] = value;
        return fresh;
    }
}
