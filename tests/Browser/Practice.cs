using Microsoft.Playwright;
using WelWee3D.Tests.Uploads;

namespace WelWee3D.Tests.Browser;

/// <summary>The app with the thirty clients of the demonstration, the practice's own website elsewhere, and a browser to look at them with.</summary>
public sealed partial class Practice : IAsyncLifetime
{
    private const string ScanOf = "scan of ", Message = "message ";

    private HttpWorld http = null!;
    private IBrowser browser = null!;
    private readonly Dictionary<string, Screen> tabs = [];
    private string axe = "";

    /// <summary>Where a person can look through the pictures.</summary>
    public static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(Source.Root, "tests", "TestResults", "pages")).FullName;

    public Uri Address => http.World.Address;

    public World World => http.World;

    public HttpClient Staff => http.Staff;

    public HttpClient Officer => http.Officer;

    public HttpClient Visitor => http.Anyone;

    /// <summary>On another origin, from which the settings let forms come.</summary>
    internal Website Website { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Website = await Website.Start();
        http = new OfWebsite(Website.Address);
        await http.InitializeAsync();
        using var client = HttpWorld.Client(http.World);
        await Demo.Fill(client, http.World.Today, moment =>
        {
            http.World.MoveTo(moment);
            return Task.CompletedTask;
        });
        http.World.MoveTo(World.Instant);
        browser = await Chromium.Browser;
        axe = await File.ReadAllTextAsync(Path.Combine(Chromium.Packages.Folder, "node_modules", "axe-core", "axe.min.js"));
    }

    public async Task DisposeAsync()
    {
        foreach (var tab in tabs.Values)
            await tab.DisposeAsync();
        await http.DisposeAsync();
        await Website.DisposeAsync();
    }

    /// <summary>A browser of somebody who has these roles; of a visitor where there are none.</summary>
    internal Task<Screen> Open(params string[] roles) => Open(new(), roles);

    /// <param name="otherwise">What is unlike others about it.</param>
    internal async Task<Screen> Open(BrowserNewContextOptions otherwise, params string[] roles)
    {
        otherwise.ViewportSize = new() { Width = 1440, Height = 900 };
        (otherwise.Locale, otherwise.TimezoneId) = ("nl-NL", "Europe/Amsterdam");
        var context = await browser.NewContextAsync(otherwise);
        context.SetDefaultTimeout(60_000);
        // A script that begins a page is no part of it: its policy keeps all others out.
        if (roles.Length > 0)
            await context.AddInitScriptAsync($"sessionStorage.setItem('local-token', '{await Token(roles)}')");
        return new(await context.NewPageAsync(), Address, axe);
    }

    /// <summary>A tab of somebody who has these roles, the same for all who only look: a browser takes longer to begin than a page.</summary>
    internal async Task<Screen> Tab(params string[] roles)
    {
        var whose = string.Join(',', roles);
        if (!tabs.TryGetValue(whose, out var tab))
            tabs[whose] = tab = await Open(roles);
        tab.Forget();
        return tab;
    }

    /// <summary>With what stands between braces: the order of a client, her scan, the message of somebody, the newest run, or the request of a kind.</summary>
    internal async Task<string> Resolve(string address) => Braces().Match(address) is { Success: true } braces
        ? address.Replace(braces.Value, await IdOf(braces.Groups[1].Value), StringComparison.Ordinal)
        : address;

    private async Task<string> IdOf(string what)
    {
        if (what.StartsWith(ScanOf, StringComparison.Ordinal))
            return await FirstId(Staff, $"api/orders/{await IdOf(what[ScanOf.Length..])}/scans");
        if (what.StartsWith(Message, StringComparison.Ordinal))
            return await FirstId(Staff, $"api/contacts?name={Uri.EscapeDataString(what[Message.Length..])}");
        if (what == "run")
            return await FirstId(Officer, "api/retention/runs?limit=1");
        return char.IsUpper(what[0])
            ? await FirstId(Staff, $"api/orders?name={Uri.EscapeDataString(what)}")
            : await FirstId(Officer, "api/privacy-requests", each => each.GetProperty("kind").GetString() == what);
    }

    private static async Task<string> FirstId(HttpClient client, string list, Func<JsonElement, bool>? isIt = null) =>
        (await client.GetFromJsonAsync<JsonElement>(list)).GetProperty("items").EnumerateArray().First(isIt ?? (_ => true)).GetProperty("id").GetString()!;

    /// <summary>Who opened a scan, and why, as it is written down.</summary>
    internal async Task<IReadOnlyList<string?>> Reasons(string scan) =>
        [.. (await http.Officer.GetFromJsonAsync<JsonElement>($"api/audit?scan={scan}")).GetProperty("items").EnumerateArray()
            .Where(each => each.GetProperty("action").GetString() == "GET scans/{id}/content").Select(each => each.GetProperty("reason").GetString())];

    /// <summary>What somebody has in their mailbox, the newest first, once all that waits was sent.</summary>
    internal async Task<string[]> Letters(string to)
    {
        using var sent = await http.Anyone.PostAsJsonAsync("admin/functions/SendLetters", new { });
        sent.EnsureSuccessStatusCode();
        var mail = await http.Anyone.GetFromJsonAsync<JsonElement[]>("local/mail");
        return [.. mail!.Where(letter => letter.GetProperty("to").GetString() == to).Select(letter => letter.GetProperty("text").GetString()!)];
    }

    /// <summary>An order of somebody who wants the figurine, with files that were read, one after another.</summary>
    /// <returns>Its id.</returns>
    internal async Task<string> Order(string name, params (string FileName, byte[] Content)[] files)
    {
        using var made = await http.Staff.PostAsJsonAsync("api/orders", new { name, email = Demo.AddressOf(name), language = "nl", heightInMillimetres = 140 });
        var order = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        Assert.True(Id.TryParse(order, out var id));
        foreach (var file in files)
            await Send(id, file.FileName, file.Content);
        return order;
    }

    internal async Task Send(Id order, string fileName, byte[] content)
    {
        var client = new TusClient(http);
        await client.Resume(await client.Create(order, content.Length, fileName, TusClient.Agreed), content);
        await Eventually.Find(() => Scans($"{order}"), scans => scans.All(scan => scan.GetProperty("status").GetString() != "pending"));
    }

    internal async Task<JsonElement[]> Scans(string order) =>
        [.. (await http.Staff.GetFromJsonAsync<JsonElement>($"api/orders/{order}/scans")).GetProperty("items").EnumerateArray()];

    /// <summary>Where the last letter to somebody leads to in a part of the app: without the host, which is another in tests.</summary>
    internal async Task<string> LinkTo(string part, string email) =>
        (await Letters(email)).SelectMany(letter => Link().Matches(letter).Select(match => match.Groups[1].Value))
            .FirstOrDefault(path => path.StartsWith(part, StringComparison.Ordinal)) ?? throw new InvalidOperationException($"No letter to {email} leads to {part}.");

    [GeneratedRegex("https://app\\.voorbeeld\\.nl(/api/\\S+)")]
    private static partial Regex Link();

    [GeneratedRegex("\\{(.+)\\}")]
    private static partial Regex Braces();

    internal async Task<string> Token(string[] roles)
    {
        using var answer = await http.Anyone.PostAsJsonAsync("local/token", new { roles });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
    }
}

/// <summary>A world that takes forms from a website, from whose visitors it asks the proof of work.</summary>
internal sealed class OfWebsite(Uri website) : HttpWorld
{
    private readonly string origin = website.GetLeftPart(UriPartial.Authority);

    protected override WorldOptions Options => new()
    {
        Settings = new Dictionary<string, string?>
        {
            ["Contact:Origins:0"] = origin, ["Contact:ThanksPages:0"] = $"{origin}/bedankt", ["Contact:RequireProof"] = "true",
            ["Contact:Colleagues:0"] = "planning=planning@voorbeeld.example",
        },
    };
}

/// <summary>In which nothing is changed: the pages are looked at one after another, in the same tabs.</summary>
[CollectionDefinition(Name)]
public sealed class PracticePages : ICollectionFixture<Practice>
{
    public const string Name = "The practice's pages";
}

/// <summary>In which each story has clients, messages and requests of its own.</summary>
[CollectionDefinition(Name)]
public sealed class PracticeStories : ICollectionFixture<Practice>
{
    public const string Name = "The practice's stories";
}
