using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace WelWee3D.Local;

public sealed class DataInUseException(string folder, Exception taken)
    : InvalidOperationException($"The data in {folder} is in use by another process.", taken);

/// <summary>The storage emulator as a child process: it stops, and saves what it holds, when this process does.</summary>
public sealed partial class Azurite : IAsyncDisposable
{
    // The account and key that every installation of the emulator has.
    private const string Account = "devstoreaccount1";
    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly FileStream? folderLock;
    private readonly ConcurrentDictionary<string, Uri> endpoints = [];
    private readonly ConcurrentQueue<string> errors = [];
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool disposed;

    private Azurite(Process process, FileStream? folderLock)
    {
        this.process = process;
        this.folderLock = folderLock;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Remember(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri BlobEndpoint => endpoints["Blob"];
    public Uri QueueEndpoint => endpoints["Queue"];
    public Uri TableEndpoint => endpoints["Table"];

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
        $"BlobEndpoint={BlobEndpoint};QueueEndpoint={QueueEndpoint};TableEndpoint={TableEndpoint};";

    /// <summary>Answers when all three services listen.</summary>
    /// <param name="folder">Where the data is kept; null keeps it in memory.</param>
    /// <param name="preferred">A port that is taken is replaced by a free one.</param>
    public static async Task<Azurite> Start(
        string? folder, AzuritePorts? preferred = null, CancellationToken cancellation = default)
    {
        await NodePackages.Local.Install(cancellation);
        var folderLock = folder is null ? null : Take(folder);
        try
        {
            var command = NodePackages.Local.Command("node", Arguments(folder, preferred ?? AzuritePorts.Any));
            var azurite = new Azurite(NodePackages.Run(command), folderLock);
            await azurite.UntilReady(cancellation);
            return azurite;
        }
        catch
        {
            folderLock?.Dispose();
            throw;
        }
    }

    /// <summary>Closing the child's input asks it to save and stop.</summary>
    public async ValueTask DisposeAsync()
    {
        if (disposed)
            return;
        disposed = true;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(LongestStop);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
        process.Dispose();
        folderLock?.Dispose();
    }

    private static IEnumerable<string> Arguments(string? folder, AzuritePorts ports) =>
    [
        // A request leaves some hundred kilobytes behind: with more room for what is young, far less of it is moved about.
        "--max-semi-space-size=64",
        Path.Combine(NodePackages.Local.Folder, "azurite-child.cjs"),
        "--silent", "--disableTelemetry", "--skipApiVersionCheck",
        "--blobHost", "127.0.0.1", "--blobPort", FreeOrAny(ports.Blob),
        "--queueHost", "127.0.0.1", "--queuePort", FreeOrAny(ports.Queue),
        "--tableHost", "127.0.0.1", "--tablePort", FreeOrAny(ports.Table),
        .. folder is null ? (string[])["--inMemoryPersistence"] : ["--location", Path.GetFullPath(folder)],
    ];

    private static string FreeOrAny(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return $"{port}";
        }
        catch (SocketException)
        {
            return "0";
        }
    }

    /// <summary>Two emulators on one folder would overwrite each other's data.</summary>
    /// <exception cref="DataInUseException">There is one.</exception>
    public static FileStream Take(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new FileStream(Path.Combine(folder, ".lock"),
                FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new DataInUseException(folder, taken);
        }
    }

    private async Task UntilReady(CancellationToken cancellation)
    {
        try
        {
            var first = await Task.WhenAny(ready.Task, process.WaitForExitAsync(cancellation))
                .WaitAsync(LongestStart, cancellation);
            if (first == ready.Task)
                return;
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
        }
        await process.WaitForExitAsync(CancellationToken.None);
        throw new InvalidOperationException($"Azurite did not start:\n{string.Join('\n', errors)}");
    }

    private void Hear(string? line)
    {
        if (line == "ready")
            ready.SetResult();
        else if (line is not null && Listening().Match(line) is { Success: true } listening)
            endpoints[listening.Groups["service"].Value] = new Uri($"{listening.Groups["address"]}/{Account}");
    }

    private void Remember(string? line)
    {
        if (line is null)
            return;
        errors.Enqueue(line);
        if (errors.Count > 100)
            errors.TryDequeue(out _);
    }

    [GeneratedRegex("^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://.+)$")]
    private static partial Regex Listening();
}
