using System.IO.Compression;
using System.Text.Json.Nodes;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace WelWee3D.Retention;

/// <summary>A file that was written into a package.</summary>
/// <param name="Table">The table in it, where it holds one.</param>
/// <param name="Rows">How many rows that has.</param>
public sealed record PackageFile(string Name, string Path, string MediaType, long Bytes, string Sha256, PackageTable? Table = null, int? Rows = null);

/// <summary>Somebody outside the practice who was given something on a day, and what for.</summary>
public sealed record GivenTo(string Name, string Purpose, DateOnly On);

/// <summary>
/// What is handed over to a person, while it is being written: the files as they are, and all else as tables. Of a file no more
/// is held in memory than what is just being copied.
/// </summary>
/// <param name="records">What may be in it: a destruction finds it by these. Null for all there is.</param>
/// <param name="at">When it is made.</param>
public sealed class Package(ZipArchive zip, IReadOnlySet<Id>? records, PackageRight right, DateTimeOffset at)
{
    private const int CopiedAtOnce = 256 * 1024;

    private static readonly JsonSerializerOptions Described = new(StoredJson.Options) { WriteIndented = true };

    private readonly List<PackageFile> files = [];
    private readonly Dictionary<PackageTable, JsonArray> tables = [];
    private readonly List<GivenTo> givenTo = [];
    private (Id Record, string Language)? speaks;

    /// <summary>As rows are written: each has every column of its table, empty ones too.</summary>
    public static JsonSerializerOptions Rows { get; } = MakeRows();

    public PackageRight Right => right;

    /// <summary>Told of each scan before it goes in, where nobody knows before which those are.</summary>
    public Func<Item, Task>? HandingOut { get; init; }

    public DateTimeOffset At => at;

    public IReadOnlyList<PackageFile> Files => files;

    /// <summary>In which she wrote, or is written to, last.</summary>
    public string Language => speaks?.Language == "en" ? "en" : "nl";

    public bool MayHold(Id record) => records?.Contains(record) ?? true;

    /// <summary>Tells a row, or as much of it as she has a right to.</summary>
    public void Tell(PackageTable table, object row)
    {
        if (!table.IsFor(right))
            return;
        var told = JsonSerializer.SerializeToNode(row, table.Row, Rows)!.AsObject();
        foreach (var column in told.Select(each => each.Key).Where(column => !table.IsFor(right, column)).ToList())
            told.Remove(column);
        if (!tables.TryGetValue(table, out var rows))
            tables[table] = rows = [];
        rows.Add(told);
    }

    /// <summary>Who was given something of hers, in the order in which it was told.</summary>
    public IReadOnlyList<GivenTo> Recipients => givenTo;

    public void Tell(GivenTo recipient) => givenTo.Add(recipient);

    /// <summary>The language of a record: the newest decides.</summary>
    public void Speak(Id record, string language)
    {
        if (speaks is not { } last || record > last.Record)
            speaks = (record, language);
    }

    /// <summary>Copies a file into the package.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> Copy(string name, string path, string mediaType, BlobClient blob, CancellationToken cancellation)
    {
        BlobDownloadStreamingResult file;
        try
        {
            file = await blob.DownloadStreamingAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return false;
        }
        using (file)
            await Copy(name, path, mediaType, file.Content, cancellation);
        return true;
    }

    /// <summary>As it is: a scan hardly gets smaller, and trying takes nearly all the time.</summary>
    public Task Copy(string name, string path, string mediaType, Stream content, CancellationToken cancellation) => Write(
        name, path, mediaType, (stream, token) => content.CopyToAsync(stream, CopiedAtOnce, token), CompressionLevel.NoCompression, cancellation);

    /// <summary>Writes the tables of which anything was told.</summary>
    public Task WriteTables(CancellationToken cancellation) => WriteTables("", cancellation);

    /// <summary>Writes what was told so far, as a part of each table, for those that are too long to be held whole.</summary>
    /// <param name="number">From 1.</param>
    public Task WriteParts(int number, CancellationToken cancellation) =>
        WriteTables(string.Create(CultureInfo.InvariantCulture, $"-{number:0000}"), cancellation);

    private async Task WriteTables(string part, CancellationToken cancellation)
    {
        foreach (var (table, rows) in tables)
            await Write(
                $"{table.Name}{part}", $"data/{table.Name}{part}.json", "application/json",
                (stream, token) => JsonSerializer.SerializeAsync(stream, rows, Rows, token), CompressionLevel.Fastest, cancellation, table, rows.Count);
        tables.Clear();
    }

    /// <summary>Writes what the package says of itself, as JSON.</summary>
    public Task Describe<T>(string name, T value, CancellationToken cancellation) => Write(
        name, $"{name}.json", "application/json", (stream, token) => JsonSerializer.SerializeAsync(stream, value, Described, token), cancellation);

    public Task Write(string name, string path, string mediaType, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation) =>
        Write(name, path, mediaType, write, CompressionLevel.Fastest, cancellation);

    private async Task Write(
        string name, string path, string mediaType, Func<Stream, CancellationToken, Task> write, CompressionLevel level, CancellationToken cancellation,
        PackageTable? table = null, int? rows = null)
    {
        var entry = zip.CreateEntry(path, level);
        entry.LastWriteTime = at;
        await using var stream = new HashedOutput(await entry.OpenAsync(cancellation));
        await write(stream, cancellation);
        files.Add(new(name, path, mediaType, stream.Bytes, stream.Sha256(), table, rows));
    }

    private static JsonSerializerOptions MakeRows()
    {
        var options = new JsonSerializerOptions(StoredJson.Options)
        {
            DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Never,
            WriteIndented = true,
        };
        options.MakeReadOnly();
        return options;
    }
}
