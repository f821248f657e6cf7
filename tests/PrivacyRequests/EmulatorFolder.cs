using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace WelWee3D.Tests.PrivacyRequests;

/// <summary>An emulator that keeps its data in files, to see what of a person is left in them.</summary>
internal sealed class EmulatorFolder : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("welwee3d-emulator-");

    private EmulatorFolder()
    {
    }

    public Azurite Emulator { get; private set; } = null!;

    public static async Task<EmulatorFolder> Start()
    {
        var started = new EmulatorFolder();
        started.Emulator = await Azurite.Start(started.folder.FullName);
        return started;
    }

    /// <summary>
    /// Compaction: what still lives is written anew, and what nothing refers to any more is thrown away. The emulator does the second
    /// itself when it starts, for files of blocks that nobody wrote to for ten minutes: these are made so old.
    /// </summary>
    public async Task Compact()
    {
        await Restart();
        var blobs = new BlobServiceClient(Emulator.ConnectionString, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2023_01_03));
        await foreach (var container in blobs.GetBlobContainersAsync())
        {
            var living = blobs.GetBlobContainerClient(container.Name);
            await foreach (var name in living.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix: null, default))
                await WriteAnew(living.GetBlobClient(name.Name));
        }
        await Emulator.DisposeAsync();
        foreach (var file in folder.EnumerateFiles("*_extent__.json"))
            await MakeOld(file);
        await Restart();
    }

    /// <summary>What is found in a file, with the kind of file: the rows of a service, or its blocks.</summary>
    public HashSet<string> Found(Func<string, IEnumerable<string>> look)
    {
        var found = new HashSet<string>();
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Name != ".lock"))
        {
            // The emulator writes while this reads.
            using var stream = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var kind = file.Directory!.FullName == folder.FullName ? file.Name : file.Directory.Name;
            found.UnionWith(look(reader.ReadToEnd()).Select(word => $"{kind}: {word}"));
        }
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task Restart()
    {
        await Emulator.DisposeAsync();
        Emulator = await Azurite.Start(folder.FullName);
    }

    private static async Task MakeOld(FileInfo extents)
    {
        var stored = JsonNode.Parse(await File.ReadAllTextAsync(extents.FullName))!;
        foreach (var extent in stored["collections"]!.AsArray().SelectMany(collection => collection!["data"]!.AsArray()))
            extent!["LastModifyInMS"] = 0;
        await File.WriteAllTextAsync(extents.FullName, stored.ToJsonString());
    }

    private static async Task WriteAnew(BlobClient blob)
    {
        var content = (await blob.DownloadContentAsync()).Value;
        await blob.UploadAsync(content.Content, new BlobUploadOptions
        {
            Metadata = content.Details.Metadata, HttpHeaders = new() { ContentType = content.Details.ContentType },
        });
    }
}
