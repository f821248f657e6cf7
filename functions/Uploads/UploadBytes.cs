using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using WelWee3D.Http;
using WelWee3D.Orders;

namespace WelWee3D.Uploads;

/// <summary>The part of a request that sends bytes: with it an upload may be made, and goes on.</summary>
/// <param name="sender">The account that sends them.</param>
internal sealed class UploadBytes(UploadStore uploads, UploadDestruction destruction, TimeProvider clock, string sender)
{
    /// <summary>Null when the bytes are in, and the answer names the offset; otherwise why they are not.</summary>
    public async Task<IResult?> Append(
        HttpRequest request, Upload upload, Progress progress, long offset, UploadChecksum? checksum, CancellationToken cancellation)
    {
        if (upload.IsHeldFrom(sender, clock.GetUtcNow()))
            return Tus.Locked();
        if (progress.Offset != offset)
            return Answers.Conflict(Tus.UploadOffset, $"Must be {progress.Offset}, which is where this upload has come to.");
        if (request.ContentLength > upload.RoomAfter(offset))
            return Tus.TooLong();
        if (progress.Blocks >= UploadBlocks.MaxBlocks)
            return TooManyBlocks();

        if (!upload.IsComplete)
        {
            await using var turn = await uploads.TakeTurn(upload, offset, counts: checksum is null, sender);
            if (turn is null)
                return Tus.Locked();
            var receiver = new UploadReceiver(uploads, turn, clock);
            TakeYourTime(request);
            var ending = await receiver.Receive(request.Body, progress.Blocks, checksum);
            if (await Settle(ending, turn, receiver.End, checksum) is { } refusal)
                return refusal;
            offset = turn.Upload.Attempt.Counts ? receiver.End : offset;
            upload = turn.Upload;
        }
        Tus.ShowOffset(request, offset);
        Tus.ShowExpiry(request, upload);
        return null;
    }

    /// <summary>Brings what its partial uploads have, from where it has come to.</summary>
    public async Task<IResult?> Join(Upload final, IReadOnlyList<Upload> parts, PartialUploads partials, CancellationToken cancellation)
    {
        var progress = await uploads.Progress(final, cancellation);
        await using var turn = await uploads.TakeTurn(final, progress.Offset, counts: true, sender);
        if (turn is null)
            return Tus.Locked();
        var receiver = new UploadReceiver(uploads, turn, clock);
        var start = 0L;
        foreach (var part in parts.Where(part => part.Length > 0))
        {
            var end = start + part.Length!.Value;
            if (receiver.End < end)
            {
                await using var body = await partials.Open(part, receiver.End - start, cancellation);
                if (await receiver.Receive(body, progress.Blocks, checksum: null) == Ending.TurnLost)
                    return await Lost(turn);
                if (receiver.End != end)
                    return Answers.Unavailable();
            }
            start = end;
        }
        return await Complete(turn);
    }

    public async Task<IResult?> Complete(UploadTurn turn) => await uploads.Complete(turn) switch
    {
        { Refusal: { } refusal } => OrderAnswers.Of(refusal),
        var completed => await Answer(completed.Completion, turn),
    };

    private async Task<IResult?> Answer(Completion completion, UploadTurn turn)
    {
        if (completion == Completion.TurnLost)
            return await Lost(turn);
        if (turn.Upload.IsCondemned)
            await destruction.CarryOut(turn.Upload, sender, CancellationToken.None);
        return Refusal(completion);
    }

    private static IResult? Refusal(Completion completion) => completion switch
    {
        Completion.OrderIsGone => Answers.Gone("order"),
        Completion.OrderIsOver => Answers.Gone("upload"),
        Completion.AlreadyKept => Answers.Conflict(
            "again", "This order has a scan with the very same file: the upload was discarded. To have it twice, send it with again (true) in Upload-Metadata."),
        Completion.OrderRefuses => Answers.Conflict("orderId", "This order no longer takes scans: the upload was discarded."),
        _ => null,
    };

    /// <summary>
    /// Decides whether what has come counts; until then, bytes with a checksum do not. The last write of a turn tells whether it
    /// was lost meanwhile: then what has just been staged may be all that is left of an upload.
    /// </summary>
    private async Task<IResult?> Settle(Ending ending, UploadTurn turn, long end, UploadChecksum? checksum)
    {
        if (ending == Ending.TurnLost)
            return await Lost(turn);
        var isMet = checksum is null || (ending == Ending.Whole && checksum.IsMet());
        var refusal = ending switch
        {
            Ending.TooLong => Tus.TooLong(),
            Ending.TooManyBlocks => TooManyBlocks(),
            Ending.Whole when !isMet => Tus.ChecksumMismatch(),
            _ => null,
        };
        var counts = isMet && ending != Ending.TooLong;
        var isLast = counts && refusal is null && end == turn.Upload.Length && !turn.Upload.IsPartial;
        if (!isLast)
            return await turn.End(counts) ? refusal : await Lost(turn);
        return turn.Upload.Attempt.Counts || await turn.Count() ? await Complete(turn) : await Lost(turn);
    }

    private async Task<IResult> Lost(UploadTurn turn) =>
        await uploads.IsDestroyed(turn) || clock.GetUtcNow() >= turn.Upload.ExpiresAt ? Answers.Gone("upload") : Tus.Locked();

    // Phones are slow; who falls silent altogether is cut off by the receiver.
    private static void TakeYourTime(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
    }

    private static IResult TooManyBlocks() =>
        Tus.TooLarge(Tus.UploadLength, $"The file comes in too small pieces: {UploadBlocks.MaxBlocks} at most.");
}
