using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Local;

namespace WelWee3D.Tests.Retention;

/// <summary>The app's services on storage of their own, with each request to it counted.</summary>
internal sealed class CountedSweeps : IAsyncDisposable
{
    private readonly Azurite azurite;
    private readonly ServiceProvider services;
    private readonly CountingTransport transport;

    private CountedSweeps(Azurite azurite, ServiceProvider services, CountingTransport transport)
    {
        (this.azurite, this.services, this.transport) = (azurite, services, transport);
        var options = new TableClientOptions { Transport = transport };
        Tables = new TableServiceClient(azurite.ConnectionString, options);
        Clients = new(Tables, services.GetRequiredService<SubjectKeys>(), services.GetRequiredService<RetentionRules>());
    }

    public MovableClock Clock => services.GetRequiredService<MovableClock>();

    /// <summary>A client of the same account, whose requests are counted too.</summary>
    public TableServiceClient Tables { get; }

    public KeptClients Clients { get; }

    public static async Task<CountedSweeps> Start()
    {
        var azurite = await Azurite.Start(folder: null);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Records", azurite.ConnectionString),
            new("Scans", azurite.ConnectionString),
            new("Ledger", azurite.ConnectionString),
            new("Subjects:HmacKey", Convert.ToBase64String(new byte[32])),
        ]).Build();
        var transport = new CountingTransport();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<HttpPipelineTransport>(transport)
            .AddSingleton<MovableClock>()
            .AddSingleton<TimeProvider>(provider => provider.GetRequiredService<MovableClock>())
            .AddWelWee3D(configuration)
            .BuildServiceProvider();
        await StorageSetup.Create(services.GetRequiredService<StorageAccounts>(), default);
        return new(azurite, services, transport);
    }

    /// <summary>Sweeps on a day.</summary>
    public async Task<(Run Run, int Requests)> Sweep(DateOnly today)
    {
        Clock.MoveTo(Amsterdam.StartOf(today).AddHours(2));
        return await Counted(() => services.GetRequiredService<Sweep>().Run("sweep", default));
    }

    public async Task<IReadOnlyList<LedgerLine>> Lines()
    {
        var lines = new List<LedgerLine>();
        await foreach (var stored in services.GetRequiredService<Ledger>().All(default))
            lines.Add(stored.Line);
        return lines;
    }

    public async Task<(T Answer, int Requests)> Counted<T>(Func<Task<T>> work)
    {
        var before = transport.Requests;
        return (await work(), transport.Requests - before);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await azurite.DisposeAsync();
    }
}
