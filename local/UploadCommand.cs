using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace WelWee3D.Local;

/// <summary>
/// <c>dotnet run --project local -- upload FILE</c>: sends a 3D file to the local host that is running, as a tus client
/// does, and shows what the app made of it.
/// </summary>
internal sealed class UploadCommand(HttpClient http, TextWriter output)
{
    private const int PieceSize = 8 * 1024 * 1024;
    private static readonly TimeSpan RecordedWithin = TimeSpan.FromSeconds(30);

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public const string Usage = "Usage: dotnet run --project local -- upload <file> [--order <id>] [--port <7071>]";

    public static Task<int> Run(ReadOnlySpan<string> args) => args switch
    {
        [var file] => Run(file, null, Options.Default.Port),
        [var file, "--order", var order] => Run(file, order, Options.Default.Port),
        [var file, "--port", var port] => Run(file, null, int.Parse(port, CultureInfo.InvariantCulture)),
        [var file, "--order", var order, "--port", var port] => Run(file, order, int.Parse(port, CultureInfo.InvariantCulture)),
        _ => Refuse(Usage),
    };

    private static async Task<int> Run(string file, string? order, int port)
    {
        if (!File.Exists(file))
            return await Refuse($"There is no file {file}.");
        var host = new Uri($"http://localhost:{port}");
        using var http = new HttpClient { BaseAddress = host };
        try
        {
            await new UploadCommand(http, Console.Out).Run(file, order);
            return 0;
        }
        catch (HttpRequestException failed)
        {
            return await Refuse($"The local host at {host} did not take it: {failed.Message}");
        }
    }

    private static async Task<int> Refuse(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }

    private async Task Run(string file, string? order)
    {
        var token = await Post("local/token", new { role = "staff" });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Text(token, "accessToken"));
        http.DefaultRequestHeaders.Add("Tus-Resumable", "1.0.0");

        order ??= Text(await Post("api/orders", new { name = "Eva Voorbeeld", email = "eva@example.nl", language = "nl" }), "id");
        await output.WriteLineAsync($"order   {order}");
        await using var content = File.OpenRead(file);
        var upload = await Create(order, Path.GetFileName(file), content.Length);
        await output.WriteLineAsync($"scan    {upload.Split('/')[^1]}");
        while (content.Position < content.Length)
            await Append(upload, content);

        var scan = await Recorded(order, upload.Split('/')[^1]);
        await output.WriteLineAsync(JsonSerializer.Serialize(scan, Readable));
    }

    private async Task<string> Create(string order, string fileName, long length)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/uploads");
        request.Headers.Add("Upload-Length", $"{length}");
        request.Headers.Add("Upload-Metadata", $"orderId {Encoded(order)},filename {Encoded(fileName)}");
        using var answer = await Accepted(await http.SendAsync(request));
        return answer.Headers.Location!.ToString();
    }

    private async Task Append(string upload, FileStream content)
    {
        var piece = new byte[Math.Min(PieceSize, content.Length - content.Position)];
        using var request = new HttpRequestMessage(HttpMethod.Patch, upload) { Content = new ByteArrayContent(piece) };
        request.Headers.Add("Upload-Offset", $"{content.Position}");
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        await content.ReadExactlyAsync(piece);
        using var answer = await Accepted(await http.SendAsync(request));
        await output.WriteLineAsync($"sent    {content.Position:N0} of {content.Length:N0} bytes");
    }

    private async Task<JsonElement> Recorded(string order, string scan)
    {
        using var patience = new CancellationTokenSource(RecordedWithin);
        while (true)
        {
            var scans = await http.GetFromJsonAsync<JsonElement>($"api/orders/{order}/scans", patience.Token);
            var found = scans.GetProperty("items").EnumerateArray().Single(each => Text(each, "id") == scan);
            if (Text(found, "status") != "pending")
                return found;
            await Task.Delay(TimeSpan.FromMilliseconds(200), patience.Token);
        }
    }

    private async Task<JsonElement> Post(string path, object body)
    {
        using var answer = await Accepted(await http.PostAsJsonAsync(path, body));
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<HttpResponseMessage> Accepted(HttpResponseMessage answer) => answer.IsSuccessStatusCode
        ? answer
        : throw new HttpRequestException($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
