using Azure.Core;
using Azure.Core.Pipeline;

namespace WelWee3D.Tests;

/// <summary>Carries the storage calls of one instance of the app: counts them, and lets a test do something before and after each.</summary>
public sealed class StorageCalls(Account storage, SoftDelete? softDelete = null) : HttpPipelineTransport
{
    private int count;

    /// <summary>How many there were, repeated ones too.</summary>
    public int Count => count;

    /// <summary>What throws here keeps the call from being made.</summary>
    public Func<Request, Task> Before { get; set; } = Nothing;

    /// <summary>What throws here loses the answer.</summary>
    public Func<Request, Task> After { get; set; } = Nothing;

    /// <summary>Calls that get no answer, until whoever asked gives up.</summary>
    public Func<Request, bool> Hangs { get; set; } = _ => false;

    public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("The app waits for nothing.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        Interlocked.Increment(ref count);
        await Before(message.Request);
        if (Hangs(message.Request))
            await Task.Delay(Timeout.Infinite, message.CancellationToken);
        var place = message.Request.Place();
        await storage.Late.MakeFor(place);
        try
        {
            await Send(message);
        }
        finally
        {
            storage.Written.Note(message.Request, place);
        }
        if (message.Response.ContentStream is { } body)
            message.Response.ContentStream = Body(message.Request, body);
        await After(message.Request);
    }

    /// <summary>What comes of the body of an answer.</summary>
    public Func<Request, Stream, Stream> Body { get; set; } = Whole;

    /// <summary>From now on the test does nothing at a call any more.</summary>
    public void LetBe() => (Before, After, Hangs, Body) = (Nothing, Nothing, _ => false, Whole);

    private async Task Send(HttpMessage message)
    {
        if (softDelete is null)
            await HttpClientTransport.Shared.ProcessAsync(message);
        else
            await softDelete.Send(message, async () => await HttpClientTransport.Shared.ProcessAsync(message));
    }

    private static Stream Whole(Request request, Stream body) => body;

    private static Task Nothing(Request request) => Task.CompletedTask;
}
