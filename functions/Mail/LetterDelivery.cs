using Microsoft.Extensions.Logging;
using WelWee3D.Telemetry;

namespace WelWee3D.Mail;

/// <summary>Takes one letter as far as it gets: sent, put off, dropped or given up.</summary>
public sealed partial class LetterDelivery(
    Letters letters,
    IEnumerable<ILetterRenderer> renderers,
    ILetterSender sender,
    Measures measures,
    TimeProvider clock,
    ILogger<LetterDelivery> log)
{
    private static readonly TimeSpan PauseForRecord = TimeSpan.FromMinutes(1), PauseForVersion = TimeSpan.FromHours(1);

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
        if (!renderers.ContainsKey(letter.Letter.Kind))
        {
            // Of a later version: what is not understood is left, for as long as it takes.
            LogUnknown(letter.Letter.Kind, letter.Letter.Reference);
            await letters.Postpone(letter, PauseForVersion, cancellation);
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
            case { Result: SendResult.Taken }:
                measures.LetterSent();
                await letters.MarkSent(claimed);
                await Tell(claimed, sent: true, clock.GetUtcNow(), CancellationToken.None);
                break;
            case { Result: SendResult.AccountRefused } refused:
                measures.LetterRefused(refused.Status);
                await Failed(claimed with { RefusedWith = refused.Status }, cancellation);
                break;
            case { Result: SendResult.LetterRefused }:
                await GiveUp(claimed, cancellation);
                break;
            default:
                await Failed(claimed with { RefusedWith = null }, cancellation);
                break;
        }
    }

    private async Task<RenderedLetter?> Render(WaitingLetter letter, CancellationToken cancellation)
    {
        try
        {
            var renderer = renderers[letter.Letter.Kind];
            var rendered = await renderer.Render(letter.Letter.Reference, cancellation);
            rendered?.Body.Close(renderer.Reason);
            return rendered;
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            await Failed(letter with { RefusedWith = null }, cancellation);
            throw;
        }
    }

    /// <summary>Null when the service gave no answer.</summary>
    private async Task<SendAnswer?> Send(WaitingLetter letter, RenderedLetter rendered, CancellationToken cancellation)
    {
        try
        {
            var answer = await sender.Send(letter.Letter, rendered, cancellation);
            if (answer.Result != SendResult.Taken)
                LogRefused(letter.Letter.Kind, letter.Letter.Reference, answer.Status);
            return answer;
        }
        catch (Exception outage) when (outage is HttpRequestException or IOException or OperationCanceledException && !cancellation.IsCancellationRequested)
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
        // While it waits: whoever dies in between tells it again, and once its row is gone nobody would.
        await Tell(letter, sent: false, clock.GetUtcNow(), cancellation);
        await letters.GiveUp(letter, cancellation);
        measures.LetterGivenUp();
        LogGivenUp(letter.Letter.Kind, letter.Letter.Reference);
    }

    private TimeSpan Age(WaitingLetter letter) => clock.GetUtcNow() - letter.AddedAt;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail service answered {Status} to letter {Kind} about {Reference}")]
    private partial void LogRefused([Operational] string kind, [Pseudonymous] string reference, [Operational] int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail service did not answer to letter {Kind} about {Reference}")]
    private partial void LogNoAnswer(Exception outage, [Operational] string kind, [Pseudonymous] string reference);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letter {Kind} about {Reference} is of a kind that this version does not know, and waits")]
    private partial void LogUnknown([Operational] string kind, [Pseudonymous] string reference);

    [LoggerMessage(Level = LogLevel.Error, Message = "Letter {Kind} about {Reference} could not be delivered and was given up")]
    private partial void LogGivenUp([Operational] string kind, [Pseudonymous] string reference);
}
