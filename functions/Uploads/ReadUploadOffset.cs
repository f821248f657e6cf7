using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Uploads;

public sealed class ReadUploadOffset(FrontDoor door, UploadStore uploads, OngoingUploads ongoing, TimeProvider clock)
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
            var found = await ongoing.Find(id, cancellation);
            if (found.Refusal is { } gone)
                return gone;

            var upload = found.Value;
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
