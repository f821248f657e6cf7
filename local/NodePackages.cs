using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;

namespace WelWee3D.Local;

/// <summary>The npm packages in a project's folder, installed as its lock file says.</summary>
public sealed class NodePackages(Assembly project)
{
    /// <summary>Those of this project.</summary>
    public static NodePackages Local { get; } = new(typeof(NodePackages).Assembly);

    /// <summary>The build writes down where the project is: its assembly may run from elsewhere.</summary>
    public string Folder { get; } = project
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ProjectDirectory").Value!;

    /// <summary>Does nothing when the packages are there and the lock file is still the one they came from.</summary>
    public async Task Install(CancellationToken cancellation)
    {
        var wanted = Convert.ToHexString(SHA256.HashData(
            await File.ReadAllBytesAsync(Path.Combine(Folder, "package-lock.json"), cancellation)));
        // npm empties node_modules first, so that an installation cut short leaves no stamp.
        var stamp = Path.Combine(Folder, "node_modules", ".installed");
        if (await IsInstalled())
            return;

        await using var turn = await TakeTurn(cancellation);
        if (await IsInstalled())
            return;
        await Console.Error.WriteLineAsync($"Installing the npm packages of {Folder}; this happens once.");
        await RunNpm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cancellation);
        await File.WriteAllTextAsync(stamp, wanted, cancellation);

        async Task<bool> IsInstalled() =>
            File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellation) == wanted;
    }

    public ProcessStartInfo Command(string name, IEnumerable<string> arguments) => new(name, arguments)
    {
        WorkingDirectory = Folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    public static Process Run(ProcessStartInfo command)
    {
        try
        {
            return Process.Start(command)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"'{command.FileName}' does not start: Node.js 20 or later, with npm, must be on the PATH.", missing);
        }
    }

    /// <summary>One process installs; others wait until it is done.</summary>
    private async Task<FileStream> TakeTurn(CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.Combine(Folder, "obj"));
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(Folder, "obj", "npm.lock"),
                    FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
            }
        }
    }

    private async Task RunNpm(string[] arguments, CancellationToken cancellation)
    {
        using var npm = Run(Command(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", arguments));
        try
        {
            npm.StandardInput.Close();
            var output = npm.StandardOutput.ReadToEndAsync(cancellation);
            var errors = await npm.StandardError.ReadToEndAsync(cancellation);
            await npm.WaitForExitAsync(cancellation);
            if (npm.ExitCode != 0)
                throw new InvalidOperationException(
                    $"npm {string.Join(' ', arguments)} failed in {Folder}:\n{errors}{await output}");
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            throw;
        }
    }
}
