using System.Text.Json;
using System.Text.Json.Serialization;
using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>The body of <c>POST /v3/mail/send</c>.</summary>
internal sealed record MailSend(
    IReadOnlyList<MailSend.Personalization> Personalizations,
    EmailAddress? From,
    EmailAddress? ReplyTo,
    string? Subject,
    IReadOnlyList<MailSend.Part> Content,
    TrackingSettings? TrackingSettings)
{
    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public sealed record Personalization(IReadOnlyList<EmailAddress> To);

    public sealed record Part(string Type, string Value);

    public static MailSend Of(SendGridMessage message) => new(
        [new Personalization(message.To)],
        message.From,
        message.ReplyTo,
        message.Subject,
        [.. Parts(message)],
        message.TrackingSettings);

    // The service refuses a letter in which text/plain does not come first.
    private static IEnumerable<Part> Parts(SendGridMessage message)
    {
        if (message.PlainTextContent is { Length: > 0 } text)
            yield return new Part("text/plain", text);
        if (message.HtmlContent is { Length: > 0 } html)
            yield return new Part("text/html", html);
    }
}
