using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using WelWee3D.Formats;
using WelWee3D.Http;
using WelWee3D.Orders;
using WelWee3D.Storage;

namespace WelWee3D.Scans;

public sealed class DownloadScan(FrontDoor door, ScanIndex scans, OrderStore orders, ScanBlobs blobs)
{
    // What is held in memory, and the most that a range can fetch beyond its end.
    private const int ReadAhead = 1024 * 1024;

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
            return await Content(blobs.Of(order.Id, scan), scan, TakesRanges(request), cancellation);
        });

    private static async Task<IResult> Content(
        BlobClient blob, Scan scan, bool takesRanges, CancellationToken cancellation)
    {
        try
        {
            BlobProperties stored = await blob.GetPropertiesAsync(cancellationToken: cancellation);
            var options = new BlobOpenReadOptions(allowModifications: false)
            {
                BufferSize = ReadAhead,
                Conditions = new BlobRequestConditions { IfMatch = stored.ETag },
            };
            // Nothing is fetched before it is read, from where it is read.
            var content = await blob.OpenReadAsync(options, cancellation);
            return Results.Stream(
                content,
                ContentType(scan.Facts?.Format),
                scan.SafeName(),
                stored.LastModified,
                new EntityTagHeaderValue(stored.ETag.ToString("H")),
                enableRangeProcessing: takesRanges);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return Answers.NotFound("file");
        }
    }

    // A range is for GET alone (RFC 9110, section 14.2). One in another unit is to be ignored; ASP.NET would take it for bytes.
    private static bool TakesRanges(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && (request.GetTypedHeaders().Range is not { Unit: var unit } || unit.Equals("bytes", StringComparison.OrdinalIgnoreCase));

    private static string ContentType(ScanFormat? format) => format switch
    {
        ScanFormat.Stl => "model/stl",
        ScanFormat.Obj => "model/obj",
        ScanFormat.Glb => "model/gltf-binary",
        ScanFormat.ThreeMf => "model/3mf",
        _ => "application/octet-stream",
    };
}
