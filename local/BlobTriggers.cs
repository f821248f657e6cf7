using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WelWee3D.Storage;

namespace WelWee3D.Local;

/// <summary>Offers every committed version of a blob to its function once; one that fails too often goes to the poison list.</summary>
internal sealed partial class BlobTriggers(
    FunctionCatalog catalog,
    HostJson host,
    IConfiguration configuration,
    IServiceProvider services,
    TimeProvider clock,
    ILogger<BlobTriggers> log) : BackgroundService
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentQueue<PoisonBlob> poison = [];
    private readonly ConcurrentDictionary<string, int> failures = [];

    /// <summary>Newest first.</summary>
    public IEnumerable<PoisonBlob> Poison => poison.Reverse();

    /// <summary>Runs a blob function on one blob, whether it ran before or not.</summary>
    /// <exception cref="ArgumentException">The path does not fit the function's trigger.</exception>
    public async Task Run(LocalFunction function, string path, CancellationToken cancellation)
    {
        var trigger = (BlobTriggerAttribute)function.Trigger;
        var pattern = new BlobPattern(trigger.BlobPath);
        var name = path.StartsWith($"{pattern.Container}/", StringComparison.Ordinal) ? path[(pattern.Container.Length + 1)..] : "";
        if (pattern.Match(name) is not { } tokens)
            throw new ArgumentException($"The path does not fit {trigger.BlobPath}.", nameof(path));
        await Call(function, Account(trigger).GetBlobContainerClient(pattern.Container).GetBlobClient(name), tokens, cancellation);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(catalog.With<BlobTriggerAttribute>().Select(f => Watch(f.Function, f.Trigger, stoppingToken)));

    private async Task Watch(LocalFunction function, BlobTriggerAttribute trigger, CancellationToken stopping)
    {
        var pattern = new BlobPattern(trigger.BlobPath);
        var container = Account(trigger).GetBlobContainerClient(pattern.Container);
        var polls = new ParallelOptions { MaxDegreeOfParallelism = host.BlobsAtOnce, CancellationToken = stopping };
        BlobReceipts? receipts = null;
        var isAway = false;
        using var timer = new PeriodicTimer(PollEvery);
        do
        {
            try
            {
                var had = receipts ??= await BlobReceipts.Open(Account("AzureWebJobsStorage"), function.Name, stopping);
                await Parallel.ForEachAsync(New(container, pattern, had, stopping), polls,
                    async (blob, cancellation) => await Offer(function, container, blob, pattern.Match(blob.Name)!, had, cancellation));
                isAway = false;
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                // Storage is away for a while: told once. What has come meanwhile is found when it is back.
                if (!isAway)
                    CannotLook(failure, function.Name);
                isAway = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    private static async IAsyncEnumerable<BlobItem> New(
        BlobContainerClient container, BlobPattern pattern, BlobReceipts receipts,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!await container.ExistsAsync(cancellation))
            yield break;
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, pattern.Prefix, cancellation))
        {
            if (pattern.Match(blob.Name) is not null && !receipts.Has(container.Name, blob))
                yield return blob;
        }
    }

    private async Task Offer(
        LocalFunction function, BlobContainerClient container, BlobItem blob,
        IReadOnlyDictionary<string, string> tokens, BlobReceipts receipts, CancellationToken cancellation)
    {
        var attempt = $"{function.Name} {container.Name}/{blob.Name} {blob.Properties.ETag}";
        try
        {
            await Call(function, container.GetBlobClient(blob.Name), tokens, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            var tries = failures.AddOrUpdate(attempt, 1, (_, before) => before + 1);
            Failed(failure, function.Name, tries, host.PoisonBlobThreshold);
            if (tries < host.PoisonBlobThreshold)
                return;
            poison.Enqueue(new PoisonBlob(function.Name, $"{container.Name}/{blob.Name}", failure.Message, clock.GetUtcNow()));
        }
        failures.TryRemove(attempt, out _);
        await receipts.Add(container.Name, blob, cancellation);
    }

    private async Task Call(
        LocalFunction function, BlobClient blob, IReadOnlyDictionary<string, string> tokens, CancellationToken cancellation) =>
        await function.Call(services, (type, ct) => Input(blob, type, ct), tokens, cancellation);

    private static async Task<object> Input(BlobClient blob, Type type, CancellationToken cancellation) =>
        type == typeof(BlobClient) ? blob
        : type == typeof(Stream) ? await blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellation)
        : throw new NotSupportedException($"A blob trigger does not bind to {type.Name} here.");

    private BlobServiceClient Account(BlobTriggerAttribute trigger) => Account(trigger.Connection ?? "AzureWebJobsStorage");

    // What fails is tried again with the next look.
    private BlobServiceClient Account(string connection) =>
        new(configuration[connection], new BlobClientOptions { Retry = { MaxRetries = 1, Delay = PollEvery } });

    [LoggerMessage(LogLevel.Warning, "Could not look for what is new to {Function}: going on.")]
    private partial void CannotLook(Exception failure, [Operational] string function);

    [LoggerMessage(LogLevel.Error, "{Function} failed on a blob, try {Attempt} of {Attempts}.")]
    private partial void Failed(Exception failure, [Operational] string function, [Operational] int attempt, [Operational] int attempts);
}

/// <summary>A blob that its function could not handle.</summary>
public sealed record PoisonBlob(string Function, string Path, string Error, DateTimeOffset At);
