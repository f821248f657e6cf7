using Azure.Storage.Blobs;

namespace WelWee3D.Tests.Local;

/// <summary>The local host, running the sample functions.</summary>
public sealed class LocalAppFixture : IAsyncLifetime
{
    private Account storage = null!;

    /// <summary>The most bytes that a request may bring.</summary>
    public const int Limit = 1000;

    public LocalApp App { get; private set; } = null!;

    public HttpClient Http { get; } = new();

    public SampleCalls Calls { get; } = new();

    public async Task InitializeAsync()
    {
        storage = new(await Emulators.NewAccount());
        App = await LocalApp.Start(new LocalAppOptions
        {
            Storage = Task.FromResult(storage.ConnectionString),
            Now = World.Instant,
            Functions = typeof(SampleFunctions).Assembly,
            Settings = new Dictionary<string, string?>
            {
                ["SampleSchedule"] = "0 0 0 1 1 *",
                ["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"] = $"{Limit}",
            },
            Services = services => services.AddSingleton(Calls),
        });
        Http.BaseAddress = App.BaseAddress;
    }

    public async Task<BlobContainerClient> Container(string name)
    {
        var container = storage.Container(name);
        await container.CreateIfNotExistsAsync();
        return container;
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await App.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class LocalAppTests : ICollectionFixture<LocalAppFixture>
{
    public const string Name = "Local app";
}
