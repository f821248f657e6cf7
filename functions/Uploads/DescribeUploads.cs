using WelWee3D.Http;

namespace WelWee3D.Uploads;

/// <summary>Tells what this server can do; tus lets anyone ask, whatever version they speak.</summary>
public sealed class DescribeUploads(FrontDoor door)
{
    [Function(nameof(DescribeUploads))]
    [Describes("Tells what of tus this server can do.", Status = 204)]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/uploads")] HttpRequest request) =>
        door.Anyone(Tus.Answering(request), () => Answer(request));

    internal static Task<IResult> Answer(HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers[Tus.Versions] = Tus.Version;
        headers["Tus-Extension"] = Tus.Extensions;
        headers["Tus-Max-Size"] = Tus.MaxLength.ToString(CultureInfo.InvariantCulture);
        headers[Tus.UploadPieceSize] = Tus.PieceSize.ToString(CultureInfo.InvariantCulture);
        headers["Tus-Checksum-Algorithm"] = UploadChecksum.Algorithms;
        return Task.FromResult(Answers.NoContent());
    }
}
