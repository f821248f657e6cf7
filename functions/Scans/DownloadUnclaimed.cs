using WelWee3D.Http;
using WelWee3D.Orders;

namespace WelWee3D.Scans;

/// <summary>A file that no order knows, for staff to look whose it is. What it was called, its answer does not tell.</summary>
public sealed class DownloadUnclaimed(FrontDoor door, UnclaimedBlobs unclaimed)
{
    [Function(nameof(DownloadUnclaimed))]
    [Describes(
        "Hands out a file that no order knows, to look whose it is.", AnswerMedia = ["application/octet-stream"], Also = [206, 304, 412, 416],
        Headers = ["Range"])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/scans/unclaimed/{id}/content")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.ToLook(request, async _ =>
            Id.TryParse(id, out var known) && await unclaimed.Find(known, cancellation) is { } blob && await unclaimed.FileOf(blob, cancellation) is { } file
                ? await FileAnswer.Of(file, "application/octet-stream", $"{blob.Id}", request, cancellation)
                : Answers.NotFound("file"), needsReason: true);
}
