using System.Net.Http.Headers;
using System.Net.Http.Json;
using SendGrid.Helpers.Mail;

namespace SendGrid;

public interface ISendGridClient
{
    Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default);
}

public class SendGridClientOptions
{
    public string? ApiKey { get; set; }

    public string Host { get; set; } = "https://api.sendgrid.com";
}

public class SendGridClient(HttpClient httpClient, SendGridClientOptions options) : ISendGridClient
{
    public async Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{options.Host.TrimEnd('/')}/v3/mail/send")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey) },
            Content = JsonContent.Create(MailSend.Of(msg), new MediaTypeHeaderValue("application/json"), MailSend.Json),
        };
        var response = await httpClient.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return new Response(response.StatusCode, response.Content, response.Headers);
    }
}
