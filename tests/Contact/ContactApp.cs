using System.Net.Http.Json;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Local;

namespace WelWee3D.Tests.Contact;

/// <summary>The app with its contact form, as a visitor's browser or script meets it.</summary>
public sealed class ContactApp : IAsyncLifetime
{
    public const string ThanksPage = "https://site.example/bedankt";
    public const string OtherPage = "/thanks";

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

    private readonly StorageThatFails transport = new();
    private LocalApp? app;

    public OwnStorage Storage { get; } = new();

    public HttpClient Visitor { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Storage.InitializeAsync();
        app = await Start(perMinute: 100_000);
        Visitor = Client(app);
    }

    public async Task DisposeAsync()
    {
        Visitor.Dispose();
        await app!.DisposeAsync();
        await Storage.DisposeAsync();
    }

    public Task<LocalApp> Start(int perMinute) => LocalApp.Start(new LocalAppOptions
    {
        Storage = Task.FromResult(Storage.ConnectionString),
        RunTimers = false,
        Now = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero),
        Settings = new Dictionary<string, string?>
        {
            ["Contact:ThanksPages:0"] = ThanksPage,
            ["Contact:ThanksPages:1"] = OtherPage,
            ["Contact:PerMinute"] = $"{perMinute}",
        },
        Services = services => services.AddSingleton(
            provider => new StorageAccounts(provider.GetRequiredService<IConfiguration>(), transport)),
    });

    public static HttpClient Client(LocalApp app) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = app.BaseAddress };

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
        return (visitor ?? Visitor).SendAsync(request);
    }

    public void MoveClock(TimeSpan by) => app!.Clock.MoveTo(app.Clock.GetUtcNow() + by);

    /// <summary>Until disposed, requests that write to the table are not answered.</summary>
    public IDisposable Without(string table) => transport.Without(table);

    public async Task<JsonElement[]> Mail(string reference)
    {
        (await Visitor.PostAsJsonAsync("/admin/functions/SendLetters", new { })).EnsureSuccessStatusCode();
        var mail = await Visitor.GetFromJsonAsync<JsonElement[]>("/local/mail");
        return [.. mail!.Where(letter => letter.GetProperty("text").GetString()!.Contains(reference, StringComparison.Ordinal))];
    }

    private sealed class StorageThatFails : HttpPipelineTransport
    {
        private static readonly HttpClientTransport Real = HttpClientTransport.Shared;

        private volatile string? without;

        public IDisposable Without(string table)
        {
            without = $"/{table}";
            return new Back(this);
        }

        public override Request CreateRequest() => Real.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override ValueTask ProcessAsync(HttpMessage message) =>
            without is { } path && message.Request.Method != RequestMethod.Get
                && message.Request.Uri.Path.EndsWith(path, StringComparison.Ordinal)
                ? throw new Azure.RequestFailedException("Storage does not answer.")
                : Real.ProcessAsync(message);

        private sealed class Back(StorageThatFails transport) : IDisposable
        {
            public void Dispose() => transport.without = null;
        }
    }
}
