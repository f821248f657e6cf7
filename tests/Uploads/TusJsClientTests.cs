using System.Diagnostics;

namespace WelWee3D.Tests.Uploads;

/// <summary>The tus client that browsers use, run on Node.</summary>
public abstract class TusJsClientTests(HttpWorld http)
{
    private readonly World world = http.World;
    private readonly TusClient tus = new(http);

    private static readonly NodePackages Packages = new(typeof(TusJsClientTests).Assembly);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("whole", 1)]
    [InlineData("chunked", 1)]
    [InlineData("withCreation", 1)]
    [InlineData("resumed", 1)]
    [InlineData("parallel", 3)]
    [InlineData("inParts", 1)]
    [InlineData("inPartsOfOrder", 1)]
    [InlineData("inPartsResumed", 1)]
    [InlineData("deferred", 1)]
    [InlineData("overridden", 1)]
    public async Task Files_arrive_as_they_were_sent(string scenario, int files)
    {
        var order = await tus.OpenOrder();

        var sent = JsonSerializer.Deserialize<Sent[]>(await Run(scenario, order.ToString()), JsonSerializerOptions.Web)!;

        var scans = (await world.Get<OrderStore>().Find(order, default))!.Scans;
        Assert.Equal(files, sent.Length);
        Assert.Equal(files, scans.Count);
        foreach (var (url, sha256) in sent)
        {
            var scan = Assert.Single(scans, scan => url.EndsWith($"/api/uploads/{scan.Id}", StringComparison.Ordinal));
            Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(await tus.Content(order, scan))));
        }
    }

    [Theory]
    [InlineData("ended")]
    [InlineData("endedInParts")]
    public async Task What_a_client_ends_leaves_nothing(string scenario)
    {
        var order = await tus.OpenOrder();

        await Run(scenario, order.ToString());

        Assert.Empty((await world.Get<OrderStore>().Find(order, default))!.Scans);
        Assert.False(await tus.HasBlobs(order));
        Assert.Empty(await world.Storage.PartialUploadNames());
        Assert.DoesNotContain(await world.Storage.Rows(UploadStore.TableName), row => row.GetBoolean(nameof(Upload.IsComplete)) is not true);
    }

    private async Task<string> Run(string scenario, string order)
    {
        using var patience = new CancellationTokenSource(Patience);
        await Packages.Install(patience.Token);
        var command = Packages.Command("node", [Path.Combine("Uploads", "tus-client.mjs"), scenario]);
        command.Environment["ENDPOINT"] = new Uri(world.Address, "api/uploads").ToString();
        command.Environment["TOKEN"] = tus.Token;
        command.Environment["ORDER"] = order;
        using var node = NodePackages.Run(command);
        try
        {
            var errors = node.StandardError.ReadToEndAsync(patience.Token);
            var output = await node.StandardOutput.ReadToEndAsync(patience.Token);
            await node.WaitForExitAsync(patience.Token);
            Assert.True(node.ExitCode == 0, await errors);
            return output;
        }
        finally
        {
            if (!node.HasExited)
                node.Kill(entireProcessTree: true);
        }
    }

    private sealed record Sent(string Url, string Sha256);
}

public sealed class StreamedTusJsClientTests(HttpWorld http) : TusJsClientTests(http), IClassFixture<HttpWorld>;

public sealed class HeldTusJsClientTests(HeldWorld http) : TusJsClientTests(http), IClassFixture<HeldWorld>;
