using System.Net.Sockets;

namespace WelWee3D.Tests.Local;

/// <summary>A start that is refused leaves alone what a running host works on.</summary>
public sealed class HostCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly StringWriter error = new();
    private readonly DataFolder data;
    private readonly string key;

    public HostCommandTests()
    {
        data = new(folder.FullName);
        key = data.SubjectsKey();
        Directory.CreateDirectory(data.Storage);
        File.WriteAllText(Path.Combine(data.Storage, "blobs"), "scans");
        File.WriteAllText(data.Mailbox, "");
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_reset_on_a_port_that_is_taken_wipes_nothing()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        Assert.Equal(1, await Start(port));

        Assert.StartsWith($"Port {port} is taken.", error.ToString(), StringComparison.Ordinal);
        NothingIsWiped();
    }

    [Fact]
    public async Task A_reset_of_data_that_a_host_is_running_on_wipes_nothing()
    {
        await using var running = Azurite.Take(data.Storage);

        Assert.Equal(1, await Start(port: 0));

        Assert.Contains("is in use by another process", error.ToString(), StringComparison.Ordinal);
        NothingIsWiped();
    }

    [Fact]
    public async Task A_start_on_data_that_a_host_is_running_on_is_refused_also_beside_storage_elsewhere()
    {
        await using var running = Azurite.Take(data.Storage);

        var code = await HostCommand.Run(
            new Options(0, folder.FullName, Reset: false) { Storage = "UseDevelopmentStorage=true" }, TextWriter.Null, error);

        Assert.Equal(1, code);
        Assert.Contains("is in use by another process", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7071, 10000)]
    [InlineData(10000, 0)]
    [InlineData(10002, 0)]
    public void The_emulator_leaves_the_apps_own_port_alone(int port, int blobs) => Assert.Equal(blobs, AzuritePorts.Beside(port).Blob);

    private Task<int> Start(int port) =>
        HostCommand.Run(new Options(port, folder.FullName, Reset: true), TextWriter.Null, error);

    private void NothingIsWiped()
    {
        Assert.Equal(key, data.SubjectsKey());
        Assert.True(File.Exists(Path.Combine(data.Storage, "blobs")));
        Assert.True(File.Exists(data.Mailbox));
    }
}
