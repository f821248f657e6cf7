using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;

namespace WelWee3D.Tests.Local;

/// <summary>The local host when its emulator goes away for a while.</summary>
public sealed class StorageAwayTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Blobs_are_offered_again_when_storage_is_back()
    {
        var azurite = await Azurite.Start(folder.FullName);
        var (connection, ports) = (azurite.ConnectionString, new AzuritePorts(azurite.BlobEndpoint.Port, azurite.QueueEndpoint.Port, azurite.TableEndpoint.Port));
        var container = new BlobContainerClient(connection, "samples");
        await container.CreateAsync();
        var (calls, lines) = (new SampleCalls(), new Lines());
        await using var app = await LocalApp.Start(new LocalAppOptions
        {
            Storage = Task.FromResult(connection),
            Functions = typeof(SampleFunctions).Assembly,
            RunTimers = false,
            Settings = new Dictionary<string, string?> { ["SampleSchedule"] = "0 0 0 1 1 *" },
            Services = services => services.AddSingleton(calls).AddSingleton<ILoggerProvider>(lines),
        });

        await azurite.DisposeAsync();
        await Eventually.True(() => lines.Said.Any(line => line.Contains("SampleBlob: going on", StringComparison.Ordinal)));
        await using var again = await Azurite.Start(folder.FullName, ports);
        await container.UploadBlobAsync("order/after", BinaryData.FromString("content"));

        await Eventually.True(() => calls.Of("SampleBlob") is ["order after content"]);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Said { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Said.Enqueue(formatter(state, exception));

        public void Dispose() { }
    }
}
