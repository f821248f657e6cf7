using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using WelWee3D.Local;
using WelWee3D.Tests.Formats;

namespace WelWee3D.Benchmarks;

/// <summary>A scan of 256 MB, uploaded by tus in pieces through the local host, in this very process.</summary>
internal static class UploadSpeed
{
    private const long Bytes = 256 * 1024 * 1024;
    private const int PieceSize = 16 << 20;
    private const int Rounds = 3;

    public static async Task Run()
    {
        await using var azurite = await Azurite.Start(folder: null);
        await using var app = await LocalApp.Start(
            new LocalAppOptions { Storage = Task.FromResult(azurite.ConnectionString), RunTimers = false });
        using var staff = new HttpClient { BaseAddress = app.BaseAddress, Timeout = TimeSpan.FromMinutes(10) };
        staff.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", await Text(await staff.PostAsJsonAsync("/local/token", new { role = "staff" }), "accessToken"));
        staff.DefaultRequestHeaders.Add("Tus-Resumable", "1.0.0");
        var order = await Text(
            await staff.PostAsJsonAsync("/api/orders", new { name = "Cliënt", email = "client@example.nl", language = "nl" }), "id");

        var table = new Report("MB", "seconds", "MB/s", "peak MB");
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await Upload(staff, order);
            var (megabytes, seconds) = (Bytes / (1024.0 * 1024), watch.Elapsed.TotalSeconds);
            table.Add(megabytes, seconds, megabytes / seconds, Memory.PeakMegabytes());
        }
    }

    private const string Agreed = """{"answer":"yes","channel":"paper","language":"nl","textVersion":"1"}""";

    private static async Task Upload(HttpClient staff, string order)
    {
        var scan = StlFiles.Huge((Bytes - StlFiles.HeaderSize) / StlFiles.FacetSize);
        using var creation = new HttpRequestMessage(HttpMethod.Post, "/api/uploads");
        creation.Headers.Add("Upload-Length", scan.Length.ToString(CultureInfo.InvariantCulture));
        creation.Headers.Add("Upload-Metadata", $"orderId {Base64(order)},filename {Base64("scan.stl")},makeFigurine {Base64(Agreed)}");
        using var created = (await staff.SendAsync(creation)).EnsureSuccessStatusCode();

        var piece = new byte[PieceSize];
        for (var offset = 0L; offset < scan.Length;)
        {
            var count = await scan.ReadAtLeastAsync(piece, PieceSize, throwOnEndOfStream: false);
            using var content = new ByteArrayContent(piece, 0, count);
            content.Headers.ContentType = new("application/offset+octet-stream");
            using var bytes = new HttpRequestMessage(HttpMethod.Patch, created.Headers.Location) { Content = content };
            bytes.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
            using var received = (await staff.SendAsync(bytes)).EnsureSuccessStatusCode();
            offset += count;
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static async Task<string> Text(HttpResponseMessage answer, string property) =>
        (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty(property).GetString()!;
}
