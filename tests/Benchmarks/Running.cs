using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using WelWee3D.Local;

namespace WelWee3D.Benchmarks;

/// <summary>The app on an emulator of its own, and a member of staff who asks it.</summary>
internal sealed class Running : IAsyncDisposable
{
    private const int PieceSize = 16 << 20;
    /// <summary>Of the client of every order.</summary>
    public const string Email = "client@example.nl";

    private const string Agreed = """{"answer":"yes","channel":"paper","language":"nl","textVersion":"1"}""";

    private readonly LocalApp app;

    private Running(Azurite azurite, LocalApp app) => (Azurite, this.app, Staff) = (azurite, app, new HttpClient { BaseAddress = app.BaseAddress, Timeout = TimeSpan.FromMinutes(5) });

    public Azurite Azurite { get; }

    public IServiceProvider Services => app.Services;

    public HttpClient Staff { get; }

    public string Token => Staff.DefaultRequestHeaders.Authorization!.Parameter!;

    public BlobContainerClient Container(string name) =>
        new(Azurite.ConnectionString, name, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2023_01_03));

    public static async Task<Running> Start()
    {
        var azurite = await Azurite.Start(folder: null);
        var app = await LocalApp.Start(new LocalAppOptions
        {
            Storage = Task.FromResult(azurite.ConnectionString),
            RunTimers = false,
            Settings = new Dictionary<string, string?>
            {
                ["Contact:PerMinute"] = "1000000",
                ["Contact:TotalPerMinute"] = "1000000",
                ["Contact:RequireProof"] = "false",
                ["Storage:Patience"] = "00:01:00",
            },
        });
        var running = new Running(azurite, app);
        using var signedIn = await running.Staff.PostAsJsonAsync("/local/token", new { role = "staff" });
        running.Staff.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Text(signedIn, "accessToken"));
        running.Staff.DefaultRequestHeaders.Add("Tus-Resumable", "1.0.0");
        return running;
    }

    public async Task<string> OpenOrder()
    {
        using var opened = await Staff.PostAsJsonAsync("/api/orders", new { name = "Cliënt", email = Email, language = "nl" });
        return await Text(opened, "id");
    }

    /// <summary>Begins an upload of so many bytes.</summary>
    public async Task<Uri> Begin(string order, long length)
    {
        using var creation = new HttpRequestMessage(HttpMethod.Post, "/api/uploads");
        creation.Headers.Add("Upload-Length", length.ToString(CultureInfo.InvariantCulture));
        creation.Headers.Add("Upload-Metadata", $"orderId {Base64(order)},filename {Base64("scan.stl")},again {Base64("true")},makeFigurine {Base64(Agreed)}");
        using var created = (await Staff.SendAsync(creation)).EnsureSuccessStatusCode();
        return created.Headers.Location!;
    }

    /// <summary>Sends bytes from a place on, in pieces of the size that the app asks for.</summary>
    public async Task Send(Uri upload, long from, long count, Func<long, int, ReadOnlyMemory<byte>> piece)
    {
        for (var offset = from; offset < from + count;)
        {
            var length = (int)Math.Min(PieceSize, from + count - offset);
            using var content = new ReadOnlyMemoryContent(piece(offset, length));
            content.Headers.ContentType = new("application/offset+octet-stream");
            using var bytes = new HttpRequestMessage(HttpMethod.Patch, upload) { Content = content };
            bytes.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
            using var received = (await Staff.SendAsync(bytes)).EnsureSuccessStatusCode();
            offset += length;
        }
    }

    /// <summary>Until the app has read a scan.</summary>
    public async Task Recorded(string order, Uri upload)
    {
        var id = upload.AbsolutePath.Split('/')[^1];
        while (true)
        {
            var scans = await Staff.GetFromJsonAsync<JsonElement>($"/api/orders/{order}/scans");
            if (scans.GetProperty("items").EnumerateArray().Any(scan => scan.GetProperty("id").GetString() == id && scan.GetProperty("status").GetString() != "pending"))
                return;
            await Task.Delay(10);
        }
    }

    public static async Task<double> PerSecond(double work, Func<Task> measured)
    {
        var watch = Stopwatch.StartNew();
        await measured();
        return work / watch.Elapsed.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        Staff.Dispose();
        await app.DisposeAsync();
        await Azurite.DisposeAsync();
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static async Task<string> Text(HttpResponseMessage answer, string property) =>
        (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty(property).GetString()!;
}
