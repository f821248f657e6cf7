using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Local;
using WelWee3D.Tests.Staff;

namespace WelWee3D.Tests.Retention.DieAnywhere;

/// <summary>Storage that outlives the app, and the app to be started on it as often as it dies.</summary>
public sealed class MortalApp : IAsyncLifetime
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);

    private readonly SetClock clock = new(Start);
    private Azurite azurite = null!;
    private int names;
    private Issuer issuer = null!;
    private StaffTokens tokens = null!;

    public IConfiguration Settings { get; private set; } = null!;

    public TableServiceClient Tables { get; private set; } = null!;

    public BlobContainerClient Scans { get; private set; } = null!;

    public BlobContainerClient Exports { get; private set; } = null!;

    public DateOnly Today => clock.Today();

    public async Task InitializeAsync()
    {
        azurite = await Azurite.Start(folder: null);
        issuer = await Issuer.Start();
        tokens = new(Microsoft.Extensions.Options.Options.Create(issuer.Options()), clock);
        Tables = new(azurite.ConnectionString);
        Scans = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient(ScanBlobs.ContainerName);
        Exports = new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient(ExportPackages.ContainerName);
        Settings = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Records", azurite.ConnectionString), new("Scans", azurite.ConnectionString), new("Ledger", azurite.ConnectionString),
            new("Subjects:HmacKey", Convert.ToBase64String(new byte[32])), new("Contact:PerMinute", "1000000"),
            new("Staff:Authority", issuer.Authority), new("Staff:Audience", Issuer.Audience),
            new("Mail:SendGridKey", "none"), new("Mail:From", "from@example.nl"), new("Mail:Practice", "practice@example.nl"),
        ]).Build();
        await StorageSetup.Create(new StorageAccounts(Settings), default);
    }

    /// <summary>Takes everything away, and starts anew.</summary>
    public async Task Empty()
    {
        foreach (var name in StorageSetup.RecordTables.Concat(StorageSetup.LedgerTables))
            await Task.WhenAll((await StoredState.Rows(this, name))
                .Select(row => Tables.GetTableClient(name).DeleteEntityAsync(row.PartitionKey, row.RowKey)));
        foreach (var container in (BlobContainerClient[])[Scans, Exports])
            await foreach (var blob in container.GetBlobsAsync())
                await container.DeleteBlobIfExistsAsync(blob.Name);
        MoveTo(Start);
    }

    public async Task DisposeAsync()
    {
        await issuer.DisposeAsync();
        await azurite.DisposeAsync();
    }

    public void MoveTo(DateTimeOffset moment) => clock.Move(moment - clock.GetUtcNow());

    public void Wait(TimeSpan time) => clock.Move(time);

    /// <summary>Nobody else has it.</summary>
    public string NewAddress() => $"client{++names}@example.nl";

    /// <summary>Starts the app with nothing in memory.</summary>
    internal Life Live(DyingTransport? transport = null)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(Settings).AddSingleton<TimeProvider>(clock);
        if (transport is not null)
            services.AddSingleton<HttpPipelineTransport>(transport);
        // Who signs in is none of storage's business: the issuer's keys are fetched once.
        services.AddWelWee3D(Settings).AddSingleton(tokens);
        return new(services.BuildServiceProvider(), () => issuer.Token(clock.GetUtcNow(), roles: ["staff", "privacy"]));
    }
}

/// <summary>The app from one start to its end.</summary>
internal sealed class Life(ServiceProvider services, Func<string> token) : IAsyncDisposable
{
    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Sends a request to a function, as a member of staff.</summary>
    public async Task<HttpResponse> Ask<TFunction>(
        Func<TFunction, HttpRequest, Task<IResult>> function, object? json = null, Action<HttpRequest>? compose = null)
    {
        await using var scope = services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Method = HttpMethods.Post;
        context.Request.Headers.Authorization = $"Bearer {token()}";
        if (json is not null)
            Send(context.Request, "application/json", System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(json));
        compose?.Invoke(context.Request);
        var result = await function(ActivatorUtilities.CreateInstance<TFunction>(scope.ServiceProvider), context.Request);
        await result.ExecuteAsync(context);
        return context.Response;
    }

    public static void Send(HttpRequest request, string contentType, byte[] body)
    {
        (request.ContentType, request.ContentLength, request.Body) = (contentType, body.Length, new MemoryStream(body));
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
