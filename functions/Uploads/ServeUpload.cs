using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Uploads;

/// <summary>An upload, by whatever method: a header may name the one that is meant, where a proxy does not let it pass.</summary>
public sealed class ServeUpload(FrontDoor door, AppendToUpload append, ReadUploadOffset read, TerminateUpload terminate)
{
    [Function(nameof(ServeUpload))]
    [Describes("Tells how much of an upload has come.", Methods = ["head"], Also = [409, 410, 412, 423], Headers = [Tus.Resumable])]
    [Describes(
        "Adds bytes to an upload, from where it is.", Methods = ["patch"], Body = [typeof(byte[])], BodyMedia = [Tus.BytesType], Status = 204,
        Also = [409, 410, 412, 423, 460], Headers = [Tus.Resumable, Tus.UploadOffset, Tus.UploadLength, Tus.UploadChecksum])]
    [Describes(
        "Takes an upload back, with the bytes that had come.", Methods = ["delete"], Status = 204, Also = [409, 410, 412, 423],
        Headers = [Tus.Resumable])]
    [Describes(
        "Does nothing: a header may name the method that is meant.", Methods = ["post", "get", "put"], Status = 405, Headers = [Tus.MethodOverride])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "head", "patch", "delete", "post", "get", "put", Route = "api/uploads/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation)
    {
        // As it goes into the audit too.
        request.Method = Tus.MethodOf(request);
        return request.Method switch
        {
            "HEAD" => read.Run(request, id, cancellation),
            "PATCH" => append.Run(request, id, cancellation),
            "DELETE" => terminate.Run(request, id, cancellation),
            _ => door.Only(Role.Staff, Tus.Answering(request), _ => Task.FromResult(Tus.NotAllowed("HEAD, PATCH, DELETE"))),
        };
    }
}
