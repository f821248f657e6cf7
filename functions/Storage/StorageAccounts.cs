using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace WelWee3D.Storage;

/// <summary>The clients of the <see cref="Accounts"/>.</summary>
/// <param name="transport">For tests that count storage calls or let them fail; otherwise null.</param>
public sealed class StorageAccounts(IConfiguration configuration, HttpPipelineTransport? transport = null)
{
    private readonly Lazy<DefaultAzureCredential> credential = new(() => new());

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
}
