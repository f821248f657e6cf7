using System.Diagnostics;
using System.Net.Sockets;
using System.Reflection;
using Azure.Storage.Blobs;

namespace WelWee3D.Tests.Local;

public sealed class AzuriteTests : IDisposable
{
    private const string KnownAccount = "AccountName=devstoreaccount1;AccountKey=" +
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Answers_as_soon_as_it_has_started()
    {
        await using var azurite = await Azurite.Start(folder: null);

        var account = await new BlobServiceClient(azurite.ConnectionString).GetAccountInfoAsync();

        Assert.Equal(200, account.GetRawResponse().Status);
    }

    [Fact]
    public async Task Data_on_disk_survives_stop_and_start()
    {
        await using (var azurite = await Azurite.Start(folder.FullName))
        {
            var container = new BlobContainerClient(azurite.ConnectionString, "kept");
            await container.CreateAsync();
            await container.UploadBlobAsync("blob", BinaryData.FromString("content"));
        }

        await using var again = await Azurite.Start(folder.FullName);
        var blob = new BlobContainerClient(again.ConnectionString, "kept").GetBlobClient("blob");
        Assert.Equal("content", (await blob.DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public async Task Data_on_disk_survives_a_parent_that_is_killed()
    {
        // All that a child sees of it: the pipes to the parent break, the one it reads and those it writes.
        var project = typeof(Azurite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "ProjectDirectory").Value!;
        using var child = Process.Start(new ProcessStartInfo(
            "node",
            [Path.Combine(project, "azurite-child.cjs"), "--disableTelemetry", "--skipApiVersionCheck",
                "--location", folder.FullName, "--blobPort", "0", "--queuePort", "0", "--tablePort", "0"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = new List<string>();
        while (said.LastOrDefault() != "ready")
            said.Add(await child.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("It ended."));
        var endpoint = said.First(line => line.Contains("Blob service is successfully listening", StringComparison.Ordinal))
            .Split(' ')[^1] + "/devstoreaccount1";
        var account = new BlobServiceClient($"{KnownAccount}BlobEndpoint={endpoint};");
        await account.CreateBlobContainerAsync("kept");

        child.StandardOutput.Close();
        child.StandardError.Close();
        child.StandardInput.Close();
        await child.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(0, child.ExitCode);
        await using var again = await Azurite.Start(folder.FullName);
        Assert.True(await new BlobContainerClient(again.ConnectionString, "kept").ExistsAsync());
    }

    [Fact]
    public async Task Listens_on_the_preferred_port_and_elsewhere_where_that_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var takenPort = ((IPEndPoint)taken.LocalEndpoint).Port;
        int freePort;
        await using (var first = await Azurite.Start(folder: null))
            freePort = first.TableEndpoint.Port;

        await using var azurite = await Azurite.Start(folder: null, new AzuritePorts(takenPort, 0, freePort));

        Assert.NotEqual(takenPort, azurite.BlobEndpoint.Port);
        Assert.Equal(freePort, azurite.TableEndpoint.Port);
    }

    [Fact]
    public async Task Refuses_a_folder_that_another_emulator_uses()
    {
        await using var azurite = await Azurite.Start(folder.FullName);

        var refusal = await Assert.ThrowsAsync<DataInUseException>(() => Azurite.Start(folder.FullName));
        Assert.Contains(folder.FullName, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_the_emulator_said_when_it_does_not_start()
    {
        var file = Path.Combine(folder.FullName, "__azurite_db_blob__.json");
        await File.WriteAllTextAsync(file, "not a database");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Azurite.Start(folder.FullName));
        Assert.Contains("Exit due to", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_up_when_cancelled_and_lets_go_of_the_folder()
    {
        // Before it can be ready, and after it was begun.
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Azurite.Start(folder.FullName, cancellation: cancelled.Token));

        using var isFree = Azurite.Take(folder.FullName);
    }
}
