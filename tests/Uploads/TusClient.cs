using System.Net.Http.Headers;

namespace WelWee3D.Tests.Uploads;

/// <summary>A tus client of the plainest kind, and the orders that it uploads for.</summary>
/// <param name="client">Null is the usual member of staff.</param>
internal sealed class TusClient(HttpWorld http, HttpClient? client = null)
{
    private readonly World world = http.World;
    private readonly HttpClient client = client ?? http.Staff;

    public string Token => client.DefaultRequestHeaders.Authorization!.Parameter!;

    public async Task<Id> OpenOrder() => (await world.Given.Order(agreed: order => order with { Consents = [Make.Agreed(world.Now)] })).Id;

    public async Task<Scan> OnlyScan(Id order) => Assert.Single((await world.Get<OrderStore>().Find(order, default))!.Scans);

    public async Task<byte[]> Content(Id order, Scan scan) =>
        (await world.Storage.Scans.GetBlobClient($"{order}/{scan.BlobName}").DownloadContentAsync()).Value.Content.ToArray();

    public async Task<bool> HasBlobs(Id order) => (await world.Storage.BlobNames($"{order}/")).Count > 0;

    public static string Metadata(Id order, string fileName = "lijf.stl") => $"orderId {Base64(order.ToString())},filename {Base64(fileName)}";

    /// <summary>Metadata by which a client's consent comes along.</summary>
    public static string Agreed => $",makeFigurine {Base64("""{"answer":"yes","channel":"paper","language":"nl","textVersion":"1"}""")}";

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
        return await client.SendAsync(request);
    }

    /// <summary>The path of a new upload.</summary>
    public async Task<string> Create(Id order, long length, string fileName = "lijf.stl", string more = "")
    {
        using var answer = await Send(HttpMethod.Post, "api/uploads", null,
            ("Upload-Length", Number(length)), ("Upload-Metadata", Metadata(order, fileName) + more));
        Assert.Equal(201, (int)answer.StatusCode);
        return answer.Headers.Location!.AbsolutePath;
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
