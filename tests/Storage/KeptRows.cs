using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs.Models;

namespace WelWee3D.Tests.Storage;

/// <summary>A blob as it was stored.</summary>
internal sealed record KeptBlob(string Name, IReadOnlyDictionary<string, string> Metadata, byte[] Content);

/// <summary>
/// All that a version of the app stored on one day. What was written down is never written again: later versions must read
/// it for as long as such rows may be about.
/// </summary>
internal sealed record KeptRows(
    DateTimeOffset WrittenAt,
    IReadOnlyDictionary<string, IReadOnlyList<TableEntity>> Tables,
    IReadOnlyDictionary<string, IReadOnlyList<KeptBlob>> Containers)
{
    private static readonly string Folder = Path.Combine(Source.Root, "tests", "Storage", "KeptRows");
    private const int MostAtOnce = 100;
    private static readonly string[] StoragesOwn = ["odata.etag", "Timestamp"];
    private static readonly JsonSerializerOptions Legible = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<string> Days => Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order();

    public static KeptRows Read(string day)
    {
        var kept = JsonNode.Parse(File.ReadAllText(FileOf(day)))!;
        return new(
            kept["writtenAt"]!.GetValue<DateTimeOffset>(),
            kept["tables"]!.AsObject().ToDictionary(table => table.Key, IReadOnlyList<TableEntity> (table) => [.. table.Value!.AsArray().Select(Row)]),
            kept["containers"]!.AsObject().ToDictionary(
                container => container.Key, IReadOnlyList<KeptBlob> (container) => [.. container.Value!.AsArray().Select(Blob)]));
    }

    public static async Task<KeptRows> Of(World world)
    {
        var inventory = world.Get<DataInventory>();
        var tables = new SortedDictionary<string, IReadOnlyList<TableEntity>>(StringComparer.Ordinal);
        foreach (var table in inventory.Tables)
            tables[table.Name] = [.. (await world.Storage.Rows(table.Name)).Select(Own)];
        var containers = new SortedDictionary<string, IReadOnlyList<KeptBlob>>(StringComparer.Ordinal);
        foreach (var container in inventory.Containers)
            containers[container.Name] = await BlobsIn(world, container.Name);
        return new(world.Now, tables, containers);
    }

    /// <summary>Writes them down under a day that has none yet.</summary>
    public void Write(string day)
    {
        var kept = new JsonObject
        {
            ["writtenAt"] = WrittenAt,
            ["tables"] = new JsonObject(Tables.Select(table => KeyValuePair.Create<string, JsonNode?>(
                table.Key, new JsonArray([.. table.Value.Select(Node)])))),
            ["containers"] = new JsonObject(Containers.Select(container => KeyValuePair.Create<string, JsonNode?>(
                container.Key, JsonSerializer.SerializeToNode(container.Value)))),
        };
        using var file = new StreamWriter(new FileStream(FileOf(day), FileMode.CreateNew));
        file.WriteLine(kept.ToJsonString(Legible));
    }

    /// <summary>Stores them, at the moment at which they were written down.</summary>
    public async Task PutInto(World world)
    {
        world.MoveTo(WrittenAt);
        await Task.WhenAll(
            from table in Tables
            from some in table.Value.GroupBy(row => row.PartitionKey).SelectMany(partition => partition.Chunk(MostAtOnce))
            select world.Storage.Table(table.Key).SubmitTransactionAsync(some.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row))));
        foreach (var (container, blobs) in Containers)
            foreach (var blob in blobs)
                await world.Storage.Container(container).GetBlobClient(blob.Name).UploadAsync(
                    BinaryData.FromBytes(blob.Content), new BlobUploadOptions { Metadata = blob.Metadata.ToDictionary() });
    }

    private static string FileOf(string day) => Path.Combine(Folder, $"{day}.json");

    private static async Task<IReadOnlyList<KeptBlob>> BlobsIn(World world, string container)
    {
        var blobs = new List<KeptBlob>();
        foreach (var name in await Account.BlobNames(world.Storage.Container(container)))
        {
            BlobDownloadResult blob = await world.Storage.Container(container).GetBlobClient(name).DownloadContentAsync();
            blobs.Add(new(name, blob.Details.Metadata.AsReadOnly(), blob.Content.ToArray()));
        }
        return blobs;
    }

    /// <summary>Without what storage itself writes beside it.</summary>
    private static TableEntity Own(TableEntity row)
    {
        foreach (var column in StoragesOwn)
            row.Remove(column);
        return row;
    }

    private static JsonObject Node(TableEntity row) => new(
        row.Where(column => column.Value is not null)
            .Select(column => KeyValuePair.Create(column.Key, Node(column.Value))));

    // What JSON itself tells apart stands as it is, and the other types with their names.
    private static JsonNode? Node(object value) => value switch
    {
        string or bool or int => JsonSerializer.SerializeToNode(value),
        long number => new JsonObject { ["Int64"] = number },
        DateTimeOffset moment => new JsonObject { ["DateTime"] = moment },
        _ => throw new NotSupportedException($"A column of type {value.GetType().Name}."),
    };

    private static TableEntity Row(JsonNode? row)
    {
        var entity = new TableEntity();
        foreach (var (column, value) in row!.AsObject())
            entity[column] = Value(value!);
        return entity;
    }

    private static object Value(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
        JsonValueKind.Number => value.GetValue<int>(),
        _ => value["Int64"] is { } number ? number.GetValue<long>() : value["DateTime"]!.GetValue<DateTimeOffset>(),
    };

    private static KeptBlob Blob(JsonNode? blob) => blob.Deserialize<KeptBlob>()!;
}
