using System.CommandLine;
using System.Globalization;

namespace WelWee3D.Local;

/// <summary>What <c>dotnet run --project local</c> takes: without a command it runs the app.</summary>
public static class CommandLine
{
    /// <summary>The exit code of a command line that makes no sense, and of a file that cannot be read: 1 is what a check found wrong.</summary>
    public const int Misused = 2;

    private const int Failed = 1;
    private const int MostMebibytes = 65_535;

    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error)
    {
        var parsed = Commands(output, error).Parse(args);
        var console = new InvocationConfiguration
        {
            Output = output, Error = error, EnableDefaultExceptionHandler = false,
            // The host sees to its own end.
            ProcessTerminationTimeout = null,
        };
        try
        {
            var code = await parsed.InvokeAsync(console);
            return parsed.Errors.Count > 0 ? Misused : code;
        }
        // What a person can do something about is told in a sentence.
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException or FormatException)
        {
            await error.WriteLineAsync(failed.Message);
            return Failed;
        }
    }

    private static RootCommand Commands(TextWriter output, TextWriter error)
    {
        var usual = Options.Default;
        var port = new Option<int>("--port") { Description = "The port on this machine.", DefaultValueFactory = _ => usual.Port, Recursive = true };
        port.Validators.Add(result => Within(result, port, 65_535));
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder that everything is kept in.", DefaultValueFactory = _ => new(usual.DataFolder) };
        var reset = new Option<bool>("--reset") { Description = "Start anew: deletes what is in that folder, letters too." };
        var storage = new Option<string?>("--storage") { Description = "The connection string of an emulator that runs already." };
        var hold = new Option<bool>("--hold-bodies") { Description = "Take a body in whole before a function sees it, as the Functions host does." };
        var demo = new Option<bool>("--demo") { Description = "Start anew with thirty made-up clients, in a folder of their own unless --data names one." };
        var root = new RootCommand("Runs Wel & Wee 3D on this machine.") { port, data, reset, storage, hold, demo };
        root.SetAction((parsed, _) => HostCommand.Run(
            new(parsed.GetValue(port), DataOf(parsed), parsed.GetValue(reset) || parsed.GetValue(demo), parsed.GetValue(storage), parsed.GetValue(hold), parsed.GetValue(demo)), output, error));
        root.Subcommands.Add(Upload(port, output, error));
        root.Subcommands.Add(Verify(output, error));
        root.Subcommands.Add(Sample(output));
        root.Subcommands.Add(CopyTables(output, error));
        return root;

        // What somebody has tried by hand is not lost to a demonstration.
        string DataOf(ParseResult parsed) => parsed.GetValue(demo) && parsed.GetResult(data) is null or { Implicit: true }
            ? Path.Combine(usual.DataFolder, "demo")
            : parsed.GetValue(data)!.FullName;
    }

    private static Command Upload(Option<int> port, TextWriter output, TextWriter error)
    {
        var file = new Argument<FileInfo>("file") { Description = "A 3D file." };
        var order = new Option<string?>("--order") { Description = "The id of the order whose scan it is; without one an order is opened." };
        var piece = new Option<int?>("--piece") { Description = "MiB in one request; without it what the app asks for." };
        var again = new Option<bool>("--again") { Description = "Have it twice where the order has it already." };
        var consent = new Option<string?>("--consent") { Description = "How the client agreed that her figurine is made of it, if that is not recorded yet: paper, form, mail or phone." };
        consent.AcceptOnlyFromAmong("paper", "form", "mail", "phone");
        var scannedOn = new Option<DateOnly?>("--scanned-on") { Description = "The day on which it was made, such as 2026-11-22; without it today." };
        var app = new Option<Uri?>("--app")
        {
            CustomParser = Address,
            Description = $"The address of the app, where it is not the local host; the environment variable {UploadCommand.TokenVariable} holds an access token of staff.",
        };
        piece.Validators.Add(result => Within(result, piece, MostMebibytes));
        var upload = new Command("upload", "Sends a 3D file to the host that is running, or to an app elsewhere, and shows what the app made of it.") { file, order, piece, again, consent, scannedOn, app };
        upload.SetAction((parsed, cancellation) => UploadCommand.Run(
            new(parsed.GetValue(file)!.FullName, parsed.GetValue(port), parsed.GetValue(order), parsed.GetValue(piece) is { } mebibytes ? (long)mebibytes << 20 : null, parsed.GetValue(again), parsed.GetValue(consent),
                parsed.GetValue(scannedOn), parsed.GetValue(app)),
            output, error, cancellation));
        return upload;
    }

    private static Command Verify(TextWriter output, TextWriter error)
    {
        var file = new Argument<FileInfo>("file") { Description = "Certificates, as the app answered." };
        var newest = new Option<string?>("--newest") { Description = "The hash of the newest certificate, as it was noted before." };
        var verify = new Command("verify", "Recomputes the chain of certificates from a file alone. Ends with 0 when it holds, 1 when it is broken.") { file, newest };
        verify.SetAction((parsed, _) => VerifyCommand.Run(parsed.GetValue(file)!.FullName, parsed.GetValue(newest), output, error));
        return verify;
    }

    private static Command Sample(TextWriter output)
    {
        var file = new Argument<FileInfo>("file") { Description = "Where to write it.", DefaultValueFactory = _ => new("sample.stl") };
        var sample = new Command("sample", "Writes a small scan of nobody, to try with.") { file };
        sample.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(file)!.FullName;
            await File.WriteAllBytesAsync(path, SampleScan.Binary(), cancellation);
            await output.WriteLineAsync(path);
        });
        return sample;
    }

    private static Command CopyTables(TextWriter output, TextWriter error)
    {
        var from = new Argument<string>("from") { Description = "The address of the tables of an account, such as https://NAME.table.core.windows.net." };
        var to = new Argument<string>("to") { Description = "That of the account which they are copied into." };
        var copy = new Command("copy-tables", "Copies the tables of one storage account into another, as who is signed in to the Azure CLI.") { from, to };
        copy.SetAction((parsed, cancellation) => CopyTablesCommand.Run(parsed.GetValue(from)!, parsed.GetValue(to)!, output, error, cancellation));
        return copy;
    }

    private static Uri? Address(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address))
            return address;
        result.AddError("--app must be an address, such as https://welwee.example.nl.");
        return null;
    }

    private static void Within(System.CommandLine.Parsing.OptionResult result, Option option, int most)
    {
        if (result.Tokens is [{ Value: var text }] && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && (number < 1 || number > most))
            result.AddError($"{option.Name} must be from 1 to {most}.");
    }
}
