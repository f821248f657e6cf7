using System.Diagnostics;

namespace WelWee3D.Tests.Infra;

/// <summary>What a script answered.</summary>
internal sealed record ScriptAnswer(int ExitCode, string Output, string Errors);

/// <summary>
/// Runs a script of <c>infra/</c> with an <c>az</c> and an <c>azd</c> that only write down what they are asked, and answer as the
/// test says: cases of a shell, in which files of the folder <c>$STATE</c> remember what was made.
/// </summary>
internal sealed class FakeAzure : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("welwee3d-azure-");

    public FakeAzure(string cases)
    {
        Program("az", cases);
        Program("azd", "");
        Program("sleep", "");
    }

    public IReadOnlyList<string> Calls => File.Exists(Log) ? File.ReadAllLines(Log) : [];

    /// <summary>The bodies that were sent.</summary>
    public IReadOnlyList<string> Bodies => [.. folder.GetFiles("body*").Select(file => File.ReadAllText(file.FullName)).Order(StringComparer.Ordinal)];

    private string Log => Path.Combine(folder.FullName, "calls");

    public async Task<ScriptAnswer> Run(string script, Dictionary<string, string>? settings = null, params string[] arguments)
    {
        var start = new ProcessStartInfo("sh", [Path.Combine(Bicep.Folder, script), .. arguments])
        {
            WorkingDirectory = Source.Root, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{folder.FullName}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["STATE"] = folder.FullName;
        foreach (var (name, value) in settings ?? [])
            start.Environment[name] = value;
        using var running = Process.Start(start)!;
        running.StandardInput.Close();
        var errors = running.StandardError.ReadToEndAsync();
        var output = await running.StandardOutput.ReadToEndAsync();
        await running.WaitForExitAsync();
        return new(running.ExitCode, output, await errors);
    }

    public void Dispose() => folder.Delete(recursive: true);

    // The body of a request is in a file whose name is its last argument but two: it is kept, for the script deletes it.
    private void Program(string name, string cases)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, $"""
            #!/bin/sh
            echo "{name} $*" | tr '\n' ' ' >> "$STATE/calls"
            echo >> "$STATE/calls"
            for each in "$@"; do
              case "$each" in @*) cp "$(echo "$each" | cut -c2-)" "$STATE/body$(ls "$STATE" | wc -l)" ;; esac
            done
            case "$*" in
            {cases}
            esac
            """.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
