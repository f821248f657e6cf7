using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace WelWee3D.Tests.Telemetry;

/// <summary>Where telemetry goes, as OTLP over HTTP: keeps what it is sent as it came, in which text can be searched.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Signal, string Text)> received = [];

    private Collector(WebApplication app)
    {
        this.app = app;
        app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            // A letter for each byte: text in it stays, and so does a trace id.
            received.Enqueue((signal, string.Concat(body.ToArray().Select(each => (char)each))));
            return Results.Bytes([], "application/x-protobuf");
        });
    }

    public string Address => app.Urls.Single();

    public static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        await collector.app.StartAsync();
        return collector;
    }

    /// <param name="signal">traces, metrics or logs.</param>
    public string Of(string signal) => string.Concat(received.Where(each => each.Signal == signal).Select(each => each.Text));

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
