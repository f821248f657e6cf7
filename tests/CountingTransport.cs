using Azure.Core;
using Azure.Core.Pipeline;

namespace WelWee3D.Tests;

/// <summary>Counts the requests that go to storage, retries too.</summary>
internal sealed class CountingTransport : HttpPipelineTransport
{
    private static readonly HttpClientTransport Real = HttpClientTransport.Shared;

    private int requests;

    public int Requests => requests;

    public override Request CreateRequest() => Real.CreateRequest();

    public override void Process(HttpMessage message)
    {
        Interlocked.Increment(ref requests);
        Real.Process(message);
    }

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Interlocked.Increment(ref requests);
        return Real.ProcessAsync(message);
    }
}
