using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Staff;

namespace WelWee3D.Uploads;

public sealed class AppendToUpload(FrontDoor door, UploadStore uploads, OngoingUploads ongoing, OrderStore orders, TimeProvider clock)
{
    [Function(nameof(AppendToUpload))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", "post", Route = "uploads/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, Tus.Answering(request), async _ =>
        {
            if (Tus.RefuseOtherVersion(request) is { } otherVersion)
                return otherVersion;
            if (HttpMethods.IsPost(request.Method) && request.Headers[Tus.MethodOverride] != HttpMethods.Patch)
                return Answers.Refusal(StatusCodes.Status405MethodNotAllowed, $"POST means PATCH here, if {Tus.MethodOverride} says so.")
                    .With(HeaderNames.Allow, "HEAD, PATCH, DELETE");
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
            if (await Outranked(found.Value, cancellation) is { } outranked)
                return outranked;

            var upload = UploadMetadata.SaysDestroysNow(request.Headers[Tus.UploadMetadata]) ? found.Value with { DestroysNow = true } : found.Value;
            return await new UploadBytes(uploads, clock).Append(request, upload, offset, checksum, cancellation)
                ?? Answers.NoContent();
        });

    /// <summary>Why an upload goes no further just now, or ever; then it is discarded.</summary>
    private async Task<IResult?> Outranked(Upload upload, CancellationToken cancellation)
    {
        if (upload.IsComplete)
            return null;
        var order = await orders.Find(upload.OrderId, cancellation);
        if (order?.Scan(upload.Id) is not null)
            return null;
        if (order is not null && !Admission.IsOver(order))
            return OrderRules.Restricted(order) is { } restricted ? OrderAnswers.Of(restricted) : null;
        return await uploads.Discard(upload, cancellation) ? Answers.Gone(order is null ? "order" : "upload") : Tus.Locked();
    }
}
