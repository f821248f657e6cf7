using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace WelWee3D.Tests.Retention;

/// <summary>Counts the storage calls, and lets a test do something before and after each.</summary>
internal sealed class WatchedTransport : HttpPipelineTransport
{
    private static readonly HttpClientTransport Real = HttpClientTransport.Shared;

    private static readonly string[] Tables = [.. StorageSetup.RecordTables, .. StorageSetup.LedgerTables];

    private readonly HashSet<string> written = [];
    private long calls;

    public long Calls => Interlocked.Read(ref calls);

    public Func<Request, Task> Before { get; set; } = _ => Task.CompletedTask;

    public Func<Request, Task> After { get; set; } = _ => Task.CompletedTask;

    public override Request CreateRequest() => Real.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        Interlocked.Increment(ref calls);
        await Before(message.Request);
        await Real.ProcessAsync(message);
        if (message.Request.Method != RequestMethod.Get)
            Note(message.Request);
        await After(message.Request);
    }

    /// <summary>The tables and containers that were written to since this was last asked.</summary>
    public IReadOnlyCollection<string> TakeWritten()
    {
        lock (written)
        {
            string[] taken = [.. written];
            written.Clear();
            return taken;
        }
    }

    // The path is the account, and a table with or without keys, or a container and a blob. A batch names its table inside.
    private void Note(Request request)
    {
        var name = request.Uri.ToUri().AbsolutePath.Split('/', '(')[2];
        var names = name == "$batch" ? NamedIn(request.Content!) : [name];
        lock (written)
            written.UnionWith(names);
    }

    private static IEnumerable<string> NamedIn(RequestContent batch)
    {
        using var body = new MemoryStream();
        batch.WriteTo(body, CancellationToken.None);
        var text = Encoding.UTF8.GetString(body.GetBuffer().AsSpan(0, (int)body.Length));
        return Tables.Where(table => text.Contains($"/{table}", StringComparison.Ordinal));
    }
}
