using System.Diagnostics;
using Azure;
using Azure.Storage.Queues;
using SendGrid;
using WelWee3D.Tests.Mail;
using WelWee3D.Tests.PrivacyRequests;
using WelWee3D.Tests.Uploads;

namespace WelWee3D.Tests.Telemetry;

/// <summary>
/// A day on which somebody whose every word is recognisable meets every part of the app, also where it fails: a message, an
/// order, uploads, a search, a package, an erasure, and storage and mail service that are away.
/// </summary>
public abstract class LivelyDay : HttpWorld
{
    private const string Address = "203.0.113.77";
    private const string Browser = "Zwaluwbrowser/9";
    private const string Email = "wilhelmina@markering.example";
    private const string Phone = "+31698765432";

    private readonly SendGridStandIn mailService = new();
    private readonly List<string> secrets = [];

    /// <summary>What only she knows, sent or was given, and where she came from.</summary>
    public IEnumerable<string> Hers =>
    [
        "wilhelmina", "eksteroord", "markering.example", "98765432", "vertrouwelijk", "merelstraat", "achterdeur", "9876 ZY",
        "buik van", Address, "zwaluwbrowser", "sleutelbos", "meegestuurd", .. secrets,
    ];

    /// <summary>The trace that her browser began.</summary>
    public ActivityTraceId VisitorsTrace { get; } = ActivityTraceId.CreateRandom();

    /// <summary>What the mail service was sent: by that it is seen that her words went through the app.</summary>
    public string Mailed => string.Join('\n', mailService.Received.Select(mail => mail.GetRawText()));

    protected abstract IReadOnlyDictionary<string, string?> Settings { get; }

    protected abstract void Watch(IServiceCollection services);

    protected override WorldOptions Options => new()
    {
        // With her words in the letter too, where they could be logged from.
        Settings = Settings.Append(new("Contact:TrustedProxies", "1")).Append(new("Mail:IncludeContent", "true")).ToDictionary(),
        Services = services =>
        {
            services.AddSingleton<ISendGridClient>(mailService.Client());
            Watch(services);
        },
    };

    private PrivacyOfficer Desk => new(this);

    public async Task Live()
    {
        foreach (var client in (HttpClient[])[Anyone, Staff, Officer])
        {
            client.DefaultRequestHeaders.Add("X-Forwarded-For", Address);
            client.DefaultRequestHeaders.Add("User-Agent", Browser);
            client.DefaultRequestHeaders.Add("tracestate", "practice=meegestuurd");
            client.DefaultRequestHeaders.Add("baggage", "visitor=meegestuurd");
        }
        secrets.Add(Staff.DefaultRequestHeaders.Authorization!.Parameter!);
        await SendMessage(HttpStatusCode.Accepted);
        var order = await OpenOrder();
        await Upload(order, Make.File);
        await Upload(order, "no scan at all: wilhelmina"u8.ToArray());
        await FailToUpload(order);
        await LookFor();
        mailService.Answer = subject => subject.Contains("scan", StringComparison.Ordinal) ? HttpStatusCode.Unauthorized : HttpStatusCode.Accepted;
        await Run(nameof(SendLetters));
        mailService.Answer = _ => null;
        World.Wait(TimeSpan.FromMinutes(2));
        await Run(nameof(SendLetters));
        await WithoutStorage(order);
        mailService.Answer = _ => HttpStatusCode.Accepted;
        World.Wait(TimeSpan.FromMinutes(10));
        await Run(nameof(SendLetters));
        await Fetch();
        await Desk.Erase(new { email = Email });
        await new QueueClient(World.Storage.ConnectionString, PoisonedBlobs.QueueName).SendMessageAsync("""{"ContainerName":"scans","BlobName":"buik van Wilhelmina.stl"}""");
        foreach (var timer in (string[])[nameof(WatchPoisonedBlobs), nameof(SweepExpired), nameof(VerifyChain), nameof(RemindDeadlines), nameof(Reconcile), nameof(SendLetters)])
            await Run(timer);
    }

    private async Task SendMessage(HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/contact")
        {
            Content = JsonContent.Create(new { name = "Wilhelmina Eksteroord", email = Email, phone = Phone, message = "Vertrouwelijk: mag het?" }),
        };
        request.Headers.Add("Idempotency-Key", "sleutelbos");
        request.Headers.Add("traceparent", $"00-{VisitorsTrace}-1111222233334444-01");
        using var answer = await Anyone.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
        using var wrong = await Anyone.PostAsJsonAsync("api/contact", new { name = "Wilhelmina", email = "wilhelmina-markering.example" });
    }

    private async Task<Id> OpenOrder()
    {
        using var answer = await Desk.Ask(HttpMethod.Post, "orders", JsonSerializer.Serialize(new
        {
            name = "Wilhelmina Eksteroord", email = Email, phone = Phone, language = "nl",
            address = new { line1 = "Merelstraat 9", line2 = "Achterdeur", postalCode = "9876 ZY", city = "Eksteroord", country = "NL" },
        }), "staff");
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return Id.Parse((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
    }

    private async Task Upload(Id order, byte[] file)
    {
        var tus = new TusClient(this);
        await tus.Resume(await tus.Create(order, file.Length, "Buik van Wilhelmina.stl", TusClient.Agreed), file);
        var scan = (await World.Get<OrderStore>().Find(order, default))!.Scans[^1];
        await Eventually.Find(async () => (await World.Get<OrderStore>().Find(order, default))!.Scan(scan.Id)?.Facts, facts => facts is not null);
        using var download = await Desk.Ask(HttpMethod.Get, $"scans/{scan.Id}/content", role: "staff");
        Assert.Contains("uik van", Uri.UnescapeDataString($"{download.Content.Headers.ContentDisposition}"), StringComparison.Ordinal);
    }

    private async Task FailToUpload(Id order)
    {
        var tus = new TusClient(this);
        var path = await tus.Create(order, 10, "Buik van Wilhelmina 2.stl");
        using var wrong = await tus.Append(path, 0, new byte[10], ("Upload-Checksum", TusClient.Sha1(new byte[9])));
        using var beyond = await tus.Append(path, 7, new byte[10]);
        using var gone = await tus.Send(HttpMethod.Delete, path);
        Assert.Equal((460, 409, 204), ((int)wrong.StatusCode, (int)beyond.StatusCode, (int)gone.StatusCode));
    }

    private async Task LookFor()
    {
        foreach (var query in (string[])["orders?name=Wilhelmina", $"orders?email={Email}", $"contacts?phone={Uri.EscapeDataString(Phone)}", "contacts?wilhelmina=1"])
            using (await Desk.Ask(HttpMethod.Get, query, role: "staff"))
            {
            }
    }

    private async Task Fetch()
    {
        using var made = await Desk.Ask(HttpMethod.Post, "subjects/export", JsonSerializer.Serialize(new { email = Email }));
        var link = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("link").GetString()!;
        secrets.Add(link.Split('/')[^1]);
        using var package = await Anyone.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, package.StatusCode);
        using var guessed = await Anyone.GetAsync(link[..^1] + "x");
    }

    /// <summary>Nobody listens where storage should be; then it answers that it is busy.</summary>
    private async Task WithoutStorage(Id order)
    {
        foreach (var busy in (bool[])[false, true])
        {
            World.Calls.Before = request =>
            {
                request.Uri.Port = 1;
                return busy ? throw new RequestFailedException(503, "Busy", "ServerBusy", null) : Task.CompletedTask;
            };
            using var opened = await Desk.Ask(HttpMethod.Get, $"orders/{order}", role: "staff");
            using var search = await Desk.Ask(HttpMethod.Get, $"orders?email={Email}", role: "staff");
            using var export = await Desk.Ask(HttpMethod.Post, "subjects/export", JsonSerializer.Serialize(new { email = Email }));
            using var health = await Anyone.GetAsync("api/health");
            await SendMessage(HttpStatusCode.ServiceUnavailable);
            await Run(nameof(SendLetters));
            await Run(nameof(SweepExpired));
        }
        World.Calls.LetBe();
    }

    // A function that fails is part of the day.
    private async Task Run(string function)
    {
        using var answer = await Anyone.PostAsync($"admin/functions/{function}", new StringContent("{}", Encoding.UTF8, "application/json"));
    }
}
