using System.Text.Json;
using Microsoft.Playwright;
using WelWee3D.Local;

namespace WelWee3D.Tests.Browser;

/// <summary>The browser that is there; where there is none, the one that comes in an npm package. Nothing else is downloaded.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    public static readonly NodePackages Packages = new(typeof(Chromium).Assembly);

    /// <summary>By <c>PACKED_BROWSER=1</c> the one of the package, also where another is there.</summary>
    public static async Task<IBrowser> Start(IPlaywright playwright)
    {
        await Packages.Install(default);
        var there = Environment.GetEnvironmentVariable("PACKED_BROWSER") == "1" ? null : Installed();
        var (path, environment) = there is null ? await Packed() : (there, new Dictionary<string, string>());
        foreach (System.Collections.DictionaryEntry each in Environment.GetEnvironmentVariables())
            environment.TryAdd((string)each.Key, (string)each.Value!);
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"], Env = environment });
    }

    private static string? Installed() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names, Path.Combine).FirstOrDefault(File.Exists);

    private static async Task<(string Path, Dictionary<string, string> Environment)> Packed()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Packages.Folder, "node_modules", ".chromium")).FullName;
        var command = Packages.Command("node", [Path.Combine("Browser", "chromium.mjs")]);
        command.Environment["TMPDIR"] = folder;
        using var node = NodePackages.Run(command);
        node.StandardInput.Close();
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        var unpacked = JsonSerializer.Deserialize<JsonElement>(output);
        return (unpacked.GetProperty("browser").GetString()!, unpacked.GetProperty("environment").Deserialize<Dictionary<string, string>>()!);
    }
}
