namespace WelWee3D.Tests.Local;

[Collection(LocalAppTests.Name)]
public sealed class HttpFunctionsTests(LocalAppFixture local)
{
    private const string Route = "samples/5e27bb6c-6b53-4d0a-a5c7-4b7dcf6d5b5a/2026-02-28/7/buik%20links";

    [Fact]
    public async Task Route_values_bind_by_name_and_type()
    {
        var answer = await local.Http.GetFromJsonAsync<JsonElement>(Route);

        Assert.Equal("5e27bb6c-6b53-4d0a-a5c7-4b7dcf6d5b5a", answer.GetProperty("id").GetString());
        Assert.Equal("2026-02-28", answer.GetProperty("day").GetString());
        Assert.Equal(7, answer.GetProperty("count").GetInt32());
        Assert.Equal("buik links", answer.GetProperty("name").GetString());
        Assert.True(answer.GetProperty("cancellable").GetBoolean());
    }

    [Theory]
    [InlineData("GET", HttpStatusCode.OK)]
    [InlineData("PUT", HttpStatusCode.OK)]
    [InlineData("POST", HttpStatusCode.NotFound)]
    [InlineData("DELETE", HttpStatusCode.NotFound)]
    public async Task Only_the_methods_of_the_trigger_are_answered(string method, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Route);

        using var answer = await local.Http.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("api/samples/failure")]
    [InlineData("samples/no-guid/2026-02-28/7/x")]
    public async Task What_no_route_fits_is_not_found(string path)
    {
        using var answer = await local.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_function_without_a_route_answers_at_its_name_with_an_instance_per_call()
    {
        var first = await local.Http.GetStringAsync("SampleInstance");
        var second = await local.Http.GetStringAsync("SampleInstance");

        Assert.NotEqual(first, second);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_brings_as_much_as_the_limit_says(bool hasLength)
    {
        using var answer = await Send(LocalAppFixture.Limit, hasLength);

        Assert.Equal($"{LocalAppFixture.Limit}", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_that_brings_more_is_told_nothing(bool hasLength)
    {
        using var answer = await Send(LocalAppFixture.Limit + 1, hasLength);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
        Assert.DoesNotContain($"{LocalAppFixture.Limit + 1}", local.Calls.Of("SampleBody"));
    }

    [Fact]
    public async Task A_failure_tells_the_caller_nothing()
    {
        using var answer = await local.Http.GetAsync("samples/failure");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> Send(int bytes, bool hasLength)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "samples/body") { Content = new ByteArrayContent(new byte[bytes]) };
        request.Headers.TransferEncodingChunked = !hasLength;
        return await local.Http.SendAsync(request);
    }
}
