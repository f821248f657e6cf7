using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>A worker does nothing without the Functions host, and this build cannot talk to one: it says so and stops.</summary>
internal sealed class NoFunctionsHost(IHost host) : IHost
{
    public IServiceProvider Services => host.Services;

    public Task StartAsync(CancellationToken cancellationToken = default)
    {
        Console.Error.WriteLine(
            "This build stands in for the Functions worker and cannot be run by a Functions host. " +
            "Run the app with: dotnet run --project local. " +
            "Build with -p:OfficialPackages=true for the real worker.");
        Environment.ExitCode = 1;
        Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void Dispose() => host.Dispose();
}
