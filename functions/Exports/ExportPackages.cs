using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using WelWee3D.People;
using WelWee3D.Retention;

namespace WelWee3D.Exports;

/// <summary>
/// The export packages. They are few, for they live a week. Kept in the account of the tables, which has no recovery
/// window: a package of a week could not outlast one.
/// </summary>
public sealed class ExportPackages(
    PackageBlobs blobs, DueIndex due, SubjectIndex subjects, SubjectKeys keys, RetentionRules rules, TimeProvider clock) : IRecordKind
{
    public string Name => ExportPackage.Kind;

    public KindWords Words { get; } = new(
        new("pakket met persoonsgegevens", "export package"), new("pakketten met persoonsgegevens", "export packages"));

    /// <summary>
    /// Begins a package. Its blobs are there, and say what it will hold, before any of that is read: a destruction finds it
    /// and takes it away, and then not a byte more can be appended.
    /// </summary>
    public async Task Begin(ExportPackage package, CancellationToken cancellation)
    {
        await due.Put(package.Due(rules), cancellation);
        await subjects.Add(About(package), new(Name, package.Id), cancellation);
        await blobs.WriteContents(package, cancellation);
        await blobs.Begin(package, cancellation);
    }

    /// <summary>Fills a package that was begun, from its first byte on. One that was stopped can be filled again.</summary>
    /// <returns>False when it was taken away.</returns>
    public async Task<bool> Fill(
        ExportPackage package, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        var blob = blobs.Of(package.Id);
        try
        {
            await blobs.Empty(package.Id, cancellation);
            await using var stream = new PackageStream(blob);
            await write(stream, cancellation);
            await stream.FlushAsync(cancellation);
            await blobs.Change(package.Id, made => made with { IsWhole = true }, cancellation);
            return true;
        }
        // One that was stopped is gone on with.
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            var wasTakenAway = failure is RequestFailedException { Status: 404 or 412 } && !await blobs.Exists(package.Id, cancellation);
            await Delete(package, CancellationToken.None);
            if (wasTakenAway)
                return false;
            throw;
        }
    }

    public BlobClient Blob(Id id) => blobs.Client(id);

    public Task<ExportPackage?> Find(Id id, CancellationToken cancellation) => blobs.Find(id, cancellation);

    public async IAsyncEnumerable<KeptRecord> All([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var package in blobs.All(cancellation))
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
        await foreach (var package in blobs.All(cancellation))
            if (package.IsRestricted != restricted && package.Records.Overlaps(records))
                await Restrict(package, restricted, cancellation);
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
        await blobs.Delete(id, cancellation);
        return new(destruction.Line);
    }

    public async Task<bool> AreAbsent(IReadOnlyList<LedgerLine> lines, CancellationToken cancellation)
    {
        foreach (var item in lines.SelectMany(line => line.Items))
            if (await blobs.Exists(item.Id, cancellation) || await blobs.HasContents(item.Id, cancellation))
                return false;
        return true;
    }

    public async Task<bool> Tidy(Id id, CancellationToken cancellation)
    {
        await blobs.Delete(id, cancellation);
        return true;
    }

    /// <summary>Who made or deleted a package may have died before the one blob, or after the other.</summary>
    public async Task Reconcile(RunTally tally, CancellationToken cancellation)
    {
        await foreach (var id in blobs.WithContents(cancellation))
            if (!tally.IsNew(id) && !await blobs.Exists(id, cancellation))
            {
                await blobs.Delete(id, cancellation);
                tally.CountRepaired(Repairs.LeftoverRow);
            }
    }

    public async Task DeleteCopies(IReadOnlySet<Id>? records, CancellationToken cancellation)
    {
        await foreach (var package in blobs.All(cancellation))
            if (records is null || package.Records.Overlaps(records))
                await Delete(package, cancellation);
    }

    private async Task Delete(ExportPackage package, CancellationToken cancellation)
    {
        await blobs.Delete(package.Id, cancellation);
        await subjects.Remove(About(package), new(Name, package.Id), cancellation);
        await due.Remove(package.Due(rules), cancellation);
    }

    private async Task Restrict(ExportPackage package, bool restricted, CancellationToken cancellation)
    {
        // One of before has them in its metadata, which is written whole.
        await blobs.WriteContents(package, cancellation);
        try
        {
            await blobs.Change(package.Id, found => found with { IsRestricted = restricted }, cancellation);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            // Nobody fetches it any more.
        }
    }

    private KeptRecord Kept(ExportPackage package) => new(
        new(Name, package.Id), package.Due(rules), package.Retention(rules, clock.Today()), About(package));

    /// <summary>It has the name and address of whoever it is sent to: their erasure takes it too.</summary>
    private IReadOnlyList<string> About(ExportPackage package) =>
        package.Recipient is { } recipient ? [.. package.Subjects.Union(keys.AllOfEmail(recipient.Email))] : package.Subjects;
}
