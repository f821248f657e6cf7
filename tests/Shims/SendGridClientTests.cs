using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace WelWee3D.Tests.Shims;

/// <summary>What goes over the wire, as the v3 API wants it: whichever SendGrid the build has.</summary>
public sealed class SendGridClientTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new();

    private readonly WebApplication server = Listener();
    private HttpStatusCode answer = HttpStatusCode.Accepted;
    private (string Path, string? Authorization, string? Type, JsonElement Body) received;

    public async Task InitializeAsync()
    {
        server.Run(async context =>
        {
            var request = context.Request;
            received = (request.Path, request.Headers.Authorization, request.ContentType,
                await JsonSerializer.DeserializeAsync<JsonElement>(request.Body));
            context.Response.StatusCode = (int)answer;
            context.Response.Headers.RetryAfter = "7";
            await context.Response.WriteAsync("told");
        });
        await server.StartAsync();
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_letter_is_posted_as_the_service_wants_it()
    {
        var message = Letter();
        message.ReplyTo = new EmailAddress("praktijk@example.org");
        message.HtmlContent = "<p>Dag</p>";

        var response = await Client().SendEmailAsync(message);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal("/base/v3/mail/send", received.Path);
        Assert.Equal("Bearer key", received.Authorization);
        Assert.Equal("application/json", received.Type);
        Assert.Equal("anna@example.org", received.Body.GetProperty("personalizations")[0].GetProperty("to")[0].GetProperty("email").GetString());
        Assert.Equal("3d@example.org", received.Body.GetProperty("from").GetProperty("email").GetString());
        Assert.Equal("Wel & Wee 3D", received.Body.GetProperty("from").GetProperty("name").GetString());
        Assert.Equal("praktijk@example.org", received.Body.GetProperty("reply_to").GetProperty("email").GetString());
        Assert.Equal("Uw scan", received.Body.GetProperty("subject").GetString());
        Assert.Equal(["text/plain", "text/html"], Content("type"));
        Assert.Equal(["Dag", "<p>Dag</p>"], Content("value"));
    }

    [Fact]
    public async Task What_a_letter_lacks_is_left_out()
    {
        await Client().SendEmailAsync(Letter());

        Assert.False(received.Body.TryGetProperty("reply_to", out _));
        Assert.Equal(["text/plain"], Content("type"));
    }

    [Fact]
    public async Task A_refusal_is_an_answer_and_no_exception()
    {
        answer = HttpStatusCode.TooManyRequests;

        var response = await Client().SendEmailAsync(Letter());

        Assert.False(response.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter?.Delta);
        Assert.Equal("told", await response.Body.ReadAsStringAsync());
    }

    private SendGridClient Client() => new(Http, new SendGridClientOptions { ApiKey = "key", Host = $"{server.Urls.First()}/base" });

    private IEnumerable<string?> Content(string property) =>
        received.Body.GetProperty("content").EnumerateArray().Select(part => part.GetProperty(property).GetString());

    private static SendGridMessage Letter()
    {
        var message = new SendGridMessage
        {
            From = new EmailAddress("3d@example.org", "Wel & Wee 3D"),
            Subject = "Uw scan",
            PlainTextContent = "Dag",
        };
        message.AddTo(new EmailAddress("anna@example.org"));
        return message;
    }

    private static WebApplication Listener()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }
}
