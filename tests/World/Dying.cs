using Azure.Core;

namespace WelWee3D.Tests;

/// <summary>Whether the request at which the process dies still takes effect.</summary>
public enum Death
{
    BeforeCall,
    AfterCall,
}

/// <summary>A dead process asks nothing more of storage. The SDK does not try this again: it repeats what the network did.</summary>
internal sealed class ProcessDiedException : Exception;

/// <summary>The end of one instance of the app, at one of its storage calls. What comes after never arrives.</summary>
internal sealed class Dying(int atCall, Death death)
{
    private int calls;
    private Request? last;
    private volatile bool dead;

    public bool HasDied => dead;

    /// <summary>The request at which the process died.</summary>
    public string LastCall { get; private set; } = "none";

    public void Befall(StorageCalls instance) => (instance.Before, instance.After) = (Before, After);

    private Task Before(Request request)
    {
        if (Interlocked.Increment(ref calls) == atCall)
        {
            (last, LastCall) = (request, $"{request.Method} {request.Uri.Path}");
            dead = death == Death.BeforeCall;
        }
        return Live();
    }

    private Task After(Request request)
    {
        if (request == last)
            dead = true;
        return Live();
    }

    private Task Live() => dead ? throw new ProcessDiedException() : Task.CompletedTask;
}
