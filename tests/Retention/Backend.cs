using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Local;
using WelWee3D.Tests.Staff;

namespace WelWee3D.Tests.Retention;

/// <summary>All of the app but its functions' triggers, on storage of its own, with a clock that a test moves.</summary>
internal sealed class Backend : IAsyncDisposable
{
    private readonly Azurite azurite;
    private readonly ServiceProvider services;

    private Backend(Azurite azurite, SetClock clock)
    {
        this.azurite = azurite;
        Clock = clock;
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Records", azurite.ConnectionString),
            new("Scans", azurite.ConnectionString),
            new("Ledger", azurite.ConnectionString),
            new("Subjects:HmacKey", Convert.ToBase64String(new byte[32])),
        ]).Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(settings)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<HttpPipelineTransport>(Transport)
            .AddWelWee3D(settings)
            .BuildServiceProvider();
    }

    public SetClock Clock { get; }

    public WatchedTransport Transport { get; } = new();

    public DateOnly Today => Clock.Today();

    /// <summary>The container of scans, as staff and strangers reach it.</summary>
    public BlobContainerClient Blobs => field ??= Container(ScanBlobs.ContainerName);

    public BlobContainerClient Exports => field ??= Container(ExportPackages.ContainerName);

    public static async Task<Backend> Start(DateTimeOffset now)
    {
        var backend = new Backend(await Azurite.Start(folder: null), new SetClock(now));
        await StorageSetup.Create(backend.The<StorageAccounts>(), CancellationToken.None);
        return backend;
    }

    /// <summary>Another instance of the app, on the same storage: it ends with this one's emulator.</summary>
    public Backend Beside() => new(azurite, Clock);

    public T The<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>A function of the app.</summary>
    public T Function<T>() => ActivatorUtilities.CreateInstance<T>(services);

    /// <summary>A table, reached past the app.</summary>
    public TableClient Table(string name) => new TableServiceClient(azurite.ConnectionString).GetTableClient(name);

    private BlobContainerClient Container(string name) =>
        new BlobServiceClient(azurite.ConnectionString, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2023_01_03) { Transport = Transport })
            .GetBlobContainerClient(name);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await azurite.DisposeAsync();
    }
}
