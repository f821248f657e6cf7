using System.Diagnostics;

namespace WelWee3D.Tests.Retention.DieAnywhere;

/// <summary>The app in a process of its own, on the storage of a world, at the moment at which that began. It sweeps when it is told to, or runs one function.</summary>
internal sealed class SweepingProcess(Process process) : IAsyncDisposable
{
    private const string Ready = "ready";
    private const string Done = "done";

    public static async Task<SweepingProcess> Start(World world)
    {
        var process = await Begin(world, world.Clock.Start);
        Assert.Equal(Ready, await process.StandardOutput.ReadLineAsync());
        return new(process);
    }

    /// <summary>Runs a timer's function, at the world's moment, in a process that does nothing else.</summary>
    public static async Task Run<TFunction>(World world)
    {
        using var process = await Begin(world, world.Now, typeof(TFunction).FullName!);
        Assert.Equal(Done, await process.StandardOutput.ReadLineAsync());
        await process.WaitForExitAsync();
    }

    private static async Task<Process> Begin(World world, DateTimeOffset at, params string[] more) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(SweepingProcess).Assembly.Location, await world.Storage.ForOthers(), $"{at:O}", .. more])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            // It runs too short to earn what the runtime invests in a faster second minute.
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        })!;

    /// <returns>Whether it came to its end.</returns>
    public async Task<bool> Sweep()
    {
        await process.StandardInput.WriteLineAsync();
        await process.StandardInput.FlushAsync();
        return await process.StandardOutput.ReadLineAsync() == Done;
    }

    public void Kill() => process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    // Of the whole test assembly this is what runs when it is started as a program.
    private static async Task Main(string[] arguments)
    {
        await using var world = World.On(new Account(arguments[0]), DateTimeOffset.Parse(arguments[1], CultureInfo.InvariantCulture));
        if (arguments is [_, _, var function])
        {
            dynamic timer = ActivatorUtilities.CreateInstance(world.Services, typeof(Sweep).Assembly.GetType(function, throwOnError: true)!);
            await timer.Run(new TimerInfo(), CancellationToken.None);
            Console.WriteLine(Done);
            return;
        }
        var sweep = world.Get<Sweep>();
        Console.WriteLine(Ready);
        if (Console.ReadLine() is null)
            return;
        var run = await sweep.Run("sweep", default);
        Console.WriteLine(run.Complete ? Done : "not complete");
    }
}
