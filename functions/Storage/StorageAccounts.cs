using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace WelWee3D.Storage;

/// <summary>The clients of the <see cref="Accounts"/>.</summary>
/// <param name="transport">For tests that count storage calls or let them fail; otherwise null.</param>
/// <param name="signedIn">For tests of what needs an identity; otherwise null, and the app's own.</param>
public sealed class StorageAccounts(
    IConfiguration configuration, HttpPipelineTransport? transport = null, TokenCredential? signedIn = null)
{
    public const string ManagementAddress = "https://management.azure.com";

    private readonly Lazy<TokenCredential> credential = new(() => signedIn ?? new DefaultAzureCredential());

    // People wait for the answer: with one try more, storage that hangs is reported within ten seconds.
    private readonly TimeSpan patience = configuration.GetValue("Storage:Patience", TimeSpan.FromSeconds(3));

    public TableServiceClient Tables(string connection)
    {
        var options = new TableClientOptions();
        Bound(options);
        return configuration[connection] is { Length: > 0 } text
            ? new TableServiceClient(text, options)
            : new TableServiceClient(Endpoint(connection, "tableServiceUri"), credential.Value, options);
    }

    public BlobServiceClient Blobs(string connection)
    {
        // The version that every emulator and every region of today answers.
        var options = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2023_01_03);
        Bound(options);
        options.AddPolicy(new TransferPatience(), HttpPipelinePosition.PerCall);
        return configuration[connection] is { Length: > 0 } text
            ? new BlobServiceClient(text, options)
            : new BlobServiceClient(Endpoint(connection, "blobServiceUri"), credential.Value, options);
    }

    public QueueServiceClient Queues(string connection)
    {
        var options = new QueueClientOptions();
        Bound(options);
        return configuration[connection] is { Length: > 0 } text
            ? new QueueServiceClient(text, options)
            : new QueueServiceClient(Endpoint(connection, "queueServiceUri"), credential.Value, options);
    }

    /// <summary>To ask how the accounts are set up, as the app's own identity.</summary>
    public HttpPipeline Management()
    {
        var options = new ManagementOptions();
        Bound(options);
        return HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential.Value, $"{ManagementAddress}/.default"));
    }

    /// <summary>A connection string is for the emulator only.</summary>
    public bool IsEmulator(string connection) => configuration[connection] is { Length: > 0 };

    private Uri Endpoint(string connection, string name) =>
        new(configuration[$"{connection}:{name}"]
            ?? throw new InvalidOperationException($"Setting {connection}, or {connection}:{name}, is missing."));

    private void Bound(ClientOptions options)
    {
        options.Retry.MaxRetries = 1;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        options.Retry.NetworkTimeout = patience;
        if (transport is not null)
            options.Transport = transport;
    }

    private sealed class ManagementOptions : ClientOptions;
}
