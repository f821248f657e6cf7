using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Tests.Scans;
using WelWee3D.Tests.Staff;

namespace WelWee3D.Tests.Retention;

/// <summary>The app's services, a clock that is moved by hand, and storage that begins empty.</summary>
internal sealed class Archive : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly byte[] Body = StlFiles.BinaryBox(300, 300, 1700);

    private readonly OwnStorage storage;
    private readonly ServiceProvider services;

    private Archive(OwnStorage storage, SetClock clock, int recoveryDays)
    {
        this.storage = storage;
        Clock = clock;
        var settings = new ConfigurationBuilder().AddConfiguration(storage.Settings).AddInMemoryCollection(
        [
            new("Retention:RecoveryDays", $"{recoveryDays}"),
            new("Mail:SendGridKey", "test"),
            new("Mail:From", "from@voorbeeld.nl"),
            new("Mail:Practice", "practice@voorbeeld.nl"),
        ]).Build();
        services = new ServiceCollection()
            .AddLogging().AddSingleton<IConfiguration>(settings).AddSingleton<TimeProvider>(clock).AddWelWee3D(settings)
            .BuildServiceProvider();
    }

    public SetClock Clock { get; }

    public BlobContainerClient Files => new BlobServiceClient(storage.ConnectionString).GetBlobContainerClient(ScanBlobs.ContainerName);

    public BlobContainerClient Exports => new BlobServiceClient(storage.ConnectionString).GetBlobContainerClient(ExportPackages.ContainerName);

    public static async Task<Archive> Open(OwnStorage storage)
    {
        foreach (var table in StorageSetup.RecordTables.Concat(StorageSetup.LedgerTables))
            await storage.Clear(table);
        var archive = new Archive(storage, new SetClock(new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1))), recoveryDays: 7);
        await archive.ClearFiles();
        await archive.Get<ExportPackages>().DeleteCopies(records: null, default);
        return archive;
    }

    /// <summary>The same storage and clock, after the app was set up anew.</summary>
    public Archive With(int recoveryDays) => new(storage, Clock, recoveryDays);

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public void MoveTo(DateOnly day) => Clock.Move(Amsterdam.StartOf(day).AddHours(9) - Clock.GetUtcNow());

    public async Task<ContactMessage> NewMessage(string email = "jet@voorbeeld.nl")
    {
        var message = ContactMessage.From(
            new ContactForm { Name = "Jet", Email = email, Phone = "0612345678", Message = "Hallo" }, NewId(), Clock.GetUtcNow());
        await Get<ContactMessages>().Add(message, default);
        return (await Get<ContactMessages>().Find(message.Id, default))!;
    }

    public Task<Order> NewOrder(string email = "anna@voorbeeld.nl") =>
        Get<OrderStore>().Open(new Client("Anna", email, null, null, "nl"), default);

    public async Task<Order> Change(Order order, Func<Order, Order> change) =>
        (await Get<OrderStore>().Change(order.Id, change, default))!;

    /// <summary>An order with a scan more, recorded or not, with copies on these disks.</summary>
    public async Task<Order> AddScan(Order order, bool recorded = true, params string[] disks)
    {
        var id = NewId();
        var scan = new Scan
        {
            Id = id,
            FileName = "anna.stl",
            BlobName = $"{id}.stl",
            ScannedOn = Clock.Today(),
            Bytes = Body.Length,
            Copies = [.. disks.Select(disk => new DiskCopy(NewId(), disk, Clock.Today()))],
        };
        await Change(order, found => found with { Scans = [.. found.Scans, scan] });
        await AddFile($"{order.Id}/{scan.BlobName}");
        if (recorded)
            await Get<ScanRecorder>().Record(Files.GetBlobClient($"{order.Id}/{scan.BlobName}"), Clock.Today(), default);
        return (await Get<OrderStore>().Find(order.Id, default))!;
    }

    public Task<Upload> NewUpload(Order order) =>
        Get<UploadStore>().Create(order, new UploadMetadata(order.Id, "anna.stl", null, "header"), 100, default);

    public async Task<UnclaimedBlob> NewUnclaimed(string name)
    {
        await AddFile(name);
        await Get<ScanRecorder>().Record(Files.GetBlobClient(name), Clock.Today(), default);
        await foreach (var record in Get<UnclaimedBlobs>().All(default))
            if (await Get<UnclaimedBlobs>().Find(record.Item.Id, default) is { } blob && blob.BlobName == name)
                return blob;
        throw new InvalidOperationException($"{name} was not written down.");
    }

    /// <summary>A package with copies of these records.</summary>
    public async Task<ExportPackage> NewPackage(params Id[] records)
    {
        var package = new ExportPackage(NewId(), ["5b0e"], records.ToHashSet(), "");
        Assert.True(await Get<ExportPackages>().Make(package, async (stream, token) => await stream.WriteAsync(Body, token), default));
        return package;
    }

    public Task AddFile(string name) => Files.GetBlobClient(name).UploadAsync(new BinaryData(Body), overwrite: true);

    public async Task<IReadOnlyList<string>> FileNames() =>
        await Files.GetBlobsAsync().Select(blob => blob.Name).ToListAsync();

    public TableClient Table(string name) => new TableServiceClient(storage.ConnectionString).GetTableClient(name);

    public Task<List<TableEntity>> Rows(string table) => storage.Rows(table);

    public Task Clear(string table) => storage.Clear(table);

    public async Task ClearFiles()
    {
        foreach (var name in await FileNames())
            await Files.DeleteBlobAsync(name);
    }

    public async Task<IReadOnlyList<DueRow>> DueRows() =>
        await Get<DueIndex>().Until(DateOnly.MaxValue, default).SelectMany(page => page.Rows).ToListAsync();

    /// <summary>The text of a letter that waits; null when there is none.</summary>
    public async Task<string?> Letter(string kind)
    {
        if ((await Rows(Letters.TableName)).SingleOrDefault(row => row.RowKey.EndsWith($"|{kind}", StringComparison.Ordinal)) is not { } row)
            return null;
        var renderer = services.GetServices<ILetterRenderer>().Single(each => each.Kind == kind);
        return (await renderer.Render(row.RowKey[..row.RowKey.LastIndexOf('|')], default))?.Body.Text;
    }

    public Id NewId() => Id.New(Clock.GetUtcNow());

    public async ValueTask DisposeAsync() => await services.DisposeAsync();
}
