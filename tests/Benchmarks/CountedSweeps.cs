using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Local;
using WelWee3D.Tests;
using WelWee3D.Tests.Retention;

namespace WelWee3D.Benchmarks;

/// <summary>The app's services on storage of their own, with each request to it counted.</summary>
internal sealed class CountedSweeps : IAsyncDisposable
{
    private readonly Azurite azurite;
    private readonly ServiceProvider services;
    private readonly StorageCalls calls;

    private CountedSweeps(Azurite azurite, Account storage, ServiceProvider services, StorageCalls calls)
    {
        (this.azurite, this.services, this.calls) = (azurite, services, calls);
        Storage = storage;
        Clients = new(storage, services.GetRequiredService<SubjectKeys>(), services.GetRequiredService<RetentionRules>());
    }

    public MovableClock Clock => services.GetRequiredService<MovableClock>();

    public Account Storage { get; }

    public KeptClients Clients { get; }

    public static async Task<CountedSweeps> Start()
    {
        var azurite = await Azurite.Start(folder: null);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings.On(azurite.ConnectionString)).Build();
        var storage = new Account(azurite.ConnectionString);
        var calls = new StorageCalls(storage);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<HttpPipelineTransport>(calls)
            .AddSingleton<MovableClock>()
            .AddSingleton<TimeProvider>(provider => provider.GetRequiredService<MovableClock>())
            .AddWelWee3D(configuration)
            // It goes from one day to another, and back, as no clock does.
            .AddSingleton(new ClockLimits(Ahead: int.MaxValue, Back: int.MaxValue))
            .BuildServiceProvider();
        await StorageSetup.Create(services.GetRequiredService<StorageAccounts>(), default);
        return new(azurite, storage, services, calls);
    }

    /// <summary>Sweeps on a day.</summary>
    public async Task<(Run Run, int Requests)> Sweep(DateOnly today)
    {
        Clock.MoveTo(Amsterdam.StartOf(today).AddHours(2));
        return await Counted(() => services.GetRequiredService<Sweep>().Run("sweep", default));
    }

    private async Task<(T Answer, int Requests)> Counted<T>(Func<Task<T>> work)
    {
        var before = calls.Count;
        return (await work(), calls.Count - before);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await azurite.DisposeAsync();
    }
}
