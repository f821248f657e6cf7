using Azure;
using Azure.Core;

namespace WelWee3D.Tests.Contact;

/// <summary>The app with its contact form, as a visitor's browser or script meets it.</summary>
public class ContactWorld : HttpWorld
{
    public const string ThanksPage = "https://site.example/bedankt";
    public const string OtherPage = "/thanks";

    public const string Website = "https://site.example";

    public const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["name"] = "Jet <b>",
        ["email"] = "jet@voorbeeld.nl",
        ["phone"] = "06 12345678",
        ["message"] = "Hallo\nwereld",
        ["locale"] = "nl",
    };

    private static int keys;

    protected override WorldOptions Options => new()
    {
        Settings = new Dictionary<string, string?> { ["Contact:ThanksPages:0"] = ThanksPage, ["Contact:ThanksPages:1"] = OtherPage, ["Contact:Origins:0"] = Website, ["Contact:Colleagues:0"] = "planning=planning@voorbeeld.nl" },
    };

    public static string NewKey() => $"key-{Interlocked.Increment(ref keys)}";

    public static HttpContent Body(string form, IReadOnlyDictionary<string, string> fields)
    {
        if (form == "json")
            return JsonContent.Create(fields);
        if (form == "urlencoded")
            return new FormUrlEncodedContent(fields);
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        return content;
    }

    public Task<HttpResponseMessage> Post(HttpContent content, string? key = null, string? accept = null, HttpClient? visitor = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/contact") { Content = content };
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        return (visitor ?? Anyone).SendAsync(request);
    }

    /// <summary>Requests that write to the table are not answered.</summary>
    public void BreakStorage(string table) => World.Calls.Before = request =>
        request.Method != RequestMethod.Get
        && (request.Uri.Path.EndsWith($"/{table}", StringComparison.Ordinal)
            || (request.Uri.Path.EndsWith("/$batch", StringComparison.Ordinal) && request.Text().Contains($"/{table}", StringComparison.Ordinal)))
            ? throw new RequestFailedException("Storage does not answer.")
            : Task.CompletedTask;

    public async Task<JsonElement[]> Mail(string message)
    {
        (await Anyone.PostAsJsonAsync("/admin/functions/SendLetters", new { })).EnsureSuccessStatusCode();
        var mail = await Anyone.GetFromJsonAsync<JsonElement[]>("/local/mail");
        return [.. mail!.Where(letter => letter.GetProperty("text").GetString()!.Contains($"{Reference.Of(Id.Parse(message))}", StringComparison.Ordinal))];
    }
}
