using System.Data.Common;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace WelWee3D.Telemetry;

public static class TelemetrySetup
{
    private const string AzureMonitor = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string AzureMonitorSignIn = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Traces, figures and logs go to where the settings say; to nowhere, at no cost, where they say nothing.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMetrics().AddSingleton<Measures>();
        // In a method of its own: what exports is not even loaded where nothing is exported.
        if (configuration.IsExported())
            services.AddExporters(configuration);
        return services;
    }

    public static bool IsExported(this IConfiguration configuration) => configuration.Has(AzureMonitor) || configuration.Has(Collector);

    private static void AddExporters(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry().UseFunctionsWorkerDefaults()
            .WithTracing(traces => traces.AddSource(Traces.SourceName).AddProcessor(new RedactedSpans()))
            .WithMetrics(metrics => metrics.AddMeter(Measures.MeterName))
            .WithLogging(null, logs => logs.IncludeFormattedMessage = true);
        if (configuration.Has(Collector))
            telemetry.UseOtlpExporter();
        if (configuration.Has(AzureMonitor))
            telemetry.UseAzureMonitorExporter(exporter =>
            {
                exporter.ConnectionString = configuration[AzureMonitor];
                exporter.Credential = Credential(configuration[AzureMonitorSignIn]);
                // What cannot be sent is not left on a disk.
                exporter.DisableOfflineStorage = true;
                exporter.EnableLiveMetrics = false;
                // A trace that is left out is not found again; the workspace has a bound of its own.
                exporter.TracesPerSecond = null;
                exporter.SamplingRatio = 1;
            });
    }

    private static bool Has(this IConfiguration configuration, string setting) => !string.IsNullOrWhiteSpace(configuration[setting]);

    /// <param name="signIn">As the Functions host reads it: Authorization=AAD, and of a user-assigned identity its ClientId.</param>
    private static DefaultAzureCredential? Credential(string? signIn)
    {
        var said = new DbConnectionStringBuilder { ConnectionString = signIn };
        return said.TryGetValue("Authorization", out var how) && "AAD".Equals($"{how}", StringComparison.OrdinalIgnoreCase)
            ? new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = said.TryGetValue("ClientId", out var client) ? $"{client}" : null })
            : null;
    }
}
