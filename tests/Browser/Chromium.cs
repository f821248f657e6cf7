using Microsoft.Playwright;

namespace WelWee3D.Tests.Browser;

/// <summary>
/// The browser that comes in an npm package, the same wherever the tests run; by <c>BROWSER</c> the one at that path. One for
/// the whole run, which ends with the test process: visitors keep apart by their contexts.
/// </summary>
internal static class Chromium
{
    private static readonly Lazy<Task<IBrowser>> Running = new(Start);

    public static readonly NodePackages Packages = new(typeof(Chromium).Assembly);

    public static Task<IBrowser> Browser => Running.Value;

    private static async Task<IBrowser> Start()
    {
        await Packages.Install(default);
        var (path, environment) = Environment.GetEnvironmentVariable("BROWSER") is { Length: > 0 } other ? (other, []) : await Packed();
        foreach (System.Collections.DictionaryEntry each in Environment.GetEnvironmentVariables())
            environment.TryAdd((string)each.Key, (string)each.Value!);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"], Env = environment });
    }

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
