using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Net.Http.Headers;
using WelWee3D.Http;

namespace WelWee3D.Scans;

/// <summary>A file of the container as an answer: as it is fetched, whole or a range of it.</summary>
internal static class FileAnswer
{
    public static async Task<IResult> Of(
        BlobClient blob, string contentType, string fileName, HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            BlobProperties stored = await blob.GetPropertiesAsync(cancellationToken: cancellation);
            return Results.Stream(
                new BlobStream(blob, stored.ETag, stored.ContentLength), contentType, fileName, stored.LastModified, new EntityTagHeaderValue(stored.ETag.ToString("H")),
                enableRangeProcessing: TakesRanges(request));
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
}
