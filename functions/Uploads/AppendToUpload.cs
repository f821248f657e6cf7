using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Staff;

namespace WelWee3D.Uploads;

public sealed class AppendToUpload(
    FrontDoor door, UploadStore uploads, OngoingUploads ongoing, OrderStore orders, UploadDestruction destruction, TimeProvider clock)
{
    public Task<IResult> Run(HttpRequest request, string id, CancellationToken cancellation) =>
        door.Only(Role.Staff, Tus.Answering(request), async caller =>
        {
            if (Tus.RefuseOtherVersion(request) is { } otherVersion)
                return otherVersion;
            if (!Tus.HasBytes(request))
                return Answers.UnsupportedMediaType(Tus.BytesType);
            if (Tus.Number(request, Tus.UploadOffset) is not { } offset)
                return Answers.Unreadable(Tus.UploadOffset, "Must be a number of bytes.");
            if (!UploadChecksum.TryRead(request, out var checksum))
                return UploadChecksum.Refusal();
            using var hashing = checksum;
            var found = await ongoing.Find(id, cancellation);
            if (found.Refusal is { } gone)
                return gone;
            // Asked for beside each other: each takes as long as a block takes to arrive.
            var progress = uploads.Progress(found.Value, cancellation);
            var refusal = Refusal(request, found.Value, offset, caller, cancellation);
            await Task.WhenAll(progress, refusal);
            return await refusal
                ?? await new UploadBytes(uploads, destruction, clock, caller.Id)
                    .Append(request, Told(request, found.Value), await progress, offset, checksum, cancellation)
                ?? Answers.NoContent();
        });

    private async Task<IResult?> Refusal(HttpRequest request, Upload upload, long offset, Caller caller, CancellationToken cancellation)
    {
        if (upload.Parts.Count > 0)
            return Answers.Refusal(StatusCodes.Status403Forbidden, "This upload joins others: no bytes are added to it.");
        return RefuseLength(request, upload, offset) ?? await Outranked(upload, caller, cancellation);
    }

    /// <summary>A length is told once, with the upload or later.</summary>
    private static IResult? RefuseLength(HttpRequest request, Upload upload, long offset)
    {
        if (!request.Headers.ContainsKey(Tus.UploadLength))
            return null;
        if (Tus.RefuseLength(request, upload.IsPartial) is { } refusal)
            return refusal;
        var length = Tus.Number(request, Tus.UploadLength);
        return length == upload.Length || (upload.Length is null && length >= offset)
            ? null
            : Answers.Unreadable(Tus.UploadLength, upload.Length is null ? "Must not be less than what has come." : "Was told before, and is another.");
    }

    /// <summary>The upload with what the request tells of it.</summary>
    private static Upload Told(HttpRequest request, Upload upload) => upload with
    {
        Length = upload.Length ?? Tus.Number(request, Tus.UploadLength),
        DestroysNow = upload.DestroysNow || UploadMetadata.SaysDestroysNow(request.Headers[Tus.UploadMetadata]),
    };

    /// <summary>Why an upload goes no further just now, or ever; then it is destroyed.</summary>
    private async Task<IResult?> Outranked(Upload upload, Caller caller, CancellationToken cancellation)
    {
        if (upload.IsComplete || upload.OrderId is not { } orderId)
            return null;
        var order = await orders.Find(orderId, cancellation);
        if (order?.Scan(upload.Id) is not null)
            return null;
        if (order is not null && !Admission.IsOver(order))
            return OrderRules.Restricted(order) is { } restricted ? OrderAnswers.Of(restricted) : null;
        return await destruction.CarryOut(upload, caller.Id, cancellation) ? Answers.Gone(order is null ? "order" : "upload") : Tus.Locked();
    }
}
