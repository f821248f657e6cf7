using Azure.Core;
using Azure.Core.Pipeline;

namespace WelWee3D.Tests.Retention.DieAnywhere;

/// <summary>Whether the request at which the process dies still takes effect.</summary>
public enum Death
{
    BeforeCall,
    AfterCall,
}

/// <summary>A dead process asks nothing more of storage. The SDK does not try this again: it repeats what the network did.</summary>
internal sealed class ProcessDiedException : Exception;

/// <summary>Carries the calls of one process to storage, until the one at which it dies. What comes after never arrives.</summary>
internal sealed class DyingTransport(int atCall, Death death) : HttpPipelineTransport
{
    private int calls;
    private volatile bool dead;

    public bool HasDied => dead;

    /// <summary>The request at which the process died.</summary>
    public string LastCall { get; private set; } = "none";

    public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The app waits for nothing.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var isLast = Interlocked.Increment(ref calls) == atCall;
        if (isLast)
            LastCall = $"{message.Request.Method} {message.Request.Uri.Path}";
        if (isLast && death == Death.BeforeCall)
            dead = true;
        if (dead)
            throw new ProcessDiedException();

        await HttpClientTransport.Shared.ProcessAsync(message);
        if (isLast)
            dead = true;
        if (dead)
            throw new ProcessDiedException();
    }
}
