using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Uploads;

public sealed class ReadUploadOffset(FrontDoor door, UploadStore uploads, TimeProvider clock)
{
    [Function(nameof(ReadUploadOffset))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "head", Route = "uploads/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, Tus.Answering(request), async _ =>
        {
            if (Tus.RefuseOtherVersion(request) is { } otherVersion)
                return otherVersion;
            if (!Id.TryParse(id, out var uploadId) || await uploads.Find(uploadId, cancellation) is not { } upload)
                return Answers.NotFound("upload");
            if (clock.GetUtcNow() >= upload.ExpiresAt)
                return Answers.Gone("upload");

            var offset = (await uploads.Progress(upload, cancellation)).Offset;
            if (offset == upload.Length && await Finish(upload) is { } refusal)
                return refusal;

            var headers = request.HttpContext.Response.Headers;
            headers[Tus.UploadLength] = upload.Length.ToString(CultureInfo.InvariantCulture);
            headers[Tus.UploadMetadata] = upload.Metadata;
            Tus.ShowOffset(request, offset);
            Tus.ShowExpiry(request, upload);
            return Results.Ok();
        });

    /// <summary>
    /// All bytes are there: if whoever brought the last one could not finish, it is done now. A client that is told of
    /// the last byte asks no more, so that it is not told before.
    /// </summary>
    private async Task<IResult?> Finish(Upload upload)
    {
        if (upload.IsComplete)
            return null;
        await using var turn = await uploads.TakeTurn(upload, upload.Length, counts: true);
        return turn is null ? Tus.Locked() : await new UploadBytes(uploads, clock).Complete(turn);
    }
}
