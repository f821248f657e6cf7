using Microsoft.Extensions.Primitives;
using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Uploads;

public sealed class ReadUploadOffset(
    FrontDoor door, UploadStore uploads, OngoingUploads ongoing, UploadDestruction destruction, TimeProvider clock)
{
    public Task<IResult> Run(HttpRequest request, string id, CancellationToken cancellation) =>
        door.Only(Role.Staff, Tus.Answering(request), async caller =>
        {
            if (Tus.RefuseOtherVersion(request) is { } otherVersion)
                return otherVersion;
            var found = await ongoing.Find(id, cancellation);
            if (found.Refusal is { } gone)
                return gone;

            var upload = found.Value;
            var offset = (await uploads.Progress(upload, cancellation)).Offset;
            if (offset == upload.Length && !upload.IsPartial && await Finish(upload, caller) is { } refusal)
                return refusal;

            Show(request, upload);
            // What joins others has no offset before it has joined them.
            if (upload.Parts.Count == 0 || offset == upload.Length)
                Tus.ShowOffset(request, offset);
            Tus.ShowExpiry(request, upload);
            return Results.Ok();
        });

    /// <summary>What the client told of it.</summary>
    private static void Show(HttpRequest request, Upload upload)
    {
        var headers = request.HttpContext.Response.Headers;
        if (upload.Length is { } length)
            headers[Tus.UploadLength] = length.ToString(CultureInfo.InvariantCulture);
        else
            headers[Tus.UploadDeferLength] = Tus.IsDeferred;
        headers[Tus.UploadConcat] = Concatenation.Of(upload) ?? StringValues.Empty;
        headers[Tus.UploadMetadata] = upload.Metadata is { Length: > 0 } metadata ? metadata : StringValues.Empty;
    }

    /// <summary>
    /// All bytes are there: if whoever brought the last one could not finish, it is done now. A client that is told of
    /// the last byte asks no more, so that it is not told before.
    /// </summary>
    private async Task<IResult?> Finish(Upload upload, Caller caller)
    {
        if (upload.IsComplete)
            return null;
        await using var turn = await uploads.TakeTurn(upload, upload.Length!.Value, counts: true, caller.Id);
        return turn is null ? Tus.Locked() : await new UploadBytes(uploads, destruction, clock, caller.Id).Complete(turn);
    }
}
