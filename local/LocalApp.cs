using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;
using WelWee3D.Pages;
using WelWee3D.Storage;
using WelWee3D.Telemetry;

namespace WelWee3D.Local;

/// <summary>The app on one machine, without the Functions host: HTTP, blob triggers, timers, and what stands in for Azure.</summary>
public sealed class LocalApp : IAsyncDisposable
{
    private readonly WebApplication app;

    private LocalApp(WebApplication app, Uri baseAddress)
    {
        this.app = app;
        BaseAddress = baseAddress;
    }

    public Uri BaseAddress { get; }

    public IServiceProvider Services => app.Services;

    public MovableClock Clock => Services.GetRequiredService<MovableClock>();

    /// <summary>Answers when requests are.</summary>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static async Task<LocalApp> Start(LocalAppOptions options, CancellationToken cancellation = default)
    {
        var port = FreePort(options.Port);
        var baseAddress = $"http://localhost:{port}";
        var builder = WebApplication.CreateEmptyBuilder(new());
        var catalog = new FunctionCatalog(options.Functions);
        var host = HostJson.Read();
        AddLogging(builder.Logging);
        AddHost(builder, port);
        AddLocalServices(builder.Services, options, catalog, host, LocalSettings.Authority(baseAddress));

        builder.Configuration
            .AddInMemoryCollection(LocalSettings.For(baseAddress, await options.Storage))
            .AddInMemoryCollection(options.Settings)
            .AddEnvironmentVariables();
        builder.Services.AddWelWee3D(builder.Configuration);
        if (builder.Configuration.IsExported())
            FollowRequests(builder.Services);
        options.Services(builder.Services);

        var app = builder.Build();
        Map(app, catalog, host, new RequestBodies(RequestBodies.LimitIn(app.Configuration), options.HoldBodies));
        try
        {
            await app.Services.GetRequiredService<DataInventory>().Create(cancellation);
            await app.StartAsync(cancellation);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        return new LocalApp(app, new Uri(baseAddress));
    }

    /// <summary>Until Ctrl-C or SIGTERM.</summary>
    public Task WaitForShutdown() => app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static void AddLogging(ILoggingBuilder logging) => logging
        .AddSimpleConsole(console => console.SingleLine = true)
        .SetMinimumLevel(LogLevel.Warning)
        .AddFilter("WelWee3D", LogLevel.Information);

    private static void AddHost(WebApplicationBuilder builder, int port)
    {
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.ListenLocalhost(port);
        });
        builder.Services.AddRouting();
    }

    // In Azure the Functions host begins the trace of a request; here nobody else does.
    private static void FollowRequests(IServiceCollection services) =>
        services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddSource("Microsoft.AspNetCore"));

    private static void AddLocalServices(
        IServiceCollection services, LocalAppOptions options, FunctionCatalog catalog, HostJson host, string authority)
    {
        services.AddSingleton(catalog);
        services.AddSingleton(host);
        services.AddSingleton(_ =>
        {
            var clock = new MovableClock();
            if (options.Now is { } now)
                clock.MoveTo(now);
            return clock;
        });
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<MovableClock>());
        services.AddSingleton(provider => new Mailbox(provider.GetRequiredService<TimeProvider>(), options.Mailbox));
        services.AddSingleton(provider => new LocalSignIn(authority, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<BlobTriggers>();
        services.AddSingleton<Timers>();
        services.AddHostedService(provider => provider.GetRequiredService<BlobTriggers>());
        if (options.RunTimers)
            services.AddHostedService(provider => provider.GetRequiredService<Timers>());
    }

    private static void Map(WebApplication app, FunctionCatalog catalog, HostJson host, RequestBodies bodies)
    {
        app.KeepToThisMachine();
        app.MapHttpFunctions(catalog, host.RoutePrefix, bodies);
        app.MapAdmin();
        app.MapClock();
        app.Services.GetRequiredService<LocalSignIn>().Map(app);
        app.Services.GetRequiredService<Mailbox>().Map(app);
        // How the parts of the pages look, for whoever works on them: nowhere but here.
        app.MapGet("/local/components", (HttpRequest request, PageAnswers pages) => pages.Page("components.html", request, policies: "lit-html"));
    }

    /// <summary>Asked before anything else: the app's settings hold its address, and a port that is taken is told at once.</summary>
    /// <exception cref="SocketException">It is taken.</exception>
    internal static int FreePort(int wanted)
    {
        using var listener = new TcpListener(IPAddress.Loopback, wanted);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
