using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Formats;
using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Storage;

namespace WelWee3D.Scans;

public sealed class DownloadScan(FrontDoor door, ScanIndex scans, OrderStore orders, ScanBlobs blobs)
{
    [Function(nameof(DownloadScan))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "scans/{id}/content")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.ToLook(request, async atRestricted =>
        {
            if (!Id.TryParse(id, out var known)
                || await scans.Find(known, cancellation) is not { } orderId
                || await orders.Find(orderId, cancellation) is not { } order
                || order.Scan(known) is not { } scan)
                return Answers.NotFound("scan");
            if (!atRestricted && OrderRules.Restricted(order) is { } restricted)
                return OrderAnswers.Of(restricted);

            await orders.Use(order, cancellation);
            return await FileAnswer.Of(blobs.Of(order.Id, scan), ContentType(scan.Facts?.Format), scan.SafeName(), request, cancellation);
        }, needsReason: true);

    private static string ContentType(ScanFormat? format) => format switch
    {
        ScanFormat.Stl => "model/stl",
        ScanFormat.Obj => "model/obj",
        ScanFormat.Glb => "model/gltf-binary",
        ScanFormat.ThreeMf => "model/3mf",
        _ => "application/octet-stream",
    };
}
