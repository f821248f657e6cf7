using System.Diagnostics;

namespace WelWee3D.Tests.Publishing;

/// <summary>
/// The app as <c>dotnet publish</c> leaves it, built in a folder of its own: the build that runs these tests stays as
/// it is. Analysis and compiling ahead of time are left out, as they change no file but the assemblies.
/// </summary>
public sealed class PublishedApp : IAsyncLifetime
{
    private static readonly string Project = Path.Combine(Source.Root, "functions");

    private readonly DirectoryInfo artifacts = Directory.CreateTempSubdirectory("welwee3d-publish-");

    public string Folder => Path.Combine(artifacts.FullName, "app");

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public async Task InitializeAsync()
    {
        using var publish = Process.Start(new ProcessStartInfo("dotnet",
        [
            "publish", Project, "--output", Folder, "--artifacts-path", artifacts.FullName, "--nologo", "--verbosity", "quiet",
            "-p:RestoreLockedMode=true", "-p:RunAnalyzers=false", "-p:PublishReadyToRun=false",
        ])
        { RedirectStandardOutput = true })!;
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, output);
        Assert.Empty(output);
    }

    public Task DisposeAsync()
    {
        artifacts.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
