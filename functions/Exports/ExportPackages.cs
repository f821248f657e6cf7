using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Exports;

/// <summary>
/// The export packages, each a blob that says itself what is in it. They are few, for they live a week. Kept beside
/// the tables, in the account without a recovery window: a package of a week could not outlast one.
/// </summary>
public sealed class ExportPackages(StorageAccounts accounts, DueIndex due, RetentionRules rules)
{
    public const string ContainerName = "exports";

    /// <summary>More than anybody has, and what a blob's metadata of 8 KB has room for.</summary>
    public const int MostRecords = 200;

    private const string Extension = ".zip";
    private const string Subjects = "subjects";
    private const string Records = "records";
    private const string TokenHash = "tokenhash";
    private const string Whole = "iswhole";

    private static readonly string[] CopiedKinds = [Kinds.Message, Kinds.Order, Kinds.Scan, Kinds.Upload];

    private readonly BlobContainerClient container = accounts.Blobs(Accounts.Records).GetBlobContainerClient(ContainerName);

    /// <summary>
    /// Makes a package. Its blob is there, and says what it will hold, before any of that is read: a destruction finds it
    /// and takes it away, and then not a byte more can be appended.
    /// </summary>
    /// <returns>False when it was taken away.</returns>
    public async Task<bool> Make(
        ExportPackage package, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        await due.Put(package.Due(rules), cancellation);
        var blob = container.GetAppendBlobClient(NameOf(package.Id));
        await blob.CreateAsync(
            new AppendBlobCreateOptions { HttpHeaders = new() { ContentType = "application/zip" }, Metadata = Metadata(package) },
            cancellation);
        try
        {
            // Not disposed of: that appends what is left, also when writing failed.
            var stream = await blob.OpenWriteAsync(overwrite: false, cancellationToken: cancellation);
            await write(stream, cancellation);
            await stream.FlushAsync(cancellation);
            await blob.SetMetadataAsync(Metadata(package with { IsWhole = true }), cancellationToken: cancellation);
            return true;
        }
        catch (Exception failure)
        {
            var wasTakenAway = failure is RequestFailedException { Status: 404 or 412 } && !await Exists(package.Id, cancellation);
            await Delete(package.Id, CancellationToken.None);
            if (wasTakenAway)
                return false;
            throw;
        }
    }

    public BlobClient Blob(Id id) => container.GetBlobClient(NameOf(id));

    public async Task<bool> Exists(Id id, CancellationToken cancellation) => await Blob(id).ExistsAsync(cancellation);

    public async Task<ExportPackage?> Find(Id id, CancellationToken cancellation)
    {
        try
        {
            BlobProperties blob = await Blob(id).GetPropertiesAsync(cancellationToken: cancellation);
            return Read(id, blob.Metadata);
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
                yield return Read(id, blob.Metadata);
    }

    public async Task Delete(Id id, CancellationToken cancellation)
    {
        await Blob(id).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
        await due.Remove(ExportPackage.Due(id, rules), cancellation);
    }

    /// <summary>
    /// Deletes every package with any of these records in it, once those are gone themselves: what is begun later
    /// cannot hold them.
    /// </summary>
    public async Task DeleteCopies(IEnumerable<LedgerLine> lines, CancellationToken cancellation)
    {
        var gone = lines.Where(line => CopiedKinds.Contains(line.Kind))
            .SelectMany(line => line.Items).Select(item => item.Id).ToHashSet();
        if (gone.Count > 0)
            await DeleteWith(gone, cancellation);
    }

    /// <summary>Deletes every package with any of these records in it.</summary>
    public async Task DeleteWith(HashSet<Id> records, CancellationToken cancellation)
    {
        await foreach (var package in All(cancellation))
            if (package.Records.Overlaps(records))
                await Delete(package.Id, cancellation);
    }

    private static Dictionary<string, string> Metadata(ExportPackage package)
    {
        (string Name, string Value)[] all =
        [
            (Subjects, string.Join(',', package.Subjects)),
            (Records, string.Join(',', package.Records)),
            (TokenHash, package.TokenHash),
            (Whole, package.IsWhole ? "yes" : ""),
        ];
        return all.Where(each => each.Value.Length > 0).ToDictionary(each => each.Name, each => each.Value);
    }

    // One that somebody else put here says nothing of itself, and goes in a week like the others.
    private static ExportPackage Read(Id id, IDictionary<string, string> metadata) => new(
        id,
        List(metadata, Subjects),
        List(metadata, Records).Select(Id.Parse).ToHashSet(),
        metadata.TryGetValue(TokenHash, out var hash) ? hash : "",
        metadata.ContainsKey(Whole));

    private static string[] List(IDictionary<string, string> metadata, string name) =>
        metadata.TryGetValue(name, out var list) ? list.Split(',', StringSplitOptions.RemoveEmptyEntries) : [];

    private static string NameOf(Id id) => id + Extension;
}
