using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SendGrid;
using SendGrid.Helpers.Mail;
using WelWee3D.People;
using WelWee3D.Storage;
using WelWee3D.Telemetry;

namespace WelWee3D.Mail;

/// <summary>Takes one letter as far as it gets: sent, put off, dropped or given up.</summary>
public sealed partial class LetterDelivery(
    Letters letters,
    IEnumerable<ILetterRenderer> renderers,
    ISendGridClient sendGrid,
    IOptions<MailOptions> options,
    Measures measures,
    TimeProvider clock,
    ILogger<LetterDelivery> log)
{
    private static readonly TimeSpan PauseForRecord = TimeSpan.FromMinutes(1);

    // Who opens a letter, and when, is nobody's business: no pixel, no rewritten links.
    private static readonly TrackingSettings Untracked = new()
    {
        ClickTracking = new() { Enable = false, EnableText = false },
        OpenTracking = new() { Enable = false },
    };

    private readonly Dictionary<string, ILetterRenderer> renderers = renderers.ToDictionary(renderer => renderer.Kind);

    /// <summary>Does not leave what waits about a record to the timer: the record is about to go.</summary>
    public async Task DeliverAbout(Id record, CancellationToken cancellation)
    {
        await foreach (var letter in letters.About(record, cancellation))
            if (letter.IsSent)
                await Tell(letter, sent: true, Letters.SentAt(letter), cancellation);
            else
                await Deliver(letter, cancellation);
    }

    public async Task Deliver(WaitingLetter letter, CancellationToken cancellation)
    {
        if (letter.IsSent)
        {
            // Once more: who sent it may have died before that was told.
            await Tell(letter, sent: true, Letters.SentAt(letter), cancellation);
            await letters.Remove(letter, cancellation);
            return;
        }
        if (await letters.Claim(letter, cancellation) is not { } claimed)
            return;
        using var goingOn = Traces.GoOn("send letter", claimed.Trace);
        goingOn?.SetTag(RedactedSpans.LetterKind, claimed.Letter.Kind);
        if (await Render(claimed, cancellation) is not { } rendered)
        {
            await WithoutRecord(claimed, cancellation);
            return;
        }

        switch (await Send(claimed, rendered, cancellation))
        {
            case { } accepted when (int)accepted is >= 200 and <= 299:
                measures.LetterSent();
                await letters.MarkSent(claimed);
                await Tell(claimed, sent: true, clock.GetUtcNow(), CancellationToken.None);
                break;
            case { } refused when IsOfAccount(refused):
                measures.LetterRefused((int)refused);
                await Failed(claimed with { RefusedWith = (int)refused }, cancellation);
                break;
            case { } refused when IsFinal(refused):
                await GiveUp(claimed, cancellation);
                break;
            default:
                await Failed(claimed with { RefusedWith = null }, cancellation);
                break;
        }
    }

    /// <summary>The letter itself is at fault, not the account, the service or the moment.</summary>
    public static bool IsFinal(HttpStatusCode status) =>
        (int)status is >= 400 and <= 499 && !IsOfAccount(status)
        && status is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests);

    /// <summary>The key is wrong, or the account has ended or may not send as who it says: no letter goes out until that is mended.</summary>
    private static bool IsOfAccount(HttpStatusCode status) => status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    private async Task<RenderedLetter?> Render(WaitingLetter letter, CancellationToken cancellation)
    {
        try
        {
            return await renderers[letter.Letter.Kind].Render(letter.Letter.Reference, cancellation);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            await Failed(letter with { RefusedWith = null }, cancellation);
            throw;
        }
    }

    /// <summary>Null when the service gave no answer.</summary>
    private async Task<HttpStatusCode?> Send(WaitingLetter letter, RenderedLetter rendered, CancellationToken cancellation)
    {
        try
        {
            var response = await sendGrid.SendEmailAsync(Message(letter.Letter, rendered), cancellation);
            if (!response.IsSuccessStatusCode)
                LogRefused(letter.Letter.Kind, letter.Letter.Reference, (int)response.StatusCode);
            return response.StatusCode;
        }
        catch (Exception outage) when (outage is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            LogNoAnswer(outage, letter.Letter.Kind, letter.Letter.Reference);
            return null;
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            await Failed(letter with { RefusedWith = null }, cancellation);
            throw;
        }
    }

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
        message.AddTo(new EmailAddress(MailAddresses.Kept(letter.To)));
        if (letter.Thread is { } thread)
            message.AddGlobalHeaders(ThreadHeaders(which, thread));
        return message;
    }

    /// <summary>Headers by which mail programs put letters together (RFC 5322, section 3.6.4): all refer to one that begins the thread.</summary>
    private Dictionary<string, string> ThreadHeaders(Letter letter, string thread)
    {
        var domain = options.Value.From[(options.Value.From.LastIndexOf('@') + 1)..];
        var root = $"<{thread}@{domain}>";
        return new()
        {
            ["Message-ID"] = $"<{letter.Kind}.{letter.Reference.Replace('|', '.')}@{domain}>",
            ["In-Reply-To"] = root,
            ["References"] = root,
        };
    }

    // A kind that is not known here is of a later version.
    private Task Tell(WaitingLetter letter, bool sent, DateTimeOffset at, CancellationToken cancellation) =>
        renderers.TryGetValue(letter.Letter.Kind, out var renderer)
            ? renderer.Delivered(letter.Letter.Reference, sent, at, cancellation)
            : Task.CompletedTask;

    private Task WithoutRecord(WaitingLetter letter, CancellationToken cancellation) =>
        Age(letter) < Letter.DroppedAfter
            ? letters.Postpone(letter, PauseForRecord, cancellation)
            : letters.Remove(letter, cancellation);

    private Task Failed(WaitingLetter letter, CancellationToken cancellation)
    {
        var failed = letter with { Failures = letter.Failures + 1 };
        return Age(letter) < Letter.GivenUpAfter
            ? letters.Postpone(failed, Letter.PauseAfter(failed.Failures), cancellation)
            : GiveUp(failed, cancellation);
    }

    private async Task GiveUp(WaitingLetter letter, CancellationToken cancellation)
    {
        await letters.GiveUp(letter, cancellation);
        await Tell(letter, sent: false, clock.GetUtcNow(), cancellation);
        measures.LetterGivenUp();
        LogGivenUp(letter.Letter.Kind, letter.Letter.Reference);
    }

    private TimeSpan Age(WaitingLetter letter) => clock.GetUtcNow() - letter.AddedAt;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail service answered {Status} to letter {Kind} about {Reference}")]
    private partial void LogRefused([Operational] string kind, [Pseudonymous] string reference, [Operational] int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail service did not answer to letter {Kind} about {Reference}")]
    private partial void LogNoAnswer(Exception outage, [Operational] string kind, [Pseudonymous] string reference);

    [LoggerMessage(Level = LogLevel.Error, Message = "Letter {Kind} about {Reference} could not be delivered and was given up")]
    private partial void LogGivenUp([Operational] string kind, [Pseudonymous] string reference);
}
