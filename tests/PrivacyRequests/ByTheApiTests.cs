using WelWee3D.Tests.Storage;

namespace WelWee3D.Tests.PrivacyRequests;

/// <summary>What was made of her by the API is handed over by it, erased by it, and then in none of its answers and no file of the emulator.</summary>
public sealed class ByTheApiTests : IAsyncLifetime
{
    private EmulatorFolder files = null!;
    private ByTheApi practice = null!;

    private World World => practice.World;

    public async Task InitializeAsync()
    {
        files = await EmulatorFolder.Start();
        practice = new(files.Emulator.ConnectionString);
        await practice.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await practice.DisposeAsync();
        await files.DisposeAsync();
    }

    [Fact]
    public async Task Every_word_of_hers_is_in_her_package_and_after_her_erasure_in_no_answer_and_no_file()
    {
        await practice.LiveThroughEverything();
        Assert.Superset(
            (HashSet<string>)["GetContact", "ListContacts", "GetOrder", "ListOrders", "ListScans", "GetScan", "DownloadScan", "GetPrivacyRequest", "GetQuote", "ListQuotes", "ListQuotesOfOrder"], await Telling());

        using (var package = await practice.RestrictAndExport())
        {
            Assert.Empty(FilledStorage.Personal.Except(Marks.In(string.Join('\n', Marks.Texts(package)))));
            Assert.Empty(await Marks.NotTold(World, World.Get<DataInventory>(), package));
        }
        Assert.Superset((HashSet<string>)["ContactMessages", "ContactSuspects", "Orders", "PrivacyRequests", "Uploads", "DestructionTasks", "Quotes"], await Marks.Tables(World));
        await Eventually.Find(() => Task.FromResult(files.Found(Marks.In)), found => Everywhere.All(found.Contains));

        await practice.Erase();
        for (var day = 0; day < 14; day++)
            await practice.NextDay();
        await practice.NextDay(World.Today.AddMonths(2));
        await practice.Run(nameof(WatchPoisonedBlobs));

        Assert.Empty(await Telling());
        await practice.DisposeAsync();
        await files.Compact();
        await Eventually.Find(() => Task.FromResult(files.Found(Marks.In)), found => found.Count == 0);
        Assert.NotEmpty(files.Found(text => text.Contains(ByTheApi.ReasonOfLook, StringComparison.Ordinal) ? ["reason"] : []));
    }

    /// <summary>Each word in the tables, and what is in the names of files in the blocks of blobs and messages.</summary>
    private static IEnumerable<string> Everywhere =>
        FilledStorage.Personal.Select(word => $"__azurite_db_table__.json: {word}").Concat(["__blobstorage__: wilhelmina", "__queuestorage__: wilhelmina"]);

    /// <summary>The functions that tell something of hers.</summary>
    private async Task<HashSet<string>> Telling() =>
        [.. (await practice.Answers()).Where(answers => answers.Any(Marks.IsHers)).Select(answers => answers.Key)];
}
