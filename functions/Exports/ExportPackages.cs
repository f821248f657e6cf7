using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using WelWee3D.People;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Exports;

/// <summary>
/// The export packages, each a blob, and beside it another that says which records are in it, however many they are.
/// They are few, for they live a week. Kept in the account of the tables, which has no recovery window: a package of a
/// week could not outlast one.
/// </summary>
public sealed class ExportPackages(
    StorageAccounts accounts, DueIndex due, SubjectIndex subjects, RetentionRules rules, TimeProvider clock) : IRecordKind
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

    private readonly BlobContainerClient container = accounts.Blobs(Accounts.Records).GetBlobContainerClient(ContainerName);

    public string Name => ExportPackage.Kind;

    public KindWords Words { get; } = new(
        new("pakket met persoonsgegevens", "export package"), new("pakketten met persoonsgegevens", "export packages"));

    /// <summary>
    /// Makes a package. Its blobs are there, and say what it will hold, before any of that is read: a destruction finds it
    /// and takes it away, and then not a byte more can be appended.
    /// </summary>
    /// <returns>False when it was taken away.</returns>
    public async Task<bool> Make(
        ExportPackage package, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        await due.Put(package.Due(rules), cancellation);
        await subjects.Add(package.Subjects, new(Name, package.Id), cancellation);
        await WriteContents(package, cancellation);
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
            var made = await Find(package.Id, cancellation) ?? package;
            await blob.SetMetadataAsync(Metadata(made with { IsWhole = true }), cancellationToken: cancellation);
            return true;
        }
        catch (Exception failure)
        {
            var wasTakenAway = failure is RequestFailedException { Status: 404 or 412 } && !await Exists(package.Id, cancellation);
            await Delete(package, CancellationToken.None);
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
            return await Read(id, blob.Metadata, cancellation);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    public async IAsyncEnumerable<KeptRecord> All([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var package in Packages(cancellation))
            yield return Kept(package);
    }

    public async Task<IReadOnlyList<KeptRecord>> Find(IReadOnlyList<Id> ids, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(ids.Select(id => Find(id, cancellation)));
        return [.. found.OfType<ExportPackage>().Select(Kept)];
    }

    /// <summary>A copy is under no hold, and a restriction does not keep a person from their own data.</summary>
    public async Task<bool> Decide(Id id, Intervention intervention, CancellationToken cancellation)
    {
        if (await Find(id, cancellation) is not { } package)
            return true;
        if (intervention.Decision is Decision.Erase or Decision.Condemn)
            await Delete(package, cancellation);
        if (intervention.Decision == Decision.Touch)
            await due.Put(package.Due(rules), cancellation);
        return true;
    }

    /// <summary>Closes the packages that hold any of these records, or opens them again.</summary>
    public async Task Restrict(IReadOnlySet<Id> records, bool restricted, CancellationToken cancellation)
    {
        await foreach (var package in Packages(cancellation))
            if (package.IsRestricted != restricted && package.Records.Overlaps(records))
                await Restrict(package with { IsRestricted = restricted }, cancellation);
    }

    public async Task<Belongings> Account(KeptRecord record, CancellationToken cancellation) =>
        await Blob(record.Item.Id).Hash(cancellation) is { } file
            ? new([new($"{record.Item.Id}", file.Bytes, file.Sha256)], [])
            : Belongings.None;

    public async Task<Outcome> Destroy(Destruction destruction, CancellationToken cancellation)
    {
        var id = destruction.Line.Items[0].Id;
        if (await Find(id, cancellation) is { } package)
            await Delete(package, cancellation);
        await DeleteBlobs(id, cancellation);
        return new(destruction.Line);
    }

    public async Task<bool> AreAbsent(IReadOnlyList<LedgerLine> lines, CancellationToken cancellation)
    {
        foreach (var item in lines.SelectMany(line => line.Items))
            if (await Exists(item.Id, cancellation) || await Contents(item.Id).ExistsAsync(cancellation))
                return false;
        return true;
    }

    public async Task<bool> Tidy(Id id, CancellationToken cancellation)
    {
        await DeleteBlobs(id, cancellation);
        return true;
    }

    /// <summary>Who made or deleted a package may have died before the one blob, or after the other.</summary>
    public async Task Reconcile(RunTally tally, CancellationToken cancellation)
    {
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellation))
            if (blob.Name.EndsWith(ContentsExtension, StringComparison.Ordinal)
                && Id.TryParse(Path.GetFileNameWithoutExtension(blob.Name), out var id)
                && !tally.IsNew(id) && !await Exists(id, cancellation))
            {
                await DeleteBlobs(id, cancellation);
                tally.CountRepaired(Repairs.LeftoverRow);
            }
    }

    public async Task DeleteCopies(IReadOnlySet<Id>? records, CancellationToken cancellation)
    {
        await foreach (var package in Packages(cancellation))
            if (records is null || package.Records.Overlaps(records))
                await Delete(package, cancellation);
    }

    private async Task Delete(ExportPackage package, CancellationToken cancellation)
    {
        await DeleteBlobs(package.Id, cancellation);
        await subjects.Remove(package.Subjects, new(Name, package.Id), cancellation);
        await due.Remove(package.Due(rules), cancellation);
    }

    private async Task Restrict(ExportPackage package, CancellationToken cancellation)
    {
        // One of before has them in its metadata, which is written whole.
        await WriteContents(package, cancellation);
        try
        {
            await Blob(package.Id).SetMetadataAsync(Metadata(package), cancellationToken: cancellation);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            // Nobody fetches it any more.
        }
    }

    // What leads to a package goes after it.
    private async Task DeleteBlobs(Id id, CancellationToken cancellation)
    {
        await Blob(id).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
        await Contents(id).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
    }

    private async IAsyncEnumerable<ExportPackage> Packages([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, cancellation))
            if (Id.TryParse(Path.GetFileNameWithoutExtension(blob.Name), out var id) && blob.Name == NameOf(id))
                yield return await Read(id, blob.Metadata, cancellation);
    }

    private KeptRecord Kept(ExportPackage package) => new(
        new(Name, package.Id), package.Due(rules), package.Retention(rules, clock.Today()), package.Subjects);

    private static Dictionary<string, string> Metadata(ExportPackage package)
    {
        (string Name, string Value)[] all =
        [
            (SubjectsEntry, string.Join(',', package.Subjects)),
            (TokenHash, package.TokenHash),
            (Whole, package.IsWhole ? "yes" : ""),
            (Restricted, package.IsRestricted ? "yes" : ""),
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
        metadata.ContainsKey(Restricted));

    private Task WriteContents(ExportPackage package, CancellationToken cancellation) => Contents(package.Id).UploadAsync(
        BinaryData.FromString(string.Join('\n', package.Records)), overwrite: true, cancellation);

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
