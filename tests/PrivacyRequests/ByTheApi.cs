using Azure.Storage.Queues;
using WelWee3D.Tests.Formats;
using WelWee3D.Tests.Http;
using WelWee3D.Tests.Storage;
using WelWee3D.Tests.Uploads;

namespace WelWee3D.Tests.PrivacyRequests;

/// <summary>
/// A practice of whose storage nothing is touched but over HTTP, as clients, staff and timers do. One client comes to have one of
/// everything, in the words of <see cref="FilledStorage.Personal"/>.
/// </summary>
/// <param name="emulator">The storage, as a connection string.</param>
internal sealed class ByTheApi(string emulator) : HttpWorld
{
    /// <summary>Why staff opened her scan. What somebody typed as a reason stays in the audit for five years.</summary>
    public const string ReasonOfLook = "De zeeduivel belde";

    private static readonly Regex Links = new(@"https://app\.voorbeeld\.nl(/api/[a-z-]+(?:/confirm)?/[0-9a-f]{32,})", RegexOptions.None, TimeSpan.FromSeconds(1));
    private static readonly Regex Parameter = new(@"\{[^}]+\}", RegexOptions.None, TimeSpan.FromSeconds(1));
    private static readonly byte[] Body = Hers(StlFiles.BinaryBox(300, 300, 400));

    private readonly Dictionary<string, string> letters = [];

    /// <summary>What her records are known by: their ids and the tokens of her links.</summary>
    public HashSet<string> Names { get; } = [];

    protected override WorldOptions Options => new() { Storage = emulator };

    public async Task LiveThroughEverything()
    {
        Staff.DefaultRequestHeaders.Remove(StatedReason.Header);
        Staff.DefaultRequestHeaders.Add(StatedReason.Header, ReasonOfLook);
        await Ask(Staff, "POST", "disks", new { label = "SCHIJF-1" });
        await Ask(Staff, "POST", "recipients", new { label = "PRINTER", name = "De drukker", email = "post@drukker.example", purpose = "Beeldjes printen", language = "nl" });
        await WriteMessages();
        var order = await OpenOrder();
        await Offer(order);
        await UploadFiles(order);
        await PutWhatNobodyAskedFor();
        await KeepWhatSheGave(order);
        await AskHerRights();
        await Ask(Officer, "POST", "subjects/rectify", new
        {
            email = FilledStorage.Email, changes = new { name = "Wilhelmina Markering", address = Address("Eksteroord") }, reason = "Wilhelmina belde",
        });
    }

    /// <summary>From then on nobody sees it but she, in the package that she fetches.</summary>
    public async Task<OpenedPackage> RestrictAndExport()
    {
        var person = new { email = FilledStorage.Email, phone = FilledStorage.Phone };
        await Ask(Officer, "POST", "subjects/restrict", new { person.email, person.phone, reason = "Wilhelmina betwist het" });
        var sent = new { name = "Wilhelmina’s printer", email = "printer@markering.example", language = "nl" };
        await Ask(Officer, "POST", "subjects/export", new { person.email, person.phone, @for = "portability", sendTo = sent });
        var link = Text(await Ask(Officer, "POST", "subjects/export", person), "link");
        Names.Add(link.Split('/')[^1]);
        return new(new MemoryStream(await Anyone.GetByteArrayAsync(link)));
    }

    /// <summary>In two steps.</summary>
    public async Task Erase()
    {
        var person = new { email = FilledStorage.Email, phone = FilledStorage.Phone };
        var shown = await Ask(Officer, "POST", "subjects/erase", person);
        await Ask(Officer, "POST", "subjects/erase", new { token = Text(shown, "token") });
    }

    /// <summary>A night and its morning: the timers, and staff who destroy the copies on disks that they are asked to.</summary>
    public async Task NextDay(DateOnly? day = null)
    {
        World.MoveTo(day ?? World.Today.AddDays(1));
        await Run(nameof(SweepExpired), nameof(SendLetters), nameof(GoOnWithRuns), nameof(DestroyContactSuspects));
        foreach (var task in Items(await Ask(Staff, "GET", "destruction-tasks")))
            foreach (var copy in task.GetProperty("copies").EnumerateArray().Where(copy => !copy.TryGetProperty("destroyedOn", out _)))
                await Ask(Staff, "POST", $"scans/{Text(task, "scanId")}/copies/{Text(copy, "id")}/destroyed", new { });
    }

    public async Task Run(params string[] timers)
    {
        foreach (var timer in timers)
            (await Anyone.PostAsJsonAsync($"admin/functions/{timer}", new { })).EnsureSuccessStatusCode();
    }

    /// <summary>What each function that shows something answers to somebody who may see everything, about each name that is hers.</summary>
    public async Task<ILookup<string, string>> Answers()
    {
        using var colleague = await Colleague();
        colleague.DefaultRequestHeaders.Add(StatedReason.Header, ReasonOfLook);
        var answers = new List<(string Function, string Text)>();
        foreach (var (function, trigger) in HttpFunctions.All().Where(each => each.Trigger.Methods?.Contains("get") != false))
            foreach (var path in Paths(trigger.Route!))
            {
                using var answer = await colleague.GetAsync(path);
                Assert.True((int)answer.StatusCode < 500, $"{path} answered {(int)answer.StatusCode}");
                // JSON may write the sign of a number otherwise.
                var text = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync());
                answers.Add((function, text.Replace(@"\u002B", "+", StringComparison.Ordinal)));
            }
        return answers.ToLookup(answer => answer.Function, answer => answer.Text);
    }

    private IEnumerable<string> Paths(string route) => route switch
    {
        "api/contacts" or "api/orders" => [route, $"{route}?email={FilledStorage.Email}", $"{route}?phone={Uri.EscapeDataString(FilledStorage.Phone)}", $"{route}?name=Wilhelmina"],
        "api/retention/due" => [$"{route}?until=2099-01-01&limit=1000"],
        _ when route.Contains("{kind}", StringComparison.Ordinal) =>
            World.Get<RecordKinds>().InOrder.SelectMany(kind => Paths(route.Replace("{kind}", kind.Name, StringComparison.Ordinal))),
        _ when Parameter.IsMatch(route) =>
            [.. Names.Select(name => Parameter.Replace(route, name)), .. Enumerable.Range(1, 40).Select(number => Parameter.Replace(route, $"{number}"))],
        _ => [route],
    };

    private async Task WriteMessages()
    {
        var message = new { name = "Wilhelmina", email = FilledStorage.Email, phone = FilledStorage.Phone, message = "Vertrouwelijk: mag het?" };
        await Ask(Anyone, "POST", "contact", message);
        await Ask(Anyone, "POST", "contact", new { message.name, message.email, message.phone, message.message, website = "wilhelmina.example" });
        await Ask(Staff, "POST", "contacts", new { message.name, message.email, message.phone, message.message, channel = "phone", receivedOn = World.Today.Iso() });
        foreach (var kept in Items(await Ask(Staff, "GET", $"contacts?email={FilledStorage.Email}")))
            await Ask(Staff, "PATCH", $"contacts/{Noted(kept)}", new { answered = true });
        foreach (var suspect in Items(await Ask(Staff, "GET", "contact/suspects")))
            Noted(suspect);
    }

    /// <summary>She does not accept it: what is accepted, tax law keeps.</summary>
    private async Task Offer(string order)
    {
        var lines = new[] { new { description = "Beeldje voor Wilhelmina", quantity = 1, amountInCents = 14_900, vatRate = 21 } };
        await Ask(Staff, "POST", $"quotes/{Noted(await Ask(Staff, "POST", $"orders/{order}/quotes", new { lines }))}/send", new { });
    }

    private async Task<string> OpenOrder()
    {
        var client = new { name = "Wilhelmina", email = FilledStorage.Email, phone = FilledStorage.Phone, language = "nl", address = Address("Eksteroord") };
        var order = Noted(await Ask(Staff, "POST", "orders", client));
        await Ask(Staff, "PATCH", $"orders/{order}", new { openedOn = World.Today.AddDays(-3).Iso(), reason = "Wilhelmina belde" });
        await Run(nameof(SendLetters));
        var link = await Link("/api/consent/");
        await Ask(Anyone, "POST", link, new { purpose = "make-figurine", answer = "yes", textVersion = "1", language = "nl" });
        await Ask(Anyone, "GET", link);
        return order;
    }

    /// <summary>Two whole files, one of which is no scan; one that is still coming, and a part of another; and one that was destroyed by mistake.</summary>
    private async Task UploadFiles(string order)
    {
        var tus = new TusClient(this);
        foreach (var file in (byte[][])[Body, Hers([.. Body.Reverse()])])
            await tus.Resume(await tus.Create(Id.Parse(order), file.Length, "Buik van Wilhelmina.stl"), file);
        var unfinished = await tus.Create(Id.Parse(order), Body.Length, "Buik van Wilhelmina 2.stl");
        using var arrived = await tus.Append(unfinished, 0, Body[..500]);
        Assert.Equal(204, (int)arrived.StatusCode);
        using var part = await tus.Send(HttpMethod.Post, "api/uploads", Body[..500],
            ("Upload-Concat", "partial"), ("Upload-Length", "1000"), ("Upload-Metadata", TusClient.Metadata(Id.Parse(order), "Buik van Wilhelmina 3.stl")));
        Assert.Equal(201, (int)part.StatusCode);
        var scans = await Eventually.Find(
            async () => Items(await Ask(Staff, "GET", $"orders/{order}/scans")).ToList(), found => found.Count == 2 && found.All(scan => Text(scan, "status") != "pending"));
        foreach (var scan in scans)
            await Ask(Staff, "GET", $"scans/{Noted(scan)}/content");
        await Ask(Staff, "POST", $"scans/{Noted(scans[0])}/copies", new { disk = "SCHIJF-1" });
        await Ask(Staff, "POST", $"scans/{Noted(scans[1])}/copies", new { disk = "SCHIJF-1" });
        await Ask(Staff, "PATCH", $"scans/{Noted(scans[0])}", new { scannedOn = World.Today.AddDays(-1).Iso(), reason = "Wilhelmina belde" });
        await Ask(Staff, "POST", $"scans/{Noted(scans[1])}/destroy", new { reason = "Wilhelmina belde", destroysNow = true });
    }

    // A stranger's file among the scans, and a message of the blob trigger that gave up on one: past the app, as in life.
    private async Task PutWhatNobodyAskedFor()
    {
        await World.Storage.Scans.GetBlobClient(FilledStorage.Stray).UploadAsync(BinaryData.FromBytes(Body));
        await Run(nameof(Reconcile));
        var queue = new QueueClient(World.Storage.ConnectionString, PoisonedBlobs.QueueName);
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync($$"""{"ContainerName":"scans","BlobName":"{{FilledStorage.Stray}}"}""");
    }

    private async Task KeepWhatSheGave(string order)
    {
        await Ask(Staff, "PUT", $"orders/{order}/consents/keep-scan", new { answer = "yes", channel = "phone", language = "nl", textVersion = "1" });
        await Ask(Staff, "POST", $"orders/{order}/holds", new { reason = "Wilhelmina claimt schade", until = World.Today.AddDays(4).Iso() });
        var scan = Items(await Ask(Staff, "GET", $"orders/{order}/scans")).Select(each => Text(each, "id")).First();
        await Ask(Staff, "POST", $"orders/{order}/recipients", new { recipient = "PRINTER", scans = new[] { scan }, details = new[] { "name", "address" }, givenOn = World.Today.Iso() });
        await Ask(Staff, "POST", $"orders/{order}/ship", new { shippedOn = World.Today.Iso(), reason = "Wilhelmina kreeg het" });
    }

    private async Task AskHerRights()
    {
        var asked = new { kind = "objection", name = "Wilhelmina", email = FilledStorage.Email, phone = FilledStorage.Phone, text = "Vertrouwelijk: mag het?", language = "nl" };
        await Ask(Anyone, "POST", "privacy-requests", asked);
        await Run(nameof(SendLetters));
        await Ask(Anyone, "GET", await Link("/api/privacy-requests/confirm/"));
        var taken = Noted(await Ask(Officer, "POST", "privacy-requests", new
        {
            kind = "access", asked.name, asked.email, asked.phone, asked.text, asked.language, receivedOn = World.Today.Iso(), channel = "phone",
        }));
        await Ask(Officer, "POST", $"privacy-requests/{taken}/identity", new { facts = new[] { "orderDate", "scanDate" } });
        await Ask(Officer, "POST", $"privacy-requests/{taken}/extend", new { reason = "Wilhelmina is op reis" });
        await Ask(Officer, "POST", $"privacy-requests/{taken}/close", new { outcome = "done", note = "Wilhelmina vroeg het al" });
        foreach (var open in Items(await Ask(Officer, "GET", "privacy-requests?status=open")))
            await Ask(Officer, "POST", $"privacy-requests/{Noted(open)}/close", new { outcome = "done" });
        await Run(nameof(SendLetters));
    }

    private static object Address(string city) => new { line1 = "Merelstraat 9", line2 = "Achterdeur", postalCode = "9876 ZY", city, country = "NL" };

    /// <summary>As a scanner writes it: with a name in it.</summary>
    private static byte[] Hers(byte[] file)
    {
        Encoding.ASCII.GetBytes("wilhelmina", file);
        return file;
    }

    /// <summary>The newest that a letter led to.</summary>
    private async Task<string> Link(string route)
    {
        foreach (var letter in (await Anyone.GetFromJsonAsync<JsonElement>("local/mail")).EnumerateArray().Reverse())
            foreach (Match link in Links.Matches(Text(letter, "text")))
                letters[link.Groups[1].Value] = Text(letter, "to");
        var found = letters.Keys.Last(link => link.StartsWith(route, StringComparison.Ordinal));
        Names.UnionWith(letters.Where(letter => letter.Value == FilledStorage.Email).Select(letter => letter.Key.Split('/')[^1]));
        return found["/api/".Length..];
    }

    private string Noted(JsonElement record)
    {
        var id = Text(record, "id");
        Names.Add(id);
        return id;
    }

    /// <summary>What it answers, which is no mistake; nothing where that is no JSON.</summary>
    private static async Task<JsonElement> Ask(HttpClient client, string method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(new(method), $"api/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        if (path == "subjects/export")
            request.Headers.Add(StatedReason.Header, HttpWorld.Reason);
        using var answer = await client.SendAsync(request);
        var text = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync());
        Assert.True((int)answer.StatusCode < 400, $"{method} {path} answered {(int)answer.StatusCode}: {text}");
        return answer.Content.Headers.ContentType?.MediaType == "application/json" ? JsonSerializer.Deserialize<JsonElement>(text) : default;
    }

    private static IEnumerable<JsonElement> Items(JsonElement page) => page.GetProperty("items").EnumerateArray();

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
