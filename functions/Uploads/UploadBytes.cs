using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using WelWee3D.Http;
using WelWee3D.Orders;

namespace WelWee3D.Uploads;

/// <summary>The part of a request that sends bytes: with it an upload may be made, and goes on.</summary>
internal sealed class UploadBytes(UploadStore uploads, TimeProvider clock)
{
    /// <summary>Null when the bytes are in, and the answer names the offset; otherwise why they are not.</summary>
    public async Task<IResult?> Append(
        HttpRequest request, Upload upload, long offset, UploadChecksum? checksum, CancellationToken cancellation)
    {
        var progress = await uploads.Progress(upload, cancellation);
        if (upload.LockedUntil > clock.GetUtcNow())
            return Tus.Locked();
        if (progress.Offset != offset)
            return Answers.Conflict(Tus.UploadOffset, $"Must be {progress.Offset}, which is where this upload has come to.");
        if (request.ContentLength > upload.Length - offset)
            return TooLong();
        if (progress.Blocks >= UploadBlocks.MaxBlocks)
            return TooManyBlocks();

        if (!upload.IsComplete)
        {
            await using var turn = await uploads.TakeTurn(upload, offset, counts: checksum is null);
            if (turn is null)
                return Tus.Locked();
            var receiver = new UploadReceiver(uploads, turn, clock);
            TakeYourTime(request);
            var ending = await receiver.Receive(request.Body, progress.Blocks, checksum);
            if (await Refusal(ending, turn, checksum) is { } refusal)
                return refusal;
            offset = turn.Upload.Attempt.Counts ? receiver.End : offset;
            if (offset == upload.Length && await Complete(turn) is { } refused)
                return refused;
            upload = turn.Upload;
        }
        Tus.ShowOffset(request, offset);
        Tus.ShowExpiry(request, upload);
        return null;
    }

    public async Task<IResult?> Complete(UploadTurn turn) => await uploads.Complete(turn) switch
    {
        { Refusal: { } refusal } => OrderAnswers.Of(refusal),
        var completed => await Answer(completed.Completion, turn),
    };

    private async Task<IResult?> Answer(Completion completion, UploadTurn turn) => completion switch
    {
        Completion.TurnLost => await Lost(turn),
        Completion.OrderIsGone => Answers.Gone("order"),
        Completion.OrderIsOver => Answers.Gone("upload"),
        Completion.AlreadyKept => Answers.Conflict(
            "again", "This order has a scan with the very same file: the upload was discarded. To have it twice, send it with again (true) in Upload-Metadata."),
        Completion.OrderRefuses => Answers.Conflict("orderId", "This order no longer takes scans: the upload was discarded."),
        _ => null,
    };

    /// <summary>Decides whether what has come counts; until then, bytes with a checksum do not.</summary>
    private async Task<IResult?> Refusal(Ending ending, UploadTurn turn, UploadChecksum? checksum)
    {
        switch (ending)
        {
            case Ending.TurnLost:
                return await Lost(turn);
            case Ending.TooLong:
                return await turn.Count(false) ? TooLong() : await Lost(turn);
            case Ending.TooManyBlocks:
                return TooManyBlocks();
            case Ending.Whole when checksum is not null:
                if (!checksum.IsMet())
                    return Tus.ChecksumMismatch();
                return await turn.Count(true) ? null : await Lost(turn);
            default:
                return null;
        }
    }

    private async Task<IResult> Lost(UploadTurn turn) =>
        await uploads.IsDestroyed(turn) || clock.GetUtcNow() >= turn.Upload.ExpiresAt ? Answers.Gone("upload") : Tus.Locked();

    // Phones are slow; who falls silent altogether is cut off by the receiver.
    private static void TakeYourTime(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
    }

    private static IResult TooLong() => Tus.TooLarge(Tus.UploadLength, "More bytes came than were announced.");

    private static IResult TooManyBlocks() =>
        Tus.TooLarge(Tus.UploadLength, $"The file comes in too small pieces: {UploadBlocks.MaxBlocks} at most.");
}
