using Microsoft.Net.Http.Headers;
using WelWee3D.Http;

namespace WelWee3D.Retention.Published;

/// <summary>A tile of the log: hashes of certificates, or of the tree above them.</summary>
public sealed class ShowTile(FrontDoor door, CertificateLog log)
{
    [Function(nameof(ShowTile))]
    [Describes("Gives a tile of the log of certificates: hashes one after another (C2SP tlog-tiles).", AnswerMedia = ["application/octet-stream"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/log/tile/{*path}")] HttpRequest request, CancellationToken cancellation, string path = "") =>
        // Who goes by the description writes the slashes out.
        door.Anyone(request, async () => TilePath.Read(Uri.UnescapeDataString(path)) is { } tile && tile.Of(await log.Lately(cancellation)) is { } hashes
            ? Results.Bytes(hashes, "application/octet-stream").With(HeaderNames.CacheControl, "public, max-age=31536000, immutable")
            : Answers.NotFound("tile"));
}
