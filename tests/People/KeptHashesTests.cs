using WelWee3D.Tests.Storage;

namespace WelWee3D.Tests.People;

/// <summary>The key of the hashes is changed while everything that the app can store is there.</summary>
public sealed class KeptHashesTests(FilledStorage storage) : IClassFixture<FilledStorage>
{
    // A ledger line tells for whom it was for two years, a package lives for a week and a run for hours: for that long the former key is kept.
    private static readonly string[] Passing = [Ledger.TableName, OpenRuns.TableName, $"{SubjectIndex.TableName} of {ExportPackage.Kind}", PackageBlobs.ContainerName];

    [Fact]
    public async Task Whatever_keeps_a_hash_of_a_person_keeps_it_under_the_present_key_too_once_all_was_filed_anew_and_she_was_asked_about()
    {
        var former = storage.World.Get<SubjectKeys>();
        await using var both = await storage.World.Beside(new WorldOptions
        {
            Settings = new Dictionary<string, string?> { ["Subjects:HmacKey"] = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]), ["Subjects:FormerHmacKey"] = Convert.ToBase64String(new byte[32]) },
        });
        var keys = both.Get<SubjectKeys>();

        await both.Get<Reconciliation>().Run(default);
        await both.Get<SubjectRecords>().Match(
            [
                new("email", keys.AllOfEmail(FilledStorage.Email), keys.FormerOfEmail(FilledStorage.Email)),
                new("phone", keys.AllOfPhone(FilledStorage.Phone), keys.FormerOfPhone(FilledStorage.Phone)),
            ],
            named: [], default);

        (string Former, string Present)[] hashes =
        [
            (former.OfEmail(FilledStorage.Email), keys.OfEmail(FilledStorage.Email)),
            (former.OfPhone(FilledStorage.Phone), keys.OfPhone(FilledStorage.Phone)),
            (NameIn(storage.World).Single(), NameIn(both).Except(NameIn(storage.World)).Single()),
        ];
        Assert.Equal(Passing.Order(), (await Stored()).SelectMany(WithoutPresent).Distinct().Order());

        IEnumerable<string> WithoutPresent((string Place, IReadOnlyList<string> Texts) stored) => stored.Texts
            .Where(text => hashes.Any(hash => text.Contains(hash.Former, StringComparison.Ordinal) && !text.Contains(hash.Present, StringComparison.Ordinal)
                && !stored.Texts.Contains(text.Replace(hash.Former, hash.Present, StringComparison.Ordinal))))
            .Select(_ => stored.Place);
    }

    /// <summary>Each row and what stands beside each file, by where that is.</summary>
    private async Task<IReadOnlyList<(string Place, IReadOnlyList<string> Texts)>> Stored()
    {
        var stored = new List<(string, IReadOnlyList<string>)>();
        foreach (var table in storage.Inventory.Tables)
            stored.AddRange((await storage.Rows(table)).GroupBy(row => PlaceOf(table.Name, row), row => $"{row.RowKey} {Values(row)}").Select(each => (each.Key, (IReadOnlyList<string>)[.. each])));
        foreach (var container in storage.Inventory.Containers)
            stored.Add((container.Name, [.. (await storage.BlobsIn(container)).Select(blob => string.Join(' ', blob.Metadata.Values))]));
        return stored;
    }

    private static IEnumerable<string> NameIn(World world) => world.Get<SearchTerms>().OfName("Wilhelmina");

    private static string PlaceOf(string table, TableEntity row) =>
        table == SubjectIndex.TableName ? $"{table} of {row.RowKey.Split('|')[1]}" : table;

    private static string Values(TableEntity row) => string.Join(' ', row.Where(each => each.Value is string && each.Key is not ("PartitionKey" or "RowKey" or "odata.etag")).Select(each => each.Value));
}
