using System.Collections.Concurrent;
using SendGrid;

namespace WelWee3D.Tests.Mail;

/// <summary>The far end of the SendGrid client: keeps what it was sent, and answers as it is told to.</summary>
internal sealed class SendGridStandIn
{
    public ConcurrentQueue<JsonElement> Received { get; } = [];

    public IEnumerable<string?> Subjects => Received.Select(mail => mail.GetProperty("subject").GetString());

    /// <summary>By subject; null is no answer at all.</summary>
    public Func<string, HttpStatusCode?> Answer { get; set; } = _ => HttpStatusCode.Accepted;

    public SendGridClient Client() => new(new HttpClient(new FarEnd(this)), new SendGridClientOptions { ApiKey = "key" });

    private sealed class FarEnd(SendGridStandIn told) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var mail = JsonSerializer.Deserialize<JsonElement>(await request.Content!.ReadAsStreamAsync(cancellationToken));
            told.Received.Enqueue(mail);
            return told.Answer(mail.GetProperty("subject").GetString()!) is { } status
                ? new HttpResponseMessage(status) { Content = new StringContent("") }
                : throw new HttpRequestException("unreachable");
        }
    }
}
