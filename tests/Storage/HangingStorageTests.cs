using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using WelWee3D.Tests.Formats;

namespace WelWee3D.Tests.Storage;

/// <summary>Storage that does not answer, or stops half-way, does not hold anybody up for long, and is told as what it is.</summary>
public sealed class HangingStorageTests : HttpWorld
{
    private const int ReadAhead = 1024 * 1024;

    // As long as in Azure.
    protected override WorldOptions Options => new() { Settings = new Dictionary<string, string?> { ["Storage:Patience"] = null } };

    [Fact]
    public async Task A_table_that_says_nothing_is_asked_once_more_and_then_the_caller_is_told()
    {
        var asked = 0;
        World.Calls.Hangs = request => IsAbout(request, "/Orders") && Interlocked.Increment(ref asked) > 0;

        using var answer = await Staff.GetAsync($"api/orders/{World.NewId()}");

        await IsUnavailable(answer);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_blob_that_says_nothing_is_asked_once_more_and_then_the_caller_is_told()
    {
        var order = await World.Given.OrderWithScan();
        var asked = 0;
        World.Calls.Hangs = request => request.Method == RequestMethod.Head && IsAbout(request, $"/{order.Id}/") && Interlocked.Increment(ref asked) > 0;

        using var answer = await Staff.GetAsync($"api/scans/{order.Scans[0].Id}/content");

        await IsUnavailable(answer);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_download_that_fails_before_its_first_byte_is_told_as_503()
    {
        var order = await World.Given.OrderWithScan();
        World.Calls.Before = request => IsRead(request, order) ? throw new RequestFailedException(503, "Down", "ServerBusy", null) : Task.CompletedTask;

        using var answer = await Staff.GetAsync($"api/scans/{order.Scans[0].Id}/content");

        await IsUnavailable(answer);
        Assert.Null(answer.Content.Headers.ContentDisposition);
        Assert.Null(answer.Headers.ETag);
    }

    [Fact]
    public async Task A_download_that_fails_half_way_closes_the_connection()
    {
        var order = await World.Given.OrderWithScan(file: new byte[3 * ReadAhead]);
        var reads = 0;
        World.Calls.Body = (request, body) => IsRead(request, order) ? new CutOff(body, ReadAhead) : body;
        World.Calls.Before = request => IsRead(request, order) && Interlocked.Increment(ref reads) > 1
            ? throw new RequestFailedException(503, "Down", "ServerBusy", null)
            : Task.CompletedTask;

        using var answer = await Staff.GetAsync($"api/scans/{order.Scans[0].Id}/content", HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            await using var body = await answer.Content.ReadAsStreamAsync();
            await body.CopyToAsync(Stream.Null);
        });
    }

    [Fact]
    public async Task A_trigger_that_storage_fails_is_told_as_503()
    {
        var order = await World.Given.OrderWithScan(read: false);
        World.Calls.Before = request => IsAbout(request, "/Orders") ? throw new RequestFailedException(503, "Down", "ServerBusy", null) : Task.CompletedTask;

        using var answer = await Anyone.PostAsync(
            "admin/functions/RecordScan", new StringContent($$"""{"input": "scans/{{order.Id}}/{{order.Scans[0].BlobName}}"}"""));

        await IsUnavailable(answer);
    }

    [Theory]
    [InlineData("GET", "scans/a/b.stl", false, true)]
    [InlineData("PUT", "scans/a/b.stl", true, true)]
    [InlineData("PUT", "scans/a/b.stl?comp=block&blockid=AA", true, true)]
    [InlineData("PUT", "exports/a.zip?comp=appendblock", true, true)]
    [InlineData("HEAD", "scans/a/b.stl", false, false)]
    [InlineData("DELETE", "scans/a/b.stl", false, false)]
    [InlineData("PUT", "scans/a/b.stl?comp=blocklist", true, false)]
    [InlineData("GET", "scans/a/b.stl?comp=blocklist", false, false)]
    [InlineData("GET", "scans?restype=container&comp=list", false, false)]
    [InlineData("GET", "scans?restype=container", false, false)]
    public void Only_what_carries_the_bytes_of_a_file_is_given_time(string method, string call, bool hasContent, bool isLong)
    {
        var request = World.Calls.CreateRequest();
        request.Method = RequestMethod.Parse(method);
        request.Uri.Reset(new($"https://account.example/{call}"));
        request.Content = hasContent ? RequestContent.Create("content"u8.ToArray()) : null;
        var message = new HttpMessage(request, new ResponseClassifier());

        new TransferPatience().OnSendingRequest(message);

        Assert.Equal(isLong ? TimeSpan.FromSeconds(30) : null, message.NetworkTimeout);
    }

    private static bool IsAbout(Request request, string path) => request.Uri.Path.Contains(path, StringComparison.Ordinal);

    private static bool IsRead(Request request, Order order) => request.Method == RequestMethod.Get && IsAbout(request, $"/{order.Id}/");

    /// <summary>A body of which only so much comes.</summary>
    private sealed class CutOff(Stream body, int left) : ReadOnlyTestStream
    {
        private int left = left;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (left == 0)
                throw new IOException("The connection was lost.");
            var read = await body.ReadAsync(buffer[..Math.Min(buffer.Length, left)], cancellationToken);
            left -= read;
            return read;
        }

        protected override int Fill(Span<byte> buffer) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            body.Dispose();
            base.Dispose(disposing);
        }
    }

    private static async Task IsUnavailable(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(503, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty("status").GetInt32());
    }
}
