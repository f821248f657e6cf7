using WelWee3D.Formats;
using WelWee3D.Http;
using WelWee3D.Orders;

namespace WelWee3D.Scans;

public sealed class DownloadScan(FrontDoor door, ScanIndex scans, OrderStore orders, ScanBlobs blobs)
{
    [Function(nameof(DownloadScan))]
    [Describes(
        "Hands out the file of a scan, or a range of it.",
        AnswerMedia = ["model/stl", "model/obj", "model/ply", "model/gltf-binary", "model/3mf", "application/zip", "application/octet-stream"],
        Also = [206, 304, 409, 412, 416], Headers = ["Range"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/scans/{id}/content")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.ToLook(request, async atRestricted =>
        {
            if (await orders.Find(scans, id, cancellation) is not var (order, scan))
                return Answers.NotFound("scan");
            if (!atRestricted && OrderRules.Restricted(order) is { } restricted)
                return OrderAnswers.Of(restricted);

            await orders.Use(order, cancellation);
            return await FileAnswer.Of(blobs.Of(order.Id, scan), scan.Facts?.MediaType ?? ScanMedia.Unknown, scan.SafeName(), request, cancellation);
        }, needsReason: true);
}
