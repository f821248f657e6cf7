using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using WelWee3D.Local;

namespace WelWee3D.Tests.Browser;

/// <summary>The app with the thirty clients of the demonstration, and a browser to look at it with.</summary>
public sealed class Practice : IAsyncLifetime
{
    private readonly HttpWorld http = new WithColleague();
    private const string Message = "message ";

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private string axe = "";

    /// <summary>Where a person can look through the pictures.</summary>
    public static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(Source.Root, "tests", "TestResults", "pages")).FullName;

    public Uri Address => http.World.Address;

    public async Task InitializeAsync()
    {
        await http.InitializeAsync();
        using var client = HttpWorld.Client(http.World);
        await Demo.Fill(client, http.World.Today, moment =>
        {
            http.World.MoveTo(moment);
            return Task.CompletedTask;
        });
        http.World.MoveTo(World.Instant);
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.Start(playwright);
        axe = await File.ReadAllTextAsync(Path.Combine(Chromium.Packages.Folder, "node_modules", "axe-core", "axe.min.js"));
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await http.DisposeAsync();
    }

    /// <summary>A browser of somebody who has these roles; of a visitor where there are none.</summary>
    internal async Task<Screen> Open(params string[] roles)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, Locale = "nl-NL", TimezoneId = "Europe/Amsterdam" });
        context.SetDefaultTimeout(60_000);
        // Scripts that begin a page are no part of it: its policy keeps all others out.
        await context.AddInitScriptAsync(axe);
        if (roles.Length > 0)
            await context.AddInitScriptAsync($"sessionStorage.setItem('local-token', '{await Token(roles)}')");
        return new(await context.NewPageAsync(), Address);
    }

    /// <summary>With what stands between braces: the order of a client, the message of somebody, the newest run, or the request of a kind.</summary>
    internal async Task<string> Resolve(string address)
    {
        if (address.IndexOf('{', StringComparison.Ordinal) is not (>= 0 and var from))
            return address;
        var (name, to) = (address[(from + 1)..address.IndexOf('}', StringComparison.Ordinal)], address.IndexOf('}', StringComparison.Ordinal) + 1);
        var found = name.StartsWith(Message, StringComparison.Ordinal)
            ? (await http.Staff.GetFromJsonAsync<JsonElement>($"api/contacts?name={Uri.EscapeDataString(name[Message.Length..])}")).GetProperty("items")[0]
            : name == "run"
            ? (await http.Officer.GetFromJsonAsync<JsonElement>("api/retention/runs?limit=1")).GetProperty("items")[0]
            : char.IsUpper(name[0])
            ? (await http.Staff.GetFromJsonAsync<JsonElement>($"api/orders?name={Uri.EscapeDataString(name)}")).GetProperty("items")[0]
            : (await http.Officer.GetFromJsonAsync<JsonElement>("api/privacy-requests")).GetProperty("items").EnumerateArray().First(each => each.GetProperty("kind").GetString() == name);
        return address[..from] + found.GetProperty("id").GetString() + address[to..];
    }

    private sealed class WithColleague : HttpWorld
    {
        protected override WorldOptions Options => new() { Settings = new Dictionary<string, string?> { ["Contact:Colleagues:0"] = "planning=planning@voorbeeld.example" } };
    }

    private async Task<string> Token(string[] roles)
    {
        using var answer = await http.Anyone.PostAsJsonAsync("local/token", new { roles });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
    }
}

[CollectionDefinition(Name)]
public sealed class PracticeTests : ICollectionFixture<Practice>
{
    public const string Name = "Practice";
}
