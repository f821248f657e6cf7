using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Staff;

namespace WelWee3D.Uploads;

public sealed class TerminateUpload(
    FrontDoor door, UploadStore uploads, OngoingUploads ongoing, OrderStore orders, UploadDestruction destruction, TimeProvider clock)
{
    public Task<IResult> Run(HttpRequest request, string id, CancellationToken cancellation) =>
        door.Only(Role.Staff, Tus.Answering(request), async caller =>
        {
            if (Tus.RefuseOtherVersion(request) is { } otherVersion)
                return otherVersion;
            if (!Id.TryParse(id, out var uploadId) || await uploads.Find(uploadId, cancellation) is not { } upload)
                return (await ongoing.Find(id, cancellation)).Refusal!;
            if (upload.IsComplete)
                return Answers.Conflict("id", $"This upload has become a scan: {ApiPaths.Of($"scans/{upload.Id}/destroy")} destroys that.");
            if (upload.OrderId is { } orderId && await orders.Find(orderId, cancellation) is { } order && OrderRules.Restricted(order) is { } restricted)
                return OrderAnswers.Of(restricted);

            // Whoever else sends it is asked to stop first; only what outranks them takes it from under their hands.
            if (upload.IsHeldFrom(caller.Id, clock.GetUtcNow()))
                return Tus.Locked();

            return await destruction.CarryOut(upload, caller.Id, cancellation) ? Answers.NoContent() : Tus.Locked();
        });
}
