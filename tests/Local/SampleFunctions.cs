using System.Collections.Concurrent;
using Azure.Storage.Blobs;

namespace WelWee3D.Tests.Local;

/// <summary>Functions of every kind, for the local host to find in this assembly.</summary>
public sealed class SampleFunctions(SampleCalls calls, TimeProvider clock)
{
    [Function("SampleBinding")]
    public static IResult Bind(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "put", Route = "samples/{id:guid}/{day}/{count}/{name}")] HttpRequest request,
        Guid id, DateOnly day, int count, string name, CancellationToken cancellation) =>
        Results.Json(new { request.Method, id, day, count, name, cancellable = cancellation.CanBeCanceled });

    [Function("SampleInstance")]
    public IResult Instance([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) =>
        Results.Text($"{GetHashCode()}");

    [Function("SampleFailure")]
    public static Task<IResult> Fail([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "samples/failure")] HttpRequest request) =>
        throw new InvalidOperationException("This is for the log only.");

    [Function("SampleBody")]
    public async Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "samples/body")] HttpRequest request)
    {
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        calls.Add("SampleBody", $"{body.Length}");
        return Results.Text($"{body.Length}");
    }

    [Function("SampleBlob")]
    public async Task Blob(
        [BlobTrigger("samples/{orderId}/{name}", Connection = "Scans")] BlobClient blob, string orderId, string name, CancellationToken cancellation)
    {
        var content = await blob.DownloadContentAsync(cancellation);
        calls.Add("SampleBlob", $"{orderId} {name} {content.Value.Content}");
    }

    [Function("SampleStream")]
    public async Task Read([BlobTrigger("samplestreams/{name}.txt", Connection = "Scans")] Stream blob, string name, CancellationToken cancellation)
    {
        using var reader = new StreamReader(blob);
        calls.Add("SampleStream", $"{name} {await reader.ReadToEndAsync(cancellation)}");
    }

    [Function("SamplePoison")]
    public void Choke([BlobTrigger("samplepoison/{name}", Connection = "Scans")] BlobClient blob, string name)
    {
        calls.Add("SamplePoison", name);
        throw new InvalidOperationException($"{name} does not go down.");
    }

    [Function("SampleTimer")]
    public Task Tick([TimerTrigger("0 30 2 * * *")] TimerInfo timer)
    {
        calls.Add("SampleTimer", $"{clock.GetUtcNow():yyyy-MM-dd HH:mm}, next {timer.ScheduleStatus!.Next:yyyy-MM-dd HH:mm}");
        return Task.CompletedTask;
    }

    [Function("SampleBrokenTimer")]
    public static void Break([TimerTrigger("%SampleSchedule%")] TimerInfo timer) => throw new InvalidOperationException("It broke.");
}

/// <summary>What the sample functions were called with.</summary>
public sealed class SampleCalls
{
    private readonly ConcurrentQueue<(string Function, string Call)> calls = [];

    public void Add(string function, string call) => calls.Enqueue((function, call));

    public string[] Of(string function) => [.. calls.Where(one => one.Function == function).Select(one => one.Call)];
}
