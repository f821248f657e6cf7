using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace WelWee3D.Tests.Scans.Uploads;

/// <summary>The stores that uploads need, on the emulator, with a clock and a transport of a test's own.</summary>
internal static class UploadStorage
{
    public static async Task<(UploadStore Uploads, OrderStore Orders)> Stores(
        string connectionString, TimeProvider clock, HttpPipelineTransport? transport = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Records"] = connectionString,
            ["Scans"] = connectionString,
            ["Ledger"] = connectionString,
            ["Subjects:HmacKey"] = Convert.ToBase64String(new byte[32]),
        }).Build();
        await StorageSetup.Create(new StorageAccounts(configuration), default);
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddWelWee3D(configuration)
            .AddSingleton(clock)
            .AddSingleton(new StorageAccounts(configuration, transport))
            .BuildServiceProvider();
        return (services.GetRequiredService<UploadStore>(), services.GetRequiredService<OrderStore>());
    }
}
