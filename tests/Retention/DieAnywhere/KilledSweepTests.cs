using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;
using Xunit.Abstractions;
using WelWee3D.Local;

namespace WelWee3D.Tests.Retention.DieAnywhere;

/// <summary>The local host as a process of its own, killed (SIGKILL) in the middle of its sweep.</summary>
public sealed class KilledSweepTests(MortalApp app, ITestOutputHelper output) : IClassFixture<MortalApp>, IDisposable
{
    private const int Kills = 20;
    private const int Seed = 20261122;
    private const int MessagesPerTransaction = 100;
    private const int ScansPerOrder = 3;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(60);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("welwee3d-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task One_clean_run_finishes_what_twenty_killed_ones_began()
    {
        // The key that the subjects were hashed with.
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "subjects-hmac.key"), app.Settings["Subjects:HmacKey"]);
        await using var life = app.Live();
        // Long ago, or without end: the child goes by the real clock.
        app.MoveTo(new(2020, 1, 1, 6, 0, 0, TimeSpan.Zero));
        var stays = await Stays(life);
        var goes = new HashSet<string>();
        var random = new Random(Seed);
        var hits = 0;
        for (var kill = 1; kill <= Kills; kill++)
        {
            goes.UnionWith(await Due(life));
            var delay = LongestDelay * random.NextDouble();
            var finished = await SweepAndKill(delay);
            var state = await StoredState.Read(app);
            Assert.Empty(state.Faults());
            var left = goes.Intersect(state.Kept).Count();
            var open = (await Begun()).Count;
            output.WriteLine($"kill {kill} after {delay.TotalMilliseconds:F0} ms: {(finished ? "too late" : $"{left} of {goes.Count} left, {open} begun")}");
            hits += finished || open == 0 ? 0 : 1;
        }
        Assert.InRange(hits, 1, Kills);

        await using (var last = await Host.Start(app, folder.FullName))
            await last.Sweep();
        app.MoveTo(MortalApp.Start);
        var end = await StoredState.Read(app);
        Assert.Empty(end.Faults().Concat(end.Leftovers(app.Today)));
        Assert.Equal(stays.Order(), end.Kept.Order());
        Assert.Equal(goes.Order(), (await StoredProof.All(app)).Certified.Keys.Order());
        await Proven.Whole(app);
    }

    private async Task<bool> SweepAndKill(TimeSpan delay)
    {
        await using var host = await Host.Start(app, folder.FullName);
        var before = await Begun();
        var sweep = host.Sweep();
        await Eventually.Find(async () => sweep.IsCompleted || !before.SetEquals(await Begun()), works => works);
        var finished = await Task.WhenAny(sweep, Task.Delay(delay)) == sweep;
        host.Kill();
        await ((Task)sweep).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return finished;
    }

    private async Task<HashSet<string>> Begun()
    {
        var open = new HashSet<string>();
        await foreach (var row in app.Tables.GetTableClient("Due").QueryAsync<TableEntity>("RowKey ge 'open|' and RowKey lt 'open}'"))
            open.Add(row.RowKey);
        return open;
    }

    private static async Task<HashSet<string>> Stays(Life life)
    {
        var restricted = await Given.Message(life, "eva@example.nl");
        await life.Get<ContactMessages>().Change(restricted.Id, message => message with { RestrictedOn = message.ReceivedOn }, default);
        var held = await Given.OrderWithScan(life, "held@example.nl", order => order with { Holds = [new(order.Id, "A claim", new(2999, 1, 1))] });
        return [$"{restricted.Item}", $"order|{held.Id}", $"scan|{held.Scans[0].Id}"];
    }

    /// <summary>Something for each run to be killed at: a batch of messages, and an order with its scans.</summary>
    private async Task<IEnumerable<string>> Due(Life life)
    {
        var scans = Enumerable.Range(0, ScansPerOrder).Select(_ => Given.Scan(life.Get<TimeProvider>().GetUtcNow())).ToList();
        var order = await Given.Order(life, app.NewAddress(), order => order with { Scans = scans, ShippedOn = order.OpenedOn });
        await Task.WhenAll(scans.Select(scan => Given.Put(life, order.Id, scan)));
        var message = await Given.Message(life, "eva@example.nl");
        var others = await Repeat(message, MessagesPerTransaction - 1);
        return
        [
            $"order|{order.Id}", .. scans.Select(scan => $"scan|{scan.Id}"),
            $"{message.Item}", .. others.Select(id => $"message|{id}"),
        ];
    }

    /// <summary>Writes the rows of one message again under other ids, a hundred at a time: so many one by one would take long.</summary>
    private async Task<IReadOnlyList<Id>> Repeat(ContactMessage message, int count)
    {
        var ids = Enumerable.Range(0, count).Select(_ => Id.New(message.ReceivedAt)).ToList();
        foreach (var table in (string[])["Due", "Subjects", "ContactMessages"])
        {
            var model = (await StoredState.Rows(app, table)).Single(row => row.RowKey.Contains($"{message.Id}", StringComparison.Ordinal));
            foreach (var some in ids.Chunk(MessagesPerTransaction))
                await app.Tables.GetTableClient(table).SubmitTransactionAsync(some.Select(id =>
                    new TableTransactionAction(TableTransactionActionType.Add, Like(model, message.Id, id))));
        }
        return ids;
    }

    private static TableEntity Like(TableEntity model, Id former, Id id)
    {
        var row = new TableEntity(model.PartitionKey, model.RowKey.Replace($"{former}", $"{id}", StringComparison.Ordinal));
        foreach (var (name, value) in model.Where(each => each.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")))
            row[name] = value;
        return row;
    }

    /// <summary>A run of the local host on storage that outlives it.</summary>
    private sealed class Host(Process process, HttpClient client) : IAsyncDisposable
    {
        public static async Task<Host> Start(MortalApp app, string folder)
        {
            var port = FreePort();
            var start = new ProcessStartInfo("dotnet", [typeof(LocalApp).Assembly.Location, "--port", $"{port}", "--data", folder, "--storage", app.Settings["Records"]!])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                // It runs too short to earn what the runtime invests in a faster second minute.
                Environment = { ["DOTNET_TieredPGO"] = "0" },
            };
            var process = Process.Start(start)!;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            var host = new Host(process, new() { BaseAddress = new($"http://localhost:{port}") });
            await Eventually.Find(host.Answers, answers => answers);
            return host;
        }

        public async Task Sweep()
        {
            using var answer = await client.PostAsync("/admin/functions/SweepExpired", new StringContent("{}"));
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }

        public void Kill() => process.Kill();

        public async ValueTask DisposeAsync()
        {
            if (!process.HasExited)
                process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            client.Dispose();
        }

        private async Task<bool> Answers()
        {
            Assert.False(process.HasExited, "The local host did not start.");
            try
            {
                using var answer = await client.GetAsync("/local/clock");
                return answer.StatusCode == HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}
