using System.IO.Compression;

namespace WelWee3D.Tests;

/// <summary>A package as whoever fetches it opens it.</summary>
internal sealed class OpenedPackage(Stream content) : IDisposable
{
    private readonly ZipArchive zip = new(content, ZipArchiveMode.Read);

    public IReadOnlyList<ZipArchiveEntry> Entries => zip.Entries;

    public JsonElement Descriptor => Json("datapackage.json");

    public IReadOnlyList<JsonElement> Resources => [.. Descriptor.GetProperty("resources").EnumerateArray()];

    /// <summary>The rows of a table; none where it is not in the package.</summary>
    public IReadOnlyList<JsonElement> Rows(string table) =>
        zip.GetEntry($"data/{table}.json") is null ? [] : [.. Json($"data/{table}.json").EnumerateArray()];

    /// <summary>Every row of every table.</summary>
    public string Told() => string.Join('\n', zip.Entries.Where(entry => entry.FullName.StartsWith("data/", StringComparison.Ordinal)).Select(entry => Text(entry.FullName)));

    public string Text(string path)
    {
        using var reader = new StreamReader(zip.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }

    public byte[] Bytes(string path)
    {
        using var bytes = new MemoryStream();
        using var entry = zip.GetEntry(path)!.Open();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    public JsonElement Json(string path) => JsonSerializer.Deserialize<JsonElement>(Text(path));

    public void Dispose() => zip.Dispose();
}
