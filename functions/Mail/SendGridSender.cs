using System.Net;
using SendGrid;
using SendGrid.Helpers.Mail;
using WelWee3D.People;

namespace WelWee3D.Mail;

public sealed class SendGridSender(ISendGridClient sendGrid, IOptions<MailOptions> options) : ILetterSender
{
    // Who opens a letter, and when, is nobody's business: no pixel, no rewritten links.
    private static readonly TrackingSettings Untracked = new()
    {
        ClickTracking = new() { Enable = false, EnableText = false },
        OpenTracking = new() { Enable = false },
    };

    public async Task<SendAnswer> Send(Letter which, RenderedLetter letter, CancellationToken cancellation)
    {
        var status = (await sendGrid.SendEmailAsync(Message(which, letter), cancellation)).StatusCode;
        return new(ResultOf(status), (int)status);
    }

    public static SendResult ResultOf(HttpStatusCode status) => status switch
    {
        // The key is wrong, or the account has ended or may not send as who it says.
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => SendResult.AccountRefused,
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests => SendResult.NotNow,
        _ when (int)status is >= 200 and <= 299 => SendResult.Taken,
        _ when (int)status is >= 400 and <= 499 => SendResult.LetterRefused,
        _ => SendResult.NotNow,
    };

    private SendGridMessage Message(Letter which, RenderedLetter letter)
    {
        var message = new SendGridMessage
        {
            From = new EmailAddress(options.Value.From, options.Value.FromName),
            ReplyTo = letter.ReplyTo is { } replyTo ? new EmailAddress(MailAddresses.Kept(replyTo)) : null,
            Subject = letter.Subject,
            PlainTextContent = letter.Body.Text,
            HtmlContent = letter.Body.Html,
            TrackingSettings = Untracked,
        };
        message.AddCustomArg(MailEvents.LetterArgument, $"{which.Kind}|{which.Reference}");
        message.AddTo(new EmailAddress(MailAddresses.Kept(letter.To)));
        if (LetterThread.Of(which, letter, options.Value) is { } thread)
            message.AddGlobalHeaders(new()
            {
                ["Message-ID"] = $"<{thread.MessageId}>",
                ["In-Reply-To"] = $"<{thread.Root}>",
                ["References"] = $"<{thread.Root}>",
            });
        return message;
    }
}
