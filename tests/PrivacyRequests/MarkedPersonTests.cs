using WelWee3D.Tests.Storage;

namespace WelWee3D.Tests.PrivacyRequests;

/// <summary>A person of whom there is one of everything that is stored of people, with words that nobody else has.</summary>
public sealed class MarkedPersonTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>What a stranger put among the scans is nobody's as far as the app can know: it goes on a day of its own.</summary>
    private static readonly string[] OfAStranger = ["Unclaimed", "scans"];

    /// <summary>What somebody wrote down as the reason of a look stays as long as the audit.</summary>
    private static readonly string[] OfTheAudit = [AuditEvents.TableName];

    /// <summary>What she accepted, tax law keeps.</summary>
    private static readonly string[] OfTheLaw = [QuoteRegister.TableName];

    private readonly FilledStorage storage = new();

    private World World => storage.World;

    private IReadOnlyList<string> Subjects => [.. World.Get<SubjectKeys>().AllOfEmail(FilledStorage.Email), World.Get<SubjectKeys>().OfPhone(FilledStorage.Phone)];

    public Task InitializeAsync() => storage.InitializeAsync();

    public Task DisposeAsync() => storage.DisposeAsync();

    [Fact]
    public async Task Every_word_of_hers_is_in_her_package()
    {
        var writer = World.Get<PackageWriter>();
        using var file = new MemoryStream();

        await writer.Write(new ExportPackage(World.NewId(), Subjects, await writer.Contents(Subjects, None), ""), file, None);

        using var opened = new OpenedPackage(file);
        var told = Marks.Texts(opened).ToHashSet();
        foreach (var word in FilledStorage.Personal)
            Assert.Contains(told, text => text.Contains(word, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(await Marks.NotTold(World, storage.Inventory, opened));
    }

    [Fact]
    public async Task After_her_erasure_no_word_of_hers_is_left_in_any_table_blob_queue_or_letter()
    {
        Assert.Superset((HashSet<string>)["ContactMessages", "ContactSuspects", "Orders", "PrivacyRequests", "Uploads", "DestructionTasks", .. OfAStranger, .. OfTheAudit], await Places());

        var accepted = World.Today;
        await World.CloseRequests();
        await World.Get<Erasure>().Erase(Subjects, "officer", None);
        // Beyond the day of her hold, the answer's letters, and the recovery window of her scans.
        foreach (var _ in Enumerable.Range(0, 14))
            await NextNight();

        Assert.Equal([.. OfTheAudit, .. OfTheLaw, .. OfAStranger], (await Places()).Order(StringComparer.Ordinal));
        Assert.Empty(World.Storage.SoftDelete!.Recoverable);
        Assert.True((await CertificateChain.Verify(World.Get<Certificates>().All(None))).Intact);

        World.MoveTo(World.Today.AddMonths(2));
        await NextNight();
        Assert.Equal([.. OfTheAudit, .. OfTheLaw], (await Places()).Order(StringComparer.Ordinal));

        World.MoveTo(new DateOnly(accepted.Year + 7, 12, 31));
        await NextNight();
        Assert.Empty(await Places());
    }

    private async Task NextNight()
    {
        World.MoveTo(World.Today.AddDays(1));
        Assert.Empty((await World.Get<Sweep>().Run(Decider.Sweep, None)).Unfinished);
        await World.ConfirmCopies();
        await World.Function<SendLetters>().Run(new(), None);
        await World.Function<GoOnWithRuns>().Run(new(), None);
    }

    /// <summary>The tables, containers and queues in which a word of hers is, also where nobody declared it.</summary>
    private async Task<HashSet<string>> Places()
    {
        var places = await Marks.Tables(World);
        await foreach (var container in storage.Blobs.GetBlobContainersAsync())
            foreach (var name in await Account.BlobNames(World.Storage.Container(container.Name)))
                if (Marks.IsHers(name) || await Tells(container.Name, name))
                    places.Add(container.Name);
        await foreach (var queue in storage.Queues.GetQueuesAsync())
            if ((await storage.Queues.GetQueueClient(queue.Name).PeekMessagesAsync(32)).Value.Any(message => Marks.IsHers($"{message.Body}")))
                places.Add(queue.Name);
        return places;
    }

    private async Task<bool> Tells(string container, string name)
    {
        var blob = World.Storage.Container(container).GetBlobClient(name);
        if (!await blob.ExistsAsync())
            return false;
        var content = (await blob.DownloadContentAsync()).Value;
        return content.Details.Metadata.Values.Any(Marks.IsHers) || Marks.IsHers(System.Text.Encoding.Latin1.GetString(content.Content));
    }
}
