using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.PrivacyRequests.Exports;

/// <summary>
/// The export packages, each a blob that says itself whom it is about. They are few, for they live a week. Kept beside
/// the tables, in the account without a recovery window: a package of a week could not outlast one.
/// </summary>
public sealed class ExportPackages(StorageAccounts accounts, DueIndex due, RetentionRules rules)
{
    public const string ContainerName = "exports";

    /// <summary>What a blob's metadata has room for, by far.</summary>
    public const int MostSubjects = 100;

    private static readonly string[] Holds = [Kinds.Message, Kinds.Order, Kinds.Scan];

    private const string Extension = ".zip";
    private const int BlockSize = 4 * 1024 * 1024;
    private const string Subjects = "subjects";
    private const string TokenHash = "token";

    private readonly BlobContainerClient container = accounts.Blobs("Records").GetBlobContainerClient(ContainerName);

    /// <summary>
    /// Makes a package. It is there, empty, before any of it is read, so that a destruction finds it; and when that
    /// took it away, what was read becomes no package.
    /// </summary>
    /// <exception cref="RequestFailedException">Status 404, 409 or 412: it was destroyed while it was being made.</exception>
    public async Task Make(
        ExportPackage package, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        await due.Put(package.Due(rules), cancellation);
        BlobContentInfo begun = await Blob(package.Id).UploadAsync(Stream.Null, Options(package), cancellation);
        var whole = Options(package);
        whole.Conditions = new() { IfMatch = begun.ETag };
        var pipe = new Pipe();
        await Task.WhenAll(
            Fill(pipe.Writer, write, cancellation), Upload(Blob(package.Id), pipe.Reader, whole, cancellation));
    }

    public BlobClient Blob(Id id) => container.GetBlobClient(NameOf(id));

    public async Task<ExportPackage?> Find(Id id, CancellationToken cancellation)
    {
        try
        {
            BlobProperties blob = await Blob(id).GetPropertiesAsync(cancellationToken: cancellation);
            return Read(id, blob.Metadata, blob.ContentLength);
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
                yield return Read(id, blob.Metadata, blob.Properties.ContentLength ?? 0);
    }

    public async Task Delete(Id id, CancellationToken cancellation)
    {
        await Blob(id).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
        await due.Remove(ExportPackage.Due(id, rules), cancellation);
    }

    /// <summary>Deletes every package that may hold any of these records, and looks until there is none.</summary>
    public async Task DeleteCopies(IEnumerable<LedgerLine> lines, CancellationToken cancellation)
    {
        var subjects = lines.Where(line => Holds.Contains(line.Kind))
            .SelectMany(line => line.Items).SelectMany(item => item.Subjects).ToHashSet();
        while (subjects.Count > 0 && await About(subjects, cancellation) is { Count: > 0 } found)
            foreach (var package in found)
                await Delete(package.Id, cancellation);
    }

    private async Task<IReadOnlyList<ExportPackage>> About(HashSet<string> subjects, CancellationToken cancellation)
    {
        var found = new List<ExportPackage>();
        await foreach (var package in All(cancellation))
            if (package.Subjects.Any(subjects.Contains))
                found.Add(package);
        return found;
    }

    // What fails on one side ends the other, and half a package is never stored.
    private static async Task Fill(PipeWriter pipe, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        Exception? failure = null;
        try
        {
            await using var stream = pipe.AsStream(leaveOpen: true);
            await write(stream, cancellation);
        }
        catch (Exception reason)
        {
            failure = reason;
            throw;
        }
        finally
        {
            await pipe.CompleteAsync(failure);
        }
    }

    private static async Task Upload(BlobClient blob, PipeReader pipe, BlobUploadOptions options, CancellationToken cancellation)
    {
        try
        {
            await using var stream = pipe.AsStream(leaveOpen: true);
            await blob.UploadAsync(stream, options, cancellation);
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    private static BlobUploadOptions Options(ExportPackage package) => new()
    {
        HttpHeaders = new() { ContentType = "application/zip" },
        Metadata = new Dictionary<string, string>
        {
            [Subjects] = string.Join(',', package.Subjects),
            [TokenHash] = package.TokenHash,
        },
        TransferOptions = new() { InitialTransferSize = BlockSize, MaximumTransferSize = BlockSize, MaximumConcurrency = 1 },
    };

    private static ExportPackage Read(Id id, IDictionary<string, string> metadata, long bytes) => new(
        id,
        metadata.TryGetValue(Subjects, out var subjects) ? subjects.Split(',', StringSplitOptions.RemoveEmptyEntries) : [],
        metadata.TryGetValue(TokenHash, out var hash) ? hash : "",
        bytes);

    private static string NameOf(Id id) => id + Extension;
}
