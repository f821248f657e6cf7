using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace WelWee3D.Local;

/// <summary>
/// <c>dotnet run --project local -- upload FILE</c>: sends a 3D file to the local host that is running, or to an app elsewhere, as a tus
/// client does, and shows what the app made of it.
/// </summary>
public sealed class UploadCommand
{
    public const string TokenVariable = "ACCESS_TOKEN";

    private static readonly TimeSpan RecordedWithin = TimeSpan.FromSeconds(30);

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    private readonly HttpClient http;
    private readonly TextWriter output;

    private UploadCommand(HttpClient http, TextWriter output)
    {
        this.http = http;
        this.output = output;
    }

    /// <returns>The exit code.</returns>
    internal static async Task<int> Run(UploadOptions options, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (!File.Exists(options.File))
            return await Refuse($"There is no file {options.File}.");
        var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        if (options.App is not null && (options.Order is null || environment[TokenVariable] is null))
            return await Refuse($"To an app elsewhere it takes --order, and an access token in {TokenVariable}.");
        var host = options.App ?? new Uri($"http://localhost:{options.Port}");
        using var http = new HttpClient { BaseAddress = host };
        var command = new UploadCommand(http, output);
        try
        {
            var limit = RequestBodies.LimitIn(environment);
            var pieceSize = options.PieceSize ?? await command.PieceSize();
            if (pieceSize > limit)
                return await Refuse($"A piece of {pieceSize:N0} bytes is too large: the Functions host takes at most {limit:N0} in one request.");
            await command.SignIn(options.App is null ? null : environment[TokenVariable]);
            await command.Send(options, pieceSize, cancellation);
            return 0;
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            return await Refuse($"The file was sent, and not read within {RecordedWithin.TotalSeconds} seconds: {late.Message}");
        }
        catch (HttpRequestException failed)
        {
            return await Refuse($"The app at {host} did not take it: {failed.Message}");
        }

        async Task<int> Refuse(string why)
        {
            await errors.WriteLineAsync(why);
            return 1;
        }
    }

    /// <summary>As the app wants to have it.</summary>
    private async Task<long> PieceSize()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "api/uploads");
        using var answer = await Accepted(await http.SendAsync(request));
        return long.Parse(answer.Headers.GetValues("Upload-Piece-Size").Single(), CultureInfo.InvariantCulture);
    }

    /// <param name="token">Null where the local host makes one.</param>
    private async Task SignIn(string? token) => http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
        "Bearer", token ?? Text(await Post("local/token", new { role = "staff" }), "accessToken"));

    private async Task Send(UploadOptions options, long pieceSize, CancellationToken cancellation)
    {
        http.DefaultRequestHeaders.Add("Tus-Resumable", "1.0.0");

        var order = options.Order ?? Text(await Post("api/orders", new { name = "Eva Voorbeeld", email = "eva@example.nl", language = "nl" }), "id");
        await output.WriteLineAsync($"order   {order}");
        await using var content = File.OpenRead(options.File);
        var upload = await Create(order, options, content.Length);
        await output.WriteLineAsync($"scan    {upload.Split('/')[^1]}");
        while (content.Position < content.Length)
            await Append(upload, content, pieceSize);

        var scan = await Recorded(order, upload.Split('/')[^1], cancellation);
        await output.WriteLineAsync(JsonSerializer.Serialize(scan, Readable));
    }

    private async Task<string> Create(string order, UploadOptions options, long length)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/uploads");
        request.Headers.Add("Upload-Length", $"{length}");
        var again = options.Again ? $",again {Encoded("true")}" : "";
        var day = options.ScannedOn is { } on ? $",scannedOn {Encoded(on.ToString("O", CultureInfo.InvariantCulture))}" : "";
        // An order that was opened just now is of nobody, who agrees.
        var consent = (options.Consent ?? (options.Order is null ? "paper" : null)) is { } channel ? $",makeFigurine {Encoded(Agreed(channel))}" : "";
        request.Headers.Add("Upload-Metadata", $"orderId {Encoded(order)},filename {Encoded(Path.GetFileName(options.File))}{again}{day}{consent}");
        using var answer = await Accepted(await http.SendAsync(request));
        return answer.Headers.Location!.ToString();
    }

    private static string Agreed(string channel) => JsonSerializer.Serialize(new { answer = "yes", channel, language = "nl", textVersion = "1" });

    private async Task Append(string upload, FileStream content, long pieceSize)
    {
        var piece = new byte[Math.Min(pieceSize, content.Length - content.Position)];
        using var request = new HttpRequestMessage(HttpMethod.Patch, upload) { Content = new ByteArrayContent(piece) };
        request.Headers.Add("Upload-Offset", $"{content.Position}");
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        await content.ReadExactlyAsync(piece);
        using var answer = await Accepted(await http.SendAsync(request));
        await output.WriteLineAsync($"sent    {content.Position:N0} of {content.Length:N0} bytes");
    }

    private async Task<JsonElement> Recorded(string order, string scan, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(RecordedWithin);
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
