using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace WelWee3D.Tests.Telemetry;

/// <summary>Telemetry goes where the settings say, and to nowhere without them.</summary>
public sealed class TelemetrySetupTests
{
    private const string Connection = "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=http://127.0.0.1:1/";

    // The exporter would else tell its maker of itself.
    static TelemetrySetupTests() => Environment.SetEnvironmentVariable("APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "true");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public async Task Without_an_address_nothing_is_exported_or_even_set_up(string? nowhere)
    {
        await using var app = App(new() { ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = nowhere, ["OTEL_EXPORTER_OTLP_ENDPOINT"] = nowhere });

        Assert.Null(app.GetService<TracerProvider>());
        Assert.Null(app.GetService<MeterProvider>());
        Assert.NotNull(app.GetService<Measures>());
    }

    [Theory]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", Connection)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1")]
    public async Task With_one_of_them_traces_figures_and_logs_are(string setting, string address)
    {
        await using var app = App(new() { [setting] = address });

        Assert.NotNull(app.GetService<TracerProvider>());
        Assert.NotNull(app.GetService<MeterProvider>());
        Assert.NotNull(app.GetService<LoggerProvider>());
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("Authorization=AAD", true)]
    [InlineData("Authorization=AAD;ClientId=00000000-0000-0000-0000-000000000002", true)]
    [InlineData("Authorization=Other", false)]
    public async Task To_Azure_Monitor_it_goes_as_the_app_s_identity_when_that_is_said(string? signIn, bool isSignedIn)
    {
        await using var app = App(new()
        {
            ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = Connection, ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = signIn,
        });

        var exporter = app.GetRequiredService<IOptions<AzureMonitorExporterOptions>>().Value;

        Assert.Equal((Connection, isSignedIn, true), (exporter.ConnectionString, exporter.Credential is not null, exporter.DisableOfflineStorage));
    }

    [Fact]
    public void In_the_worker_it_goes_to_both_at_once_and_the_Functions_host_is_told_not_to_send_it_again()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.ConfigureFunctionsWebApplication();
        builder.Configuration.AddInMemoryCollection(
        [
            new("Subjects:HmacKey", Convert.ToBase64String(new byte[32])),
            new("APPLICATIONINSIGHTS_CONNECTION_STRING", Connection), new("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1"),
        ]);
        builder.Services.AddWelWee3D(builder.Configuration);
        using var app = builder.Build();

        Assert.NotNull(app.Services.GetService<TracerProvider>());
        Assert.NotNull(app.Services.GetService<MeterProvider>());
        Assert.NotNull(app.Services.GetService<LoggerProvider>());
        Assert.Equal("True", app.Services.GetRequiredService<IOptions<WorkerOptions>>().Value.Capabilities["WorkerOpenTelemetryEnabled"]);
    }

    [Fact]
    public void The_Functions_host_exports_alike_and_logs_no_addresses()
    {
        var host = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "host.json")).Build();

        Assert.Equal("OpenTelemetry", host["telemetryMode"]);
        Assert.Equal("None", host["logging:logLevel:Microsoft.Azure.WebJobs.Script.WebHost.Middleware.SystemTraceMiddleware"]);
    }

    private static ServiceProvider App(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).AddInMemoryCollection(
            [new("Subjects:HmacKey", Convert.ToBase64String(new byte[32]))]).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddWelWee3D(configuration).BuildServiceProvider();
    }
}
