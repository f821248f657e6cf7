using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using WelWee3D.Local;

namespace WelWee3D.Tests.Scans.Uploads;

/// <summary>The app on the local host, and a tus client of the plainest kind.</summary>
public class UploadApp : IAsyncLifetime
{
    private readonly AzuriteFixture azurite = new();
    private LocalApp app = null!;

    /// <summary>Whether the host holds bodies back, as the Functions host does today, or streams them.</summary>
    protected virtual bool HoldsBodies => false;

    public HttpClient Http { get; private set; } = null!;

    public Uri Address => app.BaseAddress;

    public string Token { get; private set; } = "";

    public MovableClock Clock => app.Clock;

    public IServiceProvider Services => app.Services;

    public OrderStore Orders => app.Services.GetRequiredService<OrderStore>();

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        app = await LocalApp.Start(new()
        {
            Storage = Task.FromResult(azurite.ConnectionString),
            RunTimers = false,
            HoldBodies = HoldsBodies,
        });
        Http = new HttpClient { BaseAddress = Address };
        using var answer = await Http.PostAsJsonAsync("local/token", new { role = "staff" });
        Token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }

    public async Task<Id> OpenOrder() =>
        (await Orders.Open(new Client("Anna", "anna@example.com", null, null, "nl"), default)).Id;

    public async Task<Scan> OnlyScan(Id order) => Assert.Single((await Orders.Find(order, default))!.Scans);

    public async Task<byte[]> Content(Id order, Scan scan) =>
        (await azurite.Blobs.GetBlobContainerClient("scans").GetBlobClient($"{order}/{scan.BlobName}").DownloadContentAsync())
            .Value.Content.ToArray();

    /// <summary>As if the order had been destroyed.</summary>
    public async Task Forget(Id order)
    {
        var orders = new TableServiceClient(azurite.ConnectionString).GetTableClient(OrderStore.TableName);
        await orders.DeleteEntityAsync(order.ToString(), "order");
    }

    public async Task<bool> HasBlobs(Id order)
    {
        await foreach (var _ in azurite.Blobs.GetBlobContainerClient("scans").GetBlobsAsync(
            BlobTraits.None, BlobStates.Uncommitted, $"{order}/", default))
            return true;
        return false;
    }

    public static string Metadata(Id order, string fileName = "lijf.stl") => $"orderId {Base64(order.ToString())},filename {Base64(fileName)}";

    public async Task<HttpResponseMessage> Send(
        HttpMethod method, string path, byte[]? bytes = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        if (bytes is not null)
        {
            request.Content = new ByteArrayContent(bytes);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        }
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request);
    }

    /// <summary>The path of a new upload.</summary>
    public async Task<string> Create(Id order, long length, string fileName = "lijf.stl")
    {
        using var answer = await Send(HttpMethod.Post, "api/uploads", null,
            ("Upload-Length", Number(length)), ("Upload-Metadata", Metadata(order, fileName)));
        Assert.Equal(201, (int)answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    public Task<HttpResponseMessage> Append(
        string path, long offset, byte[] bytes, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Patch, path, bytes, [("Upload-Offset", Number(offset)), .. headers]);

    /// <summary>Sends what is missing; waits as long as another request still has the upload to itself.</summary>
    public async Task Resume(string path, byte[] file)
    {
        await Eventually.Find(async () =>
        {
            var offset = await Offset(path);
            using var answer = await Append(path, offset, file[(int)offset..]);
            return (int)answer.StatusCode;
        }, status => status is not (409 or 423));
        Assert.Equal(file.Length, await Offset(path));
    }

    public async Task<long> Offset(string path)
    {
        using var answer = await Eventually.Find(() => Send(HttpMethod.Head, path), answer => (int)answer.StatusCode != 423);
        Assert.Equal(200, (int)answer.StatusCode);
        return long.Parse(Header(answer, "Upload-Offset")!, CultureInfo.InvariantCulture);
    }

    public static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? Assert.Single(values) : null;

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public static string Sha1(byte[] bytes) =>
        $"sha1 {Convert.ToBase64String(CryptographicOperations.HashData(HashAlgorithmName.SHA1, bytes))}";

    public static byte[] File(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}

[CollectionDefinition(nameof(UploadApp))]
public sealed class UploadsShareOneApp : ICollectionFixture<UploadApp>;

public sealed class HoldingUploadApp : UploadApp
{
    protected override bool HoldsBodies => true;
}

[CollectionDefinition(nameof(HoldingUploadApp))]
public sealed class HeldUploadsShareOneApp : ICollectionFixture<HoldingUploadApp>;
