using System.Net.Http.Headers;

namespace WelWee3D.Tests.Uploads;

/// <summary>What a request asks for, and by which media type, however it is spelt.</summary>
public sealed class TusMethodTests(HttpWorld http) : IClassFixture<HttpWorld>
{
    private readonly TusClient tus = new(http);

    [Theory]
    [InlineData("POST", "PATCH")]
    [InlineData("POST", "patch")]
    [InlineData("PUT", "Patch")]
    [InlineData("DELETE", "PATCH")]
    [InlineData("GET", "PATCH")]
    public async Task Bytes_are_added_by_any_method_that_says_so(string method, string meant)
    {
        var path = await tus.Create(await tus.OpenOrder(), 5);

        using var answer = await tus.Send(new(method), path, [1, 2], ("Upload-Offset", "0"), ("X-HTTP-Method-Override", meant));

        Assert.Equal((204, "2"), ((int)answer.StatusCode, TusClient.Header(answer, "Upload-Offset")));
    }

    [Theory]
    [InlineData("PATCH", "DELETE")]
    [InlineData("POST", "delete")]
    [InlineData("HEAD", "DELETE")]
    public async Task An_upload_is_ended_by_any_method_that_says_so(string method, string meant)
    {
        var path = await tus.Create(await tus.OpenOrder(), 5);

        using var ended = await tus.Send(new(method), path, null, ("Upload-Offset", "0"), ("X-HTTP-Method-Override", meant));
        using var head = await tus.Send(HttpMethod.Head, path);

        Assert.Equal((204, 410), ((int)ended.StatusCode, (int)head.StatusCode));
    }

    [Theory]
    [InlineData("POST", "HEAD")]
    [InlineData("GET", "head")]
    [InlineData("DELETE", "Head")]
    public async Task Its_offset_is_told_by_any_method_that_says_so(string method, string meant)
    {
        var path = await tus.Create(await tus.OpenOrder(), 5);

        using var answer = await tus.Send(new(method), path, null, ("X-HTTP-Method-Override", meant));

        Assert.Equal((200, "0"), ((int)answer.StatusCode, TusClient.Header(answer, "Upload-Offset")));
    }

    [Theory]
    [InlineData("PUT", "POST", 201)]
    [InlineData("PATCH", "post", 201)]
    [InlineData("POST", "Options", 204)]
    public async Task One_is_begun_and_the_server_described_by_any_method_that_says_so(string method, string meant, int status)
    {
        using var answer = await tus.Send(new(method), "api/uploads", null,
            ("Upload-Length", "5"), ("Upload-Metadata", TusClient.Metadata(await tus.OpenOrder())), ("X-HTTP-Method-Override", meant));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 204, answer.Headers.Contains("Tus-Extension"));
    }

    [Theory]
    [InlineData("POST", "", "HEAD, PATCH, DELETE")]
    [InlineData("GET", "", "HEAD, PATCH, DELETE")]
    [InlineData("PATCH", "PUT", "HEAD, PATCH, DELETE")]
    [InlineData("GET", null, "OPTIONS, POST")]
    [InlineData("DELETE", null, "OPTIONS, POST")]
    public async Task Any_other_is_refused_with_those_that_are_not(string method, string? meant, string allowed)
    {
        var path = meant is null ? "api/uploads" : await tus.Create(await tus.OpenOrder(), 5);

        using var answer = await tus.Send(new(method), path, null, meant is { Length: > 0 } ? [("X-HTTP-Method-Override", meant)] : []);

        Assert.Equal(405, (int)answer.StatusCode);
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow));
        Assert.Equal("1.0.0", TusClient.Header(answer, "Tus-Resumable"));
    }

    [Theory]
    [InlineData("application/offset+octet-stream; charset=binary", 204)]
    [InlineData("Application/Offset+Octet-Stream;q=1", 204)]
    [InlineData("application/octet-stream", 415)]
    [InlineData("application/offset+octet-streams", 415)]
    public async Task A_media_type_may_have_parameters(string type, int status)
    {
        var path = await tus.Create(await tus.OpenOrder(), 5);
        using var request = new HttpRequestMessage(HttpMethod.Patch, path) { Content = new ByteArrayContent([1]) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Offset", "0");

        using var answer = await http.Staff.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
    }
}
