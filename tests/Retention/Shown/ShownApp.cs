using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Local;

namespace WelWee3D.Tests.Retention.Shown;

/// <summary>The whole app on an emulator of its own, with the privacy officer signed in.</summary>
public sealed class ShownApp : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(1));

    private Azurite azurite = null!;
    private LocalApp app = null!;

    public HttpClient Officer { get; } = new();

    public DateOnly Today => app.Clock.Today();

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        azurite = await Azurite.Start(folder: null);
        app = await LocalApp.Start(new LocalAppOptions
        {
            Storage = Task.FromResult(azurite.ConnectionString),
            RunTimers = false,
            Now = Start,
        });
        Officer.BaseAddress = new Uri(app.BaseAddress, "api/retention/");
        using var answer = await Officer.PostAsJsonAsync(new Uri(app.BaseAddress, "local/token"), new { role = "privacy" });
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        Officer.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public async Task DisposeAsync()
    {
        Officer.Dispose();
        await app.DisposeAsync();
        await azurite.DisposeAsync();
    }

    public void MoveTo(DateOnly day) => app.Clock.MoveTo(Amsterdam.StartOf(day).AddHours(9));

    public async Task<ContactMessage> NewMessage(DateOnly receivedOn)
    {
        var at = Amsterdam.StartOf(receivedOn).AddHours(10);
        var message = new ContactMessage(
            Id.New(at), "Anna", "anna@example.nl", null, "Kan het ook zittend?", "nl", ContactMessage.FromForm, at, receivedOn);
        Assert.True(await Get<ContactMessages>().Add(message, default));
        return message;
    }

    /// <summary>
    /// An order with a scan for each disk that one is copied to; without a name, it is not copied. The files are left
    /// out: whoever reads them when they arrive would change the order while a test looks at it.
    /// </summary>
    public async Task<Order> NewOrder(DateOnly? shippedOn, params string?[] disks)
    {
        var orders = Get<OrderStore>();
        var order = await orders.Open(new Client("Anna", "anna@example.nl", null, null, "nl"), default);
        var scans = disks.Select(disk => NewScan(order, disk)).ToList();
        foreach (var scan in scans)
            await Get<ScanIndex>().Add(scan.Id, order.Id, default);
        return (await orders.Change(order.Id, before => before with { Scans = scans, ShippedOn = shippedOn }, default))!;
    }

    public async Task<JsonElement> Json(string path)
    {
        using var answer = await Officer.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path} answered {(int)answer.StatusCode}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<JsonElement> Sweep()
    {
        using var answer = await Officer.PostAsync("sweep", content: null);
        Assert.True(answer.IsSuccessStatusCode, $"The sweep answered {(int)answer.StatusCode}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The items of all pages, and how many each page had.</summary>
    public async Task<(List<JsonElement> Items, List<int> Pages)> Pages(string path)
    {
        var (items, pages) = (new List<JsonElement>(), new List<int>());
        string? continuation = null;
        do
        {
            var page = await Json(continuation is null ? path : $"{path}&continuation={continuation}");
            var found = page.GetProperty("items").EnumerateArray().ToList();
            items.AddRange(found);
            pages.Add(found.Count);
            continuation = page.TryGetProperty("continuation", out var next) ? next.GetString() : null;
        }
        while (continuation is not null);
        return (items, pages);
    }

    private Scan NewScan(Order order, string? disk)
    {
        var id = Id.New(Get<TimeProvider>().GetUtcNow());
        return new Scan
        {
            Id = id,
            FileName = "Anna buik.stl",
            BlobName = $"{id}.stl",
            ScannedOn = order.OpenedOn,
            Bytes = 15,
            Copies = disk is null ? [] : [new(Id.New(id.MadeAt), disk, order.OpenedOn)],
        };
    }
}
