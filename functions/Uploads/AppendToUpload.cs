using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using WelWee3D.Http;
using WelWee3D.Staff;
using WelWee3D.Storage;

namespace WelWee3D.Uploads;

public sealed class AppendToUpload(FrontDoor door, UploadStore uploads, TimeProvider clock)
{
    [Function(nameof(AppendToUpload))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", "post", Route = "uploads/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation) =>
        door.Only(Role.Staff, Tus.Answering(request), async _ =>
        {
            if (Tus.RefuseOtherVersion(request) is { } otherVersion)
                return otherVersion;
            if (HttpMethods.IsPost(request.Method) && request.Headers[Tus.MethodOverride] != HttpMethods.Patch)
                return Answers.Refusal(StatusCodes.Status405MethodNotAllowed, $"POST means PATCH here, if {Tus.MethodOverride} says so.")
                    .With(HeaderNames.Allow, "HEAD, PATCH, DELETE");
            if (!Tus.HasBytes(request))
                return Answers.UnsupportedMediaType(Tus.BytesType);
            if (Tus.Number(request, Tus.UploadOffset) is not { } offset)
                return Answers.Unreadable(Tus.UploadOffset, "Must be a number of bytes.");
            if (!UploadChecksum.TryRead(request, out var checksum))
                return UploadChecksum.Refusal();
            using var hashing = checksum;
            if (!Id.TryParse(id, out var uploadId) || await uploads.Find(uploadId, cancellation) is not { } upload)
                return Answers.NotFound("upload");
            if (clock.GetUtcNow() >= upload.ExpiresAt)
                return Answers.Gone("upload");

            return await new UploadBytes(uploads, clock).Append(request, upload, offset, checksum, cancellation)
                ?? Answers.NoContent();
        });
}
