using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using WelWee3D.Tests.Orders;
using WelWee3D.Tests.Scans;

namespace WelWee3D.Tests.PrivacyRequests;

/// <summary>The privacy officer at work, and the people asked about: each test has addresses and numbers of its own.</summary>
internal sealed class PrivacyOfficer(OrdersApp app)
{
    private static readonly byte[] File = StlFiles.BinaryBox(300, 200, 400);

    public DateOnly Today => app.App.Clock.Today();

    public async Task<ContactMessage> NewMessage(string email, DateOnly receivedOn, string? phone = null)
    {
        var at = Amsterdam.StartOf(receivedOn).AddHours(8);
        var message = new ContactMessage(
            Id.New(at), "Anna", email, phone, "Kan het ook zittend?", "nl", ContactMessage.FromForm, at, receivedOn);
        Assert.True(await app.Get<ContactMessages>().Add(message, default));
        return message;
    }

    /// <summary>An order with one scan, its file in storage and read already.</summary>
    public async Task<Order> NewOrder(string email, Func<Order, Order>? agreed = null, string? phone = null)
    {
        var id = Id.New(app.App.Clock.GetUtcNow());
        var scan = new Scan
        {
            Id = id, FileName = "Anna buik.stl", BlobName = $"{id}.stl", ScannedOn = Today, Bytes = File.Length,
            Facts = await ScanReading.Read(new MemoryStream(File), File.Length, default),
        };
        var order = await app.Orders.Open(new Client("Anna de Vries", email, phone, null, "nl"), default);
        order = await app.Orders.Change(
            order.Id, order => (agreed ?? (same => same))(order with { Scans = [scan] }), default);
        await app.Scans.GetBlobClient($"{order!.Id}/{scan.BlobName}").UploadAsync(new BinaryData(File));
        return order;
    }

    public async Task<HttpResponseMessage> Ask(HttpMethod method, string path, string? body = null, string? role = "privacy")
    {
        using var request = new HttpRequestMessage(method, new Uri(app.App.BaseAddress, $"api/{path}"));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (role is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await app.Token(role));
        using var http = new HttpClient();
        return await http.SendAsync(request);
    }

    public async Task<JsonElement> Post(string path, object body)
    {
        using var answer = await Ask(HttpMethod.Post, path, JsonSerializer.Serialize(body));
        return await Read(answer);
    }

    public Task<JsonElement> Sweep() => Post("retention/sweep", new { });

    public async Task<JsonElement> Why(string kind, Id id)
    {
        using var answer = await Ask(HttpMethod.Get, $"retention/why/{kind}/{id}");
        return await Read(answer);
    }

    public async Task<bool> IsKept(string kind, Id id) => (await Why(kind, id)).GetProperty("kept").GetBoolean();

    /// <summary>The kind and id of each item.</summary>
    public static IEnumerable<string> Items(JsonElement items) =>
        items.EnumerateArray().Select(item => $"{item.GetProperty("kind").GetString()} {item.GetProperty("id").GetString()}").Order();

    public static IEnumerable<string> Items(params (string Kind, Id Id)[] items) => items.Select(item => $"{item.Kind} {item.Id}").Order();

    /// <summary>What keeps a record, by kind.</summary>
    public static IEnumerable<string?> SuspendedBy(JsonElement retention) =>
        retention.GetProperty("suspendedBy").EnumerateArray().Select(each => each.GetProperty("kind").GetString());

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"It answered {(int)answer.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
