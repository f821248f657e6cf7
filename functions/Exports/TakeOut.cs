using WelWee3D.Audit;
using WelWee3D.Http;
using WelWee3D.Staff;

namespace WelWee3D.Exports;

/// <summary>
/// All that the practice has, for when it moves to another system or ends. Whoever takes it says why, and each client whose scan is
/// in it reads that.
/// </summary>
public sealed class TakeOut(FrontDoor door, PracticeWriter writer, AuditTrail trail)
{
    [Function(nameof(TakeOut))]
    [Describes("Hands out all that the practice has.", AnswerMedia = ["application/zip"], Also = [428])]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/takeout")] HttpRequest request,
        CancellationToken cancellation) =>
        door.Only(Role.Privacy, request, caller => Task.FromResult(StatedReason.Of(request) is null
            ? StatedReason.Required()
            : Results.Stream(answer => Write(answer, caller, request, cancellation), "application/zip", "wel-wee-3d.zip")));

    private async Task Write(Stream answer, Caller caller, HttpRequest request, CancellationToken cancellation)
    {
        await using var stream = new AnsweredStream(answer);
        await writer.Write(stream, caller.Id, scan => trail.WriteHandedOut(HandedOut.TakeOut, caller, Role.Privacy, request, scan), cancellation);
        await stream.FlushAsync(cancellation);
    }
}
