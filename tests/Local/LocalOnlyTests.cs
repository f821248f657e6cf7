namespace WelWee3D.Tests.Local;

/// <summary>A page in a browser on this machine can reach the local host: it must not move the clock.</summary>
[Collection(LocalAppTests.Name)]
public sealed class LocalOnlyTests(LocalAppFixture local)
{
    [Theory]
    [InlineData("local/mail", "Host", "evil.example")]
    [InlineData("local/mail", "Host", "localhost.evil.example")]
    [InlineData("local/mail", "Host", "192.168.1.5")]
    [InlineData("local/poison", "Origin", "https://evil.example")]
    [InlineData("local/poison", "Origin", "null")]
    [InlineData("local/poison", "Origin", "http://localhost:1")]
    [InlineData("local/clock", "Sec-Fetch-Site", "cross-site")]
    [InlineData("admin/functions/SampleTimer", "Origin", "https://evil.example")]
    public async Task What_comes_from_elsewhere_is_refused(string path, string header, string value)
    {
        using var answer = await Ask(path, header, value);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("Host", "127.0.0.1:7071")]
    [InlineData("Host", "[::1]:7071")]
    [InlineData("Host", "LOCALHOST")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "")]
    public async Task What_comes_from_this_machine_is_answered(string header, string value)
    {
        using var answer = await Ask("local/clock", header, value.Length > 0 ? value : $"http://localhost:{local.App.BaseAddress.Port}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_api_is_for_everybody()
    {
        using var answer = await Ask("SampleInstance", "Origin", "https://www.welenweeverloskundigen.nl");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("local/token")]
    [InlineData("local/clock")]
    public async Task More_than_a_letter_can_hold_is_refused_unread(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(new byte[2 * 1024 * 1024]) };
        // Who sends without asking may find the connection closed before the answer is read.
        request.Headers.ExpectContinue = true;

        using var answer = await local.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> Ask(string path, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, value);
        return await local.Http.SendAsync(request);
    }
}
