using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using WelWee3D.Retention;

namespace WelWee3D.Exports;

/// <summary>
/// The blobs of the packages: of each the package itself, with what is known of it as metadata, and one that says which
/// records are in it, however many they are.
/// </summary>
public sealed class PackageBlobs(StorageAccounts accounts)
{
    public const string ContainerName = "exports";

    private const string Extension = ".zip";
    private const string ContentsExtension = ".contents";
    private const string SubjectsEntry = "subjects";

    /// <summary>Where packages of before say what is in them.</summary>
    private const string RecordsEntry = "records";
    private const string TokenHash = "token";
    private const string Whole = "whole";
    private const string Restricted = "restricted";
    private const string For = "for";
    private const string Portability = "portability";
    private const string Recipient = "recipient";

    private readonly BlobContainerClient container = accounts.Blobs(Accounts.Records).GetBlobContainerClient(ContainerName);

    public AppendBlobClient Of(Id id) => container.GetAppendBlobClient(NameOf(id));

    /// <summary>The same, as any blob is read.</summary>
    public BlobClient Client(Id id) => container.GetBlobClient(NameOf(id));

    public async Task<bool> Exists(Id id, CancellationToken cancellation) => await Of(id).ExistsAsync(cancellation);

    public async Task<bool> HasContents(Id id, CancellationToken cancellation) => await Contents(id).ExistsAsync(cancellation);

    /// <summary>Makes the package, without a byte in it.</summary>
    public Task Begin(ExportPackage package, CancellationToken cancellation) => Empty(package.Id, Metadata(package), conditions: null, cancellation);

    /// <summary>Takes away the bytes of a package, and nothing of what is known of it.</summary>
    public async Task Empty(Id id, CancellationToken cancellation)
    {
        for (var isEmpty = false; !isEmpty;)
        {
            BlobProperties begun = await Of(id).GetPropertiesAsync(cancellationToken: cancellation);
            isEmpty = begun.ContentLength == 0 || await IsFirst(() => Empty(id, begun.Metadata, new() { IfMatch = begun.ETag }, cancellation));
        }
    }

    /// <summary>Changes what is known of a package, as it stands at that moment: when somebody else changed it meanwhile, it is looked at again.</summary>
    /// <exception cref="RequestFailedException">With status 404: it is gone.</exception>
    public async Task Change(Id id, Func<ExportPackage, ExportPackage> change, CancellationToken cancellation)
    {
        for (var isChanged = false; !isChanged;)
        {
            BlobProperties blob = await Of(id).GetPropertiesAsync(cancellationToken: cancellation);
            var metadata = Metadata(change(await Read(id, blob.Metadata, cancellation)));
            isChanged = await IsFirst(() => Of(id).SetMetadataAsync(metadata, new() { IfMatch = blob.ETag }, cancellation));
        }
    }

    public Task WriteContents(ExportPackage package, CancellationToken cancellation) => Contents(package.Id).UploadAsync(
        BinaryData.FromString(string.Join('\n', package.Records)), overwrite: true, cancellation);

    public async Task<ExportPackage?> Find(Id id, CancellationToken cancellation)
    {
        try
        {
            BlobProperties blob = await Of(id).GetPropertiesAsync(cancellationToken: cancellation);
            return await Read(id, blob.Metadata, cancellation);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    public async IAsyncEnumerable<ExportPackage> All([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, cancellation))
            if (Id.TryParse(Path.GetFileNameWithoutExtension(blob.Name), out var id) && blob.Name == NameOf(id))
                yield return await Read(id, blob.Metadata, cancellation);
    }

    /// <summary>Of which packages there are contents.</summary>
    public async IAsyncEnumerable<Id> WithContents([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellation))
            if (blob.Name.EndsWith(ContentsExtension, StringComparison.Ordinal) && Id.TryParse(Path.GetFileNameWithoutExtension(blob.Name), out var id))
                yield return id;
    }

    /// <summary>What leads to a package goes after it.</summary>
    public async Task Delete(Id id, CancellationToken cancellation)
    {
        await Of(id).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
        await Contents(id).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
    }

    private Task Empty(Id id, IDictionary<string, string> metadata, AppendBlobRequestConditions? conditions, CancellationToken cancellation) => Of(id).CreateAsync(
        new AppendBlobCreateOptions { HttpHeaders = new() { ContentType = "application/zip" }, Metadata = metadata, Conditions = conditions }, cancellation);

    /// <returns>False when somebody else changed it first.</returns>
    private static async Task<bool> IsFirst(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (RequestFailedException lost) when (lost.Status == 412)
        {
            return false;
        }
    }

    private static Dictionary<string, string> Metadata(ExportPackage package)
    {
        (string Name, string Value)[] all =
        [
            (SubjectsEntry, string.Join(',', package.Subjects)),
            (TokenHash, package.TokenHash),
            (Whole, package.IsWhole ? "yes" : ""),
            (Restricted, package.IsRestricted ? "yes" : ""),
            (For, package.Right == PackageRight.Portability ? Portability : ""),
            // In JSON nothing but ASCII is left of a name, which is all that metadata takes.
            (Recipient, package.Recipient is { } recipient ? StoredJson.Write(recipient) : ""),
        ];
        return all.Where(each => each.Value.Length > 0).ToDictionary(each => each.Name, each => each.Value);
    }

    // One that somebody else put here says nothing of itself, and goes in a week like the others.
    private async Task<ExportPackage> Read(Id id, IDictionary<string, string> metadata, CancellationToken cancellation) => new(
        id,
        List(metadata, SubjectsEntry),
        List(metadata, RecordsEntry).Concat(await ReadContents(id, cancellation))
            .Where(each => Id.TryParse(each, out _)).Select(Id.Parse).ToHashSet(),
        metadata.TryGetValue(TokenHash, out var hash) ? hash : "",
        metadata.ContainsKey(Whole),
        metadata.ContainsKey(Restricted),
        metadata.TryGetValue(For, out var right) && right == Portability ? PackageRight.Portability : PackageRight.Access,
        StoredJson.Read<PackageRecipient>(metadata.TryGetValue(Recipient, out var recipient) ? recipient : null));

    private async Task<string[]> ReadContents(Id id, CancellationToken cancellation)
    {
        try
        {
            BlobDownloadResult contents = await Contents(id).DownloadContentAsync(cancellation);
            return contents.Content.ToString().Split('\n');
        }
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            return [];
        }
    }

    private BlobClient Contents(Id id) => container.GetBlobClient(id + ContentsExtension);

    private static string[] List(IDictionary<string, string> metadata, string name) =>
        metadata.TryGetValue(name, out var list) ? list.Split(',', StringSplitOptions.RemoveEmptyEntries) : [];

    private static string NameOf(Id id) => id + Extension;
}
