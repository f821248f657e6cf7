using System.Text.Json.Serialization;

namespace WelWee3D.Tests.Http;

public class AnswersTests
{
    private enum Purpose
    {
        [JsonStringEnumMemberName("keep-scan")]
        KeepScan,
        OtherUse,
    }

    private sealed record Line(Purpose FirstPurpose, Purpose SecondPurpose, DateOnly ScannedOn, string? Note);

    [Fact]
    public async Task A_value_is_written_in_camel_case_with_named_enums_iso_dates_and_no_nulls()
    {
        var answer = await Answer.Of(Answers.Ok(new Line(Purpose.KeepScan, Purpose.OtherUse, new(2026, 2, 28), null)));

        Assert.Equal(200, answer.Status);
        Assert.Equal("""{"firstPurpose":"keep-scan","secondPurpose":"otherUse","scannedOn":"2026-02-28"}""", answer.Body);
    }

    [Fact]
    public async Task Something_created_says_where_it_is()
    {
        var answer = await Answer.Of(Answers.Created("/api/orders/1", new { Id = "1" }));

        Assert.Equal(201, answer.Status);
        Assert.Equal("/api/orders/1", answer.Headers.Location);
        Assert.Equal("""{"id":"1"}""", answer.Body);
    }

    [Theory]
    [InlineData(null, null, "http://app.internal:8080/api/orders/1")]
    [InlineData("https", null, "https://app.internal:8080/api/orders/1")]
    [InlineData("https", "3d.example.nl", "https://3d.example.nl/api/orders/1")]
    [InlineData("https, http", "3d.example.nl, app.internal", "https://3d.example.nl/api/orders/1")]
    [InlineData("https", "no host", "/api/orders/1")]
    public async Task A_link_is_the_whole_address_by_which_the_app_was_asked(string? scheme, string? host, string expected)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        (context.Request.Scheme, context.Request.Host) = ("http", new("app.internal:8080"));
        if (scheme is not null)
            context.Request.Headers["X-Forwarded-Proto"] = scheme;
        if (host is not null)
            context.Request.Headers["X-Forwarded-Host"] = host;

        await Answers.Created(ApiPaths.Of("orders/1"), new { Id = "1" }).ExecuteAsync(context);

        Assert.Equal(expected, context.Response.Headers.Location);
        Assert.Equal(expected, ApiPaths.Of(context.Request, "orders/1"));
    }

    [Theory]
    [InlineData("https://welwee3d.nl/bedankt?taal=nl", "https://welwee3d.nl/bedankt?taal=nl")]
    [InlineData("https://welwee3d.nl/één", "https://welwee3d.nl/%C3%A9%C3%A9n")]
    public async Task A_form_is_sent_on_to_another_page(string page, string location)
    {
        var answer = await Answer.Of(Answers.SeeOther(new Uri(page)));

        Assert.Equal(303, answer.Status);
        Assert.Equal(location, answer.Headers.Location);
    }

    [Fact]
    public async Task An_invalid_request_gets_every_message_under_its_field_in_order()
    {
        var problems = new Problems
        {
            { "address.city", "Is required." },
            { "email", "Is required." },
            { "address.city", "Is odd." },
        };

        var answer = await Answer.Of(Answers.Invalid(problems));

        Assert.Equal(422, answer.Status);
        Assert.StartsWith("application/problem+json", answer.ContentType, StringComparison.Ordinal);
        Assert.Equal(["address.city", "email"], answer.Fields);
        Assert.Equal("""["Is required.","Is odd."]""", answer.Json.GetProperty("errors").GetProperty("address.city").GetRawText());
        Assert.Equal(422, answer.Json.GetProperty("status").GetInt32());
    }

    public static TheoryData<int, IResult> Refusals => new()
    {
        { 400, Answers.Unreadable("body", "Is empty.") },
        { 401, Answers.Unauthorized() },
        { 403, Answers.Forbidden() },
        { 404, Answers.NotFound("order") },
        { 409, Answers.Conflict("orderId", "Is shipped already.") },
        { 410, Answers.Gone("link") },
        { 412, Answers.PreconditionFailed() },
        { 413, Answers.TooLarge(1024) },
        { 415, Answers.UnsupportedMediaType("application/json") },
        { 429, Answers.TooMany(TimeSpan.FromMinutes(1)) },
        { 503, Answers.Unavailable() },
    };

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public async Task Every_refusal_is_a_problem_that_repeats_its_status(int status, IResult refusal)
    {
        var answer = await Answer.Of(refusal);

        Assert.Equal(status, answer.Status);
        Assert.StartsWith("application/problem+json", answer.ContentType, StringComparison.Ordinal);
        Assert.Equal(status, answer.Json.GetProperty("status").GetInt32());
        Assert.NotEqual("", answer.Json.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData(0, "1")]
    [InlineData(0.2, "1")]
    [InlineData(59.1, "60")]
    [InlineData(60, "60")]
    public async Task Too_many_requests_are_told_how_many_whole_seconds_to_wait(double seconds, string told)
    {
        var answer = await Answer.Of(Answers.TooMany(TimeSpan.FromSeconds(seconds)));

        Assert.Equal(told, answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task An_outage_says_when_to_come_back() =>
        Assert.Equal("5", (await Answer.Of(Answers.Unavailable())).Headers.RetryAfter);

    [Fact]
    public async Task Someone_unknown_is_told_how_to_sign_in() =>
        Assert.Equal("Bearer", (await Answer.Of(Answers.Unauthorized())).Headers.WWWAuthenticate);

    [Fact]
    public async Task A_wrong_content_type_is_told_which_are_right()
    {
        var answer = await Answer.Of(Answers.UnsupportedMediaType("application/json", "multipart/form-data"));

        Assert.Equal(["contentType"], answer.Fields);
        Assert.Contains("application/json or multipart/form-data", answer.Body, StringComparison.Ordinal);
    }
}
