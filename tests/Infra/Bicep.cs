using System.Diagnostics;
using System.Reflection;

namespace WelWee3D.Tests.Infra;

/// <summary>What a run of the compiler answered.</summary>
internal sealed record BicepAnswer(int ExitCode, string Output, string Findings)
{
    public bool IsClean => ExitCode == 0 && Findings.Length == 0;
}

/// <summary>The Bicep compiler that came with the packages; where there is none for the system, that of the path.</summary>
internal static class Bicep
{
    private static readonly string Compiler = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(each => each.Key == "BicepFolder")
        .SelectMany(each => Directory.Exists(each.Value) ? Directory.GetFiles(each.Value!, "bicep*").Where(IsProgram) : [])
        .FirstOrDefault("bicep");

    public static string Folder { get; } = Path.Combine(Source.Root, "infra");

    public static async Task<BicepAnswer> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Compiler, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // What stands beside each value in a parameter file counts, not what this machine happens to have set.
        foreach (var name in start.Environment.Keys.Where(name => name is not ("PATH" or "HOME" or "TMPDIR" or "TEMP" or "SystemRoot" or "USERPROFILE")).ToArray())
            start.Environment.Remove(name);
        using var bicep = Process.Start(start)!;
        var output = bicep.StandardOutput.ReadToEndAsync();
        var findings = await bicep.StandardError.ReadToEndAsync();
        await bicep.WaitForExitAsync();
        return new(bicep.ExitCode, await output, findings);
    }

    private static bool IsProgram(string file) => Path.GetFileName(file) is "bicep" or "bicep.exe";
}
