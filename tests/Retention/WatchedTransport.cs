using Azure.Core;
using Azure.Core.Pipeline;

namespace WelWee3D.Tests.Retention;

/// <summary>Counts the storage calls, and lets a test do something before and after each.</summary>
internal sealed class WatchedTransport : HttpPipelineTransport
{
    private static readonly HttpClientTransport Real = HttpClientTransport.Shared;

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
        await After(message.Request);
    }
}
