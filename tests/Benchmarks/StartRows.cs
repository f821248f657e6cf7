using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WelWee3D.Local;

namespace WelWee3D.Benchmarks;

/// <summary>
/// From the start of a process to its first answer of 202: the app, on storage that runs already, against an empty web application. Both are
/// this program, started anew.
/// </summary>
internal static class StartRows
{
    public const string App = "start-app";
    public const string Empty = "start-empty";

    public static async Task Add(Table table)
    {
        await using var azurite = await Azurite.Start(folder: null);
        table.Add(await Contest.Run(
            "process start to the first 202", "per s", "an empty web application", 1 / 1.5,
            () => Started(App, azurite.ConnectionString), () => Started(Empty)));
    }

    /// <summary>What the started process does: it tells its address, and answers until its input ends.</summary>
    public static async Task Serve(string what, string? storage)
    {
        if (what == App)
        {
            await using var app = await LocalApp.Start(new LocalAppOptions { Storage = Task.FromResult(storage!), RunTimers = false });
            await UntilClosed(app.BaseAddress);
            return;
        }
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var empty = builder.Build();
        empty.MapPost("/api/contact", () => Results.Accepted());
        await empty.StartAsync();
        await UntilClosed(new(empty.Urls.First()));
    }

    private static async Task UntilClosed(Uri address)
    {
        Console.WriteLine(address);
        await Console.In.ReadToEndAsync();
    }

    private static async Task<double> Started(params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(StartRows).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        using var client = new HttpClient { BaseAddress = new(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("It did not start.")) };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["name"] = "Eva", ["email"] = "eva@example.nl", ["message"] = "Kan ik volgende week langskomen?",
        });
        using var answer = (await client.PostAsync("/api/contact", form)).EnsureSuccessStatusCode();
        var took = watch.Elapsed;
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return 1 / took.TotalSeconds;
    }
}
