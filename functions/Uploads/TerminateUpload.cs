using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Uploads;

public sealed class TerminateUpload(FrontDoor door, UploadStore uploads, OrderStore orders, TimeProvider clock)
{
    [Function(nameof(TerminateUpload))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "uploads/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, Tus.Answering(request), async _ =>
        {
            if (Tus.RefuseOtherVersion(request) is { } otherVersion)
                return otherVersion;
            if (!Id.TryParse(id, out var uploadId) || await uploads.Find(uploadId, cancellation) is not { } upload)
                return Answers.NotFound("upload");
            if (upload.IsComplete)
                return Answers.Conflict("id", $"This upload has become a scan: {ApiPaths.Of($"scans/{upload.Id}/destroy")} destroys that.");
            if (await orders.Find(upload.OrderId, cancellation) is { } order && OrderRules.Restricted(order) is { } restricted)
                return OrderAnswers.Of(restricted);

            // Whoever sends it is asked to stop first; only what outranks them takes it from under their hands.
            if (upload.LockedUntil > clock.GetUtcNow())
                return Tus.Locked();

            return await uploads.Discard(upload, cancellation) ? Answers.NoContent() : Tus.Locked();
        });
}
