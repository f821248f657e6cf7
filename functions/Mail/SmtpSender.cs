using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using WelWee3D.People;

namespace WelWee3D.Mail;

/// <summary>Sends through a mail server, for a practice that has no account at SendGrid. A connection for each letter: there are few.</summary>
public sealed class SmtpSender(IOptions<MailOptions> options, TimeProvider clock) : ILetterSender
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private MailOptions Mail => options.Value;

    public async Task<SendAnswer> Send(Letter which, RenderedLetter letter, CancellationToken cancellation)
    {
        try
        {
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            await client.ConnectAsync(Mail.SmtpHost, Mail.SmtpPort, Security, cancellation);
            if (Mail.SmtpUser.Length > 0)
                await client.AuthenticateAsync(Mail.SmtpUser, Mail.SmtpPassword, cancellation);
            using var message = Message(which, letter);
            await client.SendAsync(message, cancellation);
            // Taken is taken: no goodbye, which could fail and have it sent twice.
            return new(SendResult.Taken, (int)SmtpStatusCode.Ok);
        }
        catch (AuthenticationException)
        {
            return new(SendResult.AccountRefused, (int)SmtpStatusCode.AuthenticationInvalidCredentials);
        }
        catch (SmtpCommandException refused)
        {
            return new(ResultOf(refused), (int)refused.StatusCode);
        }
        catch (Exception outage) when (outage is SmtpProtocolException or SocketException or SslHandshakeException or TimeoutException)
        {
            throw new IOException("The mail server gave no answer that can be relied on.", outage);
        }
    }

    private SecureSocketOptions Security => Mail.SmtpSecurity switch
    {
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    /// <summary>Codes from 500 on are final (RFC 5321, section 4.2.1); before the recipient is named they are about us.</summary>
    private static SendResult ResultOf(SmtpCommandException refused) => (int)refused.StatusCode < 500
        ? SendResult.NotNow
        : refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted
            ? SendResult.LetterRefused
            : SendResult.AccountRefused;

    private MimeMessage Message(Letter which, RenderedLetter letter)
    {
        var message = new MimeMessage { Subject = letter.Subject, Date = clock.GetUtcNow() };
        message.From.Add(new MailboxAddress(Mail.FromName, Mail.From));
        message.To.Add(new MailboxAddress("", MailAddresses.Kept(letter.To)));
        if (letter.ReplyTo is { } replyTo)
            message.ReplyTo.Add(new MailboxAddress("", MailAddresses.Kept(replyTo)));
        // No answering machine answers it (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (LetterThread.Of(which, letter, Mail) is { } thread)
        {
            message.MessageId = thread.MessageId;
            message.InReplyTo = thread.Root;
            message.References.Add(thread.Root);
        }
        message.Body = new MultipartAlternative(new TextPart("plain") { Text = letter.Body.Text }, new TextPart("html") { Text = letter.Body.Html });
        return message;
    }
}
