using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Retention;
using WelWee3D.Storage;

namespace WelWee3D.Local;

/// <summary>Runs the app on this machine, until it is stopped.</summary>
public static class HostCommand
{
    public static async Task<int> Run(Options options, TextWriter output, TextWriter error)
    {
        var data = new DataFolder(options.DataFolder);
        try
        {
            // A start that is refused leaves the data alone: it may be that of a host that is running.
            LocalApp.FreePort(options.Port);
            if (options.Reset)
                data.Reset();
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return Refuse($"Port {options.Port} is taken. Choose another one with --port.", error);
        }
        catch (SocketException refused)
        {
            return Refuse($"Port {options.Port} cannot be had: {refused.Message}. Choose another one with --port.", error);
        }
        catch (DataInUseException inUse)
        {
            return Refuse(inUse.Message, error);
        }
        return await Run(options, data, output, error);
    }

    private static async Task<int> Run(Options options, DataFolder data, TextWriter output, TextWriter error)
    {
        if (options.Storage is null)
            output.WriteLine("Starting the storage emulator and the app.");
        // The emulator takes longest to start: the host is made meanwhile.
        var starting = options.Storage is null
            ? Task.Run(() => Azurite.Start(data.Storage, AzuritePorts.Beside(options.Port), CancellationToken.None))
            : null;
        try
        {
            // The emulator takes its folder itself; beside storage elsewhere key and mailbox are in use all the same.
            await using var taken = options.Storage is null ? null : Azurite.Take(data.Storage);
            await using var app = await LocalApp.Start(new LocalAppOptions
            {
                Port = options.Port,
                Storage = starting is null ? Task.FromResult(options.Storage!) : ConnectionString(starting),
                HoldBodies = options.HoldBodies,
                Mailbox = data.Mailbox,
                Settings = new Dictionary<string, string?> { ["Subjects:HmacKey"] = data.SubjectsKey() },
            });
            if (options.Demo)
            {
                output.WriteLine("Making up thirty clients; this takes a minute.");
                await Demo.Fill(app);
            }
            output.WriteLine(Welcome.To(app.BaseAddress, options.DataFolder, app.Clock.Today(), await PutBack(app)));
            await app.WaitForShutdown();
            return 0;
        }
        catch (DataInUseException inUse)
        {
            return Refuse(inUse.Message, error);
        }
        catch (InvalidOperationException failed) when (starting is { IsFaulted: true })
        {
            return Refuse(failed.Message, error);
        }
        finally
        {
            await ((Task?)starting ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (starting is { IsCompletedSuccessfully: true })
                await starting.Result.DisposeAsync();
        }
    }

    /// <summary>A start puts the clock at that of this machine. Where it had been moved, that is a move too, and is meant.</summary>
    /// <returns>The day of the last sweep before, if the clock was moved.</returns>
    private static async Task<DateOnly?> PutBack(LocalApp app)
    {
        var (last, today) = (app.Services.GetRequiredService<LastSweep>(), app.Clock.Today());
        var status = await last.Find(CancellationToken.None);
        if (!last.IsDoubtful(today, status))
            return null;
        await last.Confirm(today, "local clock", CancellationToken.None);
        return status!.Day;
    }

    private static int Refuse(string why, TextWriter error)
    {
        error.WriteLine(why);
        return 1;
    }

    private static async Task<string> ConnectionString(Task<Azurite> starting) => (await starting).ConnectionString;
}
