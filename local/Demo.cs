using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using WelWee3D.Storage;

namespace WelWee3D.Local;

/// <summary>
/// Thirty made-up clients at every stage of their life. All of it comes about as it would in the practice: by the API, on its
/// day, with the clock moved from one to the next, and the sweep at night.
/// </summary>
public sealed class Demo
{
    private static readonly TimeSpan RecordedWithin = TimeSpan.FromSeconds(30);

    private readonly HttpClient http;
    private readonly Func<DateTimeOffset, Task> moveTo;
    private readonly DateOnly today;
    // From the longest ago on.
    private readonly SortedDictionary<int, List<Func<Task>>> steps = new(Comparer<int>.Create((one, other) => other.CompareTo(one)));

    private Demo(HttpClient http, DateOnly today, Func<DateTimeOffset, Task> moveTo) => (this.http, this.today, this.moveTo) = (http, today, moveTo);

    /// <summary>The mail address of one of its clients.</summary>
    public static string AddressOf(string name) => DemoClient.AddressOf(name);

    /// <summary>Of the host that was just started, on empty storage.</summary>
    public static async Task Fill(LocalApp app)
    {
        var now = app.Clock.GetUtcNow();
        using var http = new HttpClient { BaseAddress = app.BaseAddress };
        await Fill(http, Amsterdam.DateOf(now), async moment =>
        {
            using var moved = await http.PostAsJsonAsync("local/clock", new { now = moment });
            moved.EnsureSuccessStatusCode();
        });
        app.Clock.MoveTo(now);
    }

    /// <param name="today">The day on which it ends.</param>
    /// <param name="moveTo">Puts the app's clock at a moment.</param>
    public static async Task Fill(HttpClient http, DateOnly today, Func<DateTimeOffset, Task> moveTo)
    {
        var demo = new Demo(http, today, moveTo);
        await demo.SignIn();
        demo.Plan();
        await demo.Live();
    }

    private async Task SignIn()
    {
        var token = await Post("local/token", new { roles = (string[])["staff", "privacy"] });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Text(token, "accessToken"));
        http.DefaultRequestHeaders.Add("Tus-Resumable", "1.0.0");
    }

    private void Plan()
    {
        foreach (var disk in (string[])["KAST-1", "KAST-2"])
            On(430, () => Post("api/disks", new { label = disk }));
        On(430, () => Post("api/recipients", new { label = "PRINTER", name = "Drukkerij De Laag", email = "privacy@drukkerij.example", purpose = "het beeldje printen", language = "nl" }));
        foreach (var client in DemoClient.All)
            Plan(client);
        foreach (var (at, message) in DemoClient.Messages.Index())
            On(9 + at * 23, () => Post("api/contacts", new { name = message.Name, email = message.Email, message = message.Text, channel = at % 2 == 0 ? "phone" : "mail", receivedOn = Day(9 + at * 23) }));
        // As a robot fills it in: what people do not see is filled too.
        On(0, () => SendForm(new()
        {
            ["name"] = "Wilma Groot", ["email"] = "wilma.groot@voorbeeld.example", ["message"] = DemoClient.LooksLikeARobots, ["locale"] = "nl", ["website"] = "https://voorbeeld.example",
        }));
        foreach (var (ago, kind, name, text) in DemoClient.Requests)
            On(ago, () => Post("api/privacy-requests", new { kind, name, email = DemoClient.AddressOf(name), text, language = "nl", receivedOn = Day(ago), channel = "mail" }));
        foreach (var (ago, page, times) in DemoClient.Visits)
            On(ago, () => Visit(page, times));
        On(0, Sweep);
    }

    private void Plan(DemoClient client)
    {
        var (order, scan) = ("", "");
        On(client.OpenedAgo, async () =>
        {
            order = Text(await Post("api/orders", new { name = client.Name, email = client.Email, phone = client.Phone, language = "nl", heightInMillimetres = 160 }), "id");
            if (client.Keeps is { } answer)
                await Consent(order, "keep-scan", answer);
        });
        if (client.ScannedAgo is { } scanned)
            On(scanned, async () =>
            {
                scan = await Upload(order, client, Day(scanned));
                if (client.Disk is { } disk)
                    await Post($"api/scans/{scan}/copies", new { disk });
            });
        if (client is { ScannedAgo: { } looked, ShippedAgo: not null, Keeps: "yes" })
            On(looked - 2, () => Look(scan, "Controle voor het printen."));
        if (client.ShippedAgo is { } shipped)
            On(shipped, () => Post($"api/orders/{order}/ship", new { shippedOn = Day(shipped), destroysNow = true }));
        if (client.CancelledAgo is { } cancelled)
            On(cancelled, () => Post($"api/orders/{order}/cancel", new { cancelledOn = Day(cancelled), reason = "De cliënt ziet ervan af.", destroysNow = true }));
        // The night in which a scan that she did not want kept has to go: two months later, and eight days earlier.
        if (client.Keeps is not "yes" && (client.ShippedAgo ?? client.CancelledAgo) is { } ended && today.DayNumber - today.AddDays(-ended).AddMonths(2).AddDays(-8).DayNumber is > 0 and var night)
            On(night, Sweep);
        if (client.Quoted is { } isSent)
            On(client.OpenedAgo - 1, async () =>
            {
                var quote = Text(await Post($"api/orders/{order}/quotes", new { lines = DemoClient.QuoteLines }), "id");
                if (isSent)
                    await Post($"api/quotes/{quote}/send", new { });
            });
        if (client.HeldFor is { } reason)
            On(client.OpenedAgo - 1, () => Post($"api/orders/{order}/holds", new { reason, until = Day(-200) }));
    }

    private void On(int daysAgo, Func<Task> step)
    {
        if (!steps.TryGetValue(daysAgo, out var ofDay))
            steps[daysAgo] = ofDay = [];
        ofDay.Add(step);
    }

    private async Task Live()
    {
        foreach (var (ago, ofDay) in steps)
        {
            await moveTo(Amsterdam.StartOf(today.AddDays(-ago)).AddHours(2));
            foreach (var step in ofDay)
                await step();
        }
    }

    private string Day(int daysAgo) => today.AddDays(-daysAgo).Iso();

    private Task<JsonElement> Consent(string order, string purpose, string answer) =>
        Send(HttpMethod.Put, $"api/orders/{order}/consents/{purpose}", new { answer, channel = "paper", language = "nl", textVersion = "1" });

    private async Task Look(string scan, string reason)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/scans/{scan}/content");
        request.Headers.Add("Reason", Uri.EscapeDataString(reason));
        using var answer = await Accepted(await http.SendAsync(request));
    }

    private async Task<string> Upload(string order, DemoClient client, string day)
    {
        var file = client.IsNoScan ? Encoding.UTF8.GetBytes("Dit is een notitie, en geen scan.") : DemoFiles.Of(client.Format, DemoBody.Triangles(client.Size));
        var metadata = new Dictionary<string, string>
        {
            ["orderId"] = order,
            ["filename"] = client.IsNoScan ? "notitie.txt" : $"buik.{client.Format}",
            ["scannedOn"] = day,
            ["makeFigurine"] = JsonSerializer.Serialize(new { answer = "yes", channel = "paper", language = "nl", textVersion = "1" }),
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/uploads") { Content = new ByteArrayContent(file) };
        request.Headers.Add("Upload-Length", file.Length.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Upload-Metadata", string.Join(',', metadata.Select(each => $"{each.Key} {Convert.ToBase64String(Encoding.UTF8.GetBytes(each.Value))}")));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        using var answer = await Accepted(await http.SendAsync(request));
        await Recorded(order);
        return answer.Headers.Location!.ToString().Split('/')[^1];
    }

    private async Task Recorded(string order)
    {
        using var patience = new CancellationTokenSource(RecordedWithin);
        while ((await http.GetFromJsonAsync<JsonElement>($"api/orders/{order}/scans", patience.Token)).GetProperty("items").EnumerateArray().Any(scan => Text(scan, "status") == "pending"))
            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
    }

    private async Task Visit(string page, int times)
    {
        for (var at = 0; at < times; at++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "api/visits") { Content = JsonContent.Create(new { page, seconds = 5 + at * 17 % 140 }) };
            // Of programs no visit is counted.
            request.Headers.TryAddWithoutValidation("User-Agent", "Mozilla/5.0");
            using var counted = await Accepted(await http.SendAsync(request));
        }
    }

    // From a page without script, of which no proof is asked.
    private async Task SendForm(Dictionary<string, string> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/contact") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await Accepted(await http.SendAsync(request));
    }

    private async Task Sweep()
    {
        using var swept = await Accepted(await http.PostAsJsonAsync("admin/functions/SweepExpired", new { }));
    }

    private Task<JsonElement> Post(string path, object body) => Send(HttpMethod.Post, path, body);

    private async Task<JsonElement> Send(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var answer = await Accepted(await http.SendAsync(request));
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<HttpResponseMessage> Accepted(HttpResponseMessage answer) => answer.StatusCode < HttpStatusCode.BadRequest
        ? answer
        : throw new InvalidOperationException($"The demonstration was refused something: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
