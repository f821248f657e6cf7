using System.IO.Compression;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using WelWee3D.Storage;

namespace WelWee3D.Retention;

/// <summary>What is handed over to a person, while it is being written: the files as they are, and all else as JSON.</summary>
/// <param name="records">What may be in it: a destruction finds it by these.</param>
public sealed class Package(ZipArchive zip, IReadOnlySet<Id> records)
{
    private static readonly JsonSerializerOptions Readable = new(StoredJson.Options) { WriteIndented = true };

    private readonly Dictionary<string, object> sections = [];

    public bool MayHold(Id record) => records.Contains(record);

    /// <summary>A section of <c>data.json</c>.</summary>
    public void Tell(string section, object content) => sections[section] = content;

    /// <summary>Copies a file into the package.</summary>
    /// <returns>The name in the package; null when there is no file.</returns>
    public async Task<string?> Copy(string name, BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            await using var file = await blob.OpenReadAsync(cancellationToken: cancellation);
            await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);
            await file.CopyToAsync(entry, cancellation);
            return name;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Writes what was told, after the last file.</summary>
    public async Task Finish(CancellationToken cancellation)
    {
        await using var data = await zip.CreateEntry("data.json").OpenAsync(cancellation);
        await JsonSerializer.SerializeAsync(data, sections, Readable, cancellation);
    }
}
