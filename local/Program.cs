using System.Net.Sockets;
using WelWee3D.Local;

if (args is ["verify", .. var rest])
    return await VerifyCommand.Run(rest, Console.Out, Console.Error);
if (args is ["upload", .. var upload])
    return await UploadCommand.Run(upload, Console.Out, Console.Error);

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    Console.Error.WriteLine(VerifyCommand.Usage);
    return 1;
}

var data = new DataFolder(options.DataFolder);
if (options.Reset)
    data.Reset();

// The emulator takes longest to start: the host is made meanwhile.
var starting = options.Storage is null
    ? Task.Run(() => Azurite.Start(data.Storage, AzuritePorts.Usual, CancellationToken.None))
    : null;
try
{
    await using var app = await LocalApp.Start(new LocalAppOptions
    {
        Port = options.Port,
        Storage = starting is null ? Task.FromResult(options.Storage!) : ConnectionString(starting),
        HoldBodies = options.HoldBodies,
        Settings = new Dictionary<string, string?> { ["Subjects:HmacKey"] = data.SubjectsKey() },
    });
    Console.WriteLine(Welcome.To(app.BaseAddress, options.DataFolder));
    await app.WaitForShutdown();
    return 0;
}
catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
{
    Console.Error.WriteLine($"Port {options.Port} is taken. Choose another one with --port.");
    return 1;
}
catch (InvalidOperationException failed) when (starting is { IsFaulted: true })
{
    Console.Error.WriteLine(failed.Message);
    return 1;
}
finally
{
    await ((Task?)starting ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    if (starting is { IsCompletedSuccessfully: true })
        await starting.Result.DisposeAsync();
}

static async Task<string> ConnectionString(Task<Azurite> starting) => (await starting).ConnectionString;
